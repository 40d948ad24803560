import { runInThisContext } from 'node:vm';
import { app } from './electronApp.ts';
import electron from './electron.ts';
import { recordedCalls } from './record.ts';
import { state } from './state.ts';
import { openWindows } from './windows.ts';

/** What the test side sends. */
export type ToHost =
  | {
      readonly kind: 'evaluate';
      readonly id: number;
      readonly text: string;
      readonly argument: unknown;
      readonly windowId?: number;
    }
  | { readonly kind: 'close' };

/** What the host sends. */
export type FromHost =
  | { readonly kind: 'ready'; readonly address: string }
  | { readonly kind: 'window'; readonly windowId: number; readonly targetId: string }
  | { readonly kind: 'closed'; readonly windowId: number }
  | { readonly kind: 'problem'; readonly text: string }
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | {
      readonly kind: 'error';
      readonly id: number;
      readonly name: string;
      readonly message: string;
      readonly stack: string;
    };

function send(message: FromHost): void {
  if (process.connected) process.send?.(message, undefined, {}, () => undefined);
}

async function evaluate(message: ToHost & { readonly kind: 'evaluate' }): Promise<void> {
  const { id } = message;
  try {
    // The test's function travels as text, as in Playwright.
    const run = runInThisContext(`(${message.text})`) as (subject: unknown, argument: unknown) => unknown;
    const window = [...openWindows].find((known) => known.id === message.windowId);
    const subject = message.windowId === undefined ? electron : window;
    if (subject === undefined) throw new Error('The window is closed');
    const value = await run(subject, message.argument);
    send({ kind: 'value', id, value: structuredClone(value) });
  } catch (error) {
    const { name, message: text, stack = '' } = error instanceof Error ? error : new Error(String(error));
    send({ kind: 'error', id, name, message: text, stack });
  }
}

/** Connects the host to the test that started it, if one did. */
export function connectToTest(): void {
  Object.assign(globalThis, { electronHost: { recordedCalls } });
  if (process.send === undefined) return;
  // Only this file's FromHost messages are announced.
  state.announce = (message) => send(message as FromHost);
  process.on('message', (message: ToHost) => {
    if (message.kind === 'evaluate') void evaluate(message);
    else app.quit();
  });
  process.on('disconnect', () => process.exit(1));
}

/** Says that the application may be driven, and where its Chromium listens. */
export function announceReady(address: string): void {
  send({ kind: 'ready', address });
}

/** Tells the test of an error that nothing in main caught. */
export function announceProblem(text: string): void {
  send({ kind: 'problem', text });
}
