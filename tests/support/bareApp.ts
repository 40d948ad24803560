import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../shared/ipc/contract.ts';
import type { EventName } from '../../shared/ipc/events.ts';
import type { Reply } from '../../shared/ipc/link.ts';
import { projectRoot } from './projectRoot.ts';

const html = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Bare page</title>
  <script type="module" src="bare.js"></script>
  <main><h1 tabindex="-1">Bare page</h1><p contenteditable="true"></p></main>
</html>
`;

// Hears everything, and answers a flush as the test says.
const script = `
const tried = (run) => {
  try {
    run();
    return 'ran';
  } catch (error) {
    return error.name;
  }
};
// Tried later: what a debugger evaluates may itself evaluate, whatever the policy says.
const evaluated = () =>
  new Promise((resolve) => {
    setTimeout(() => resolve([tried(() => (0, eval)('1')), tried(() => new Function('return 1')())]), 0);
  });
window.bare = { heard: [], flush: { ok: true, message: '' }, evaluated };
window.copydesk.listen((name, value) => {
  window.bare.heard.push({ name, value });
  if (name === 'window:flush' && window.bare.flush !== null)
    void window.copydesk.invoke('window:flushed', { request: value.request, ...window.bare.flush });
});
`;

/** What the bare page keeps on its window. */
interface Bare {
  readonly heard: readonly { readonly name: string; readonly value: unknown }[];
  /** How it answers a flush; null for not at all. */
  flush: { readonly ok: boolean; readonly message: string } | null;
  /** What becomes of eval and of Function. */
  readonly evaluated: () => Promise<readonly string[]>;
}
type BareWindow = typeof globalThis & {
  readonly bare: Bare;
  readonly copydesk: { readonly invoke: (name: string, input: unknown) => Promise<unknown> };
};

/** Makes an application of the built main and preload and a page without an interface: for what main does by itself. */
export async function bareApplication(folder: string): Promise<string> {
  const page = join(folder, 'dist', 'renderer');
  await mkdir(page, { recursive: true });
  await cp(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  for (const bundle of ['main', 'preload'])
    await cp(join(projectRoot, 'dist', bundle), join(folder, 'dist', bundle), { recursive: true });
  await writeFile(join(page, 'index.html'), html);
  await writeFile(join(page, 'bare.js'), script);
  return folder;
}

/** Sends any message through a window's bridge; answers the reply. */
export const invoke = (page: Page, name: unknown, input: unknown): Promise<Reply> =>
  page.evaluate(
    // The page has the preload's bridge, and main answers with replies.
    ([one, two]) => (globalThis as BareWindow).copydesk.invoke(one as string, two) as Promise<never>,
    [name, input],
  );

/** Calls main from a window; fails if main refuses. */
export async function call<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const reply = await invoke(page, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.code}: ${reply.message}`);
  return reply.value as CallOutput<Name>; // typed by the contract
}

/** The values of one event that a bare page has heard, oldest first. */
export const heard = (page: Page, event: EventName): Promise<readonly unknown[]> =>
  page.evaluate(
    (name) =>
      (globalThis as BareWindow).bare.heard.filter((one) => one.name === name).map((one) => one.value), // set by the script above
    event,
  );

/** What becomes of eval and of Function when a bare page tries them. */
export const evaluated = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as BareWindow).bare.evaluated()); // set by the script above

/** Sets how a bare page answers a flush. */
export const answerFlush = (page: Page, flush: Bare['flush']): Promise<void> =>
  page.evaluate((wanted) => {
    (globalThis as BareWindow).bare.flush = wanted; // set by the script above
  }, flush);
