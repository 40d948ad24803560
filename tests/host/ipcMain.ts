import { makeCodec } from './codec.ts';
import type { PageHost } from './pageHost.ts';
import { strictEmitter } from './strict.ts';

type Handler = (event: object, ...parameters: readonly unknown[]) => unknown;

/** The codec of this process; the page runs the same source. */
export const codec = makeCodec();

/** Electron's ipcMain; the one instance is `ipcMain`. */
export class IpcMain extends strictEmitter('ipcMain') {
  private readonly handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (typeof handler !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    if (this.handlers.has(channel))
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...parameters) => {
      this.removeHandler(channel);
      return handler(event, ...parameters);
    });
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel);
  }

  handlerOf(channel: string): Handler | undefined {
    return this.handlers.get(channel);
  }
}

/** Electron's ipcMain: handle, handleOnce, removeHandler and the emitter's methods. */
export const ipcMain = new IpcMain();

function eventOf(page: PageHost): object {
  const { contents } = page;
  const reply = (channel: string, ...args: readonly unknown[]) => contents.send(channel, ...args);
  const frame = contents.mainFrame;
  const ids = { processId: frame.processId, frameId: frame.routingId };
  return {
    type: 'frame',
    sender: contents,
    senderFrame: frame,
    ports: [],
    reply,
    defaultPrevented: false,
    ...ids,
  };
}

/** Runs the handler of an invoke and sends back its value, or its error in Electron's words. */
export async function answerInvoke(
  page: PageHost,
  context: number,
  message: { readonly id: number; readonly channel: string; readonly args: unknown },
): Promise<void> {
  const { id, channel } = message;
  try {
    const handler = ipcMain.handlerOf(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    // The page packs a list of arguments.
    const args = codec.decode(message.args) as readonly unknown[];
    const value = codec.pack(await handler(eventOf(page), ...args));
    page.post({ kind: 'reply', id, value }, context);
  } catch (error) {
    const text = `Error invoking remote method '${channel}': ${String(error)}`;
    page.post({ kind: 'failure', id, message: text }, context);
  }
}

/** Emits what the page sent without waiting for an answer. */
export function receiveSend(
  page: PageHost,
  message: { readonly channel: string; readonly args: unknown },
): void {
  // The page packs a list of arguments.
  const args = codec.decode(message.args) as readonly unknown[];
  ipcMain.emit(message.channel, eventOf(page), ...args);
}
