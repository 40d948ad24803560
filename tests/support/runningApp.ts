import { rm } from 'node:fs/promises';
import { _electron, type BrowserContext, type Page } from '@playwright/test';
import { HostApplication, type ElectronModule } from '../host/client.ts';
import type { Runtime } from './electronBinary.ts';

/** What both runtimes offer to a test: Playwright's ElectronApplication, or the host's look-alike. */
export type Application = {
  evaluate<R, A = void>(
    run: (electron: ElectronModule, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R>;
  firstWindow(): Promise<Page>;
  windows(): Page[];
  waitForEvent(name: 'window', options?: { readonly timeout?: number }): Promise<Page>;
  waitForEvent(name: 'close', options?: { readonly timeout?: number }): Promise<unknown>;
  context(): BrowserContext;
  process(): {
    readonly pid?: number | undefined;
    readonly exitCode: number | null;
    readonly signalCode: NodeJS.Signals | null;
    kill(signal?: NodeJS.Signals): boolean;
  };
  close(): Promise<void>;
};

/** Where and how an application is started. */
export type StartOptions = {
  readonly runtime: Runtime;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly profileFolder: string;
};

/** A started application and the list that its uncaught errors and console errors go into. */
export type Started = { readonly application: Application; readonly problems: string[] };

async function startElectron(path: string, options: StartOptions): Promise<Started> {
  const environment = Object.entries({ ...process.env, ...options.env });
  const env = Object.fromEntries(
    environment.filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const application = await _electron.launch({ executablePath: path, args: [...options.args], env });
  const problems: string[] = [];
  const context = application.context();
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console.error: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`uncaught in the page: ${String(error.error().stack)}`));
  for (const page of application.windows()) page.on('dialog', () => undefined);
  application.on('window', (page) => page.on('dialog', () => undefined));
  // Playwright's types name its own generics; the calls that Application lists are the same.
  return { application: application as unknown as Application, problems };
}

/** Starts an application on the real Electron binary or on the host. */
export async function start(options: StartOptions): Promise<Started> {
  if (options.runtime.kind === 'electron') return startElectron(options.runtime.path, options);
  const { args, env, profileFolder } = options;
  const application = await HostApplication.launch({ args, env, profileFolder });
  return { application, problems: application.problems };
}

/** Whether the process is over, by itself or by a signal. */
export function hasEnded(application: Application): boolean {
  const { exitCode, signalCode } = application.process();
  return exitCode !== null || signalCode !== null;
}

/** Ends an application whatever its windows say, and removes the profile that a killed one leaves behind. */
export async function end(started: Started, profileFolder: string): Promise<void> {
  const { application } = started;
  if (!hasEnded(application))
    // Destroyed windows ask nobody; an application that is already going needs no help.
    await application
      .evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.destroy();
      })
      .catch(() => undefined);
  await application.close();
  await rm(profileFolder, { recursive: true, force: true, maxRetries: 5 });
}
