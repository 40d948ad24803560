import type { Bridge } from './bridge.ts';
import type { Codec } from './codec.ts';
import type { installInput } from './pageInput.ts';

/** A menu accelerator as the page compares it with a keydown. */
export type KeyMatch = {
  readonly command: number;
  readonly key: string;
  readonly code: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly meta: boolean;
};

/** Page to main, as JSON through the binding. */
export type FromPage =
  | { readonly kind: 'hello'; readonly url: string }
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'open'; readonly url: string; readonly frameName: string; readonly features: string }
  | { readonly kind: 'accelerator'; readonly command: number }
  | { readonly kind: 'input'; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'context-menu'; readonly params: Readonly<Record<string, unknown>> }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string };

/** Main to page, through Runtime.callFunctionOn. */
export type ToPage =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'accelerators'; readonly list: readonly KeyMatch[]; readonly wantsInput: boolean }
  | { readonly kind: 'armed'; readonly armed: boolean };

/** What the isolated world is told by main when its script is made. */
export type IsolatedOptions = {
  readonly binding: string;
  readonly receiver: string;
  readonly process: Readonly<Record<string, unknown>>;
  readonly armed: boolean;
};

/** The main world's end: defines what the preload exposes and sends window.open to main; self-contained. */
export function mainWorld(bridge: Bridge): void {
  function freeze(value: unknown): void {
    if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
    if (Object.isFrozen(value) || ArrayBuffer.isView(value)) return;
    Object.freeze(value);
    for (const item of Object.values(value)) freeze(item);
  }

  bridge.answer('expose', (request) => {
    const { key, api } = request as { readonly key: string; readonly api: unknown }; // the isolated end sends this shape
    if (Object.hasOwn(window, key))
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    freeze(api);
    Object.defineProperty(window, key, {
      value: api,
      enumerable: true,
      writable: false,
      configurable: false,
    });
  });

  window.open = (url, target, features) => {
    const address = new URL(String(url ?? 'about:blank'), document.baseURI).href;
    bridge.request('open', { url: address, frameName: target ?? '', features: features ?? '' });
    return null;
  };
}

/** The isolated world's end: runs the preload with electron's renderer modules; self-contained. */
export function isolatedWorld(
  options: IsolatedOptions,
  bridge: Bridge,
  codec: Codec,
  input: typeof installInput,
  preload: (...parameters: readonly unknown[]) => void,
): void {
  type Listener = (event: unknown, ...args: readonly unknown[]) => void;
  const here = globalThis as unknown as Record<string, unknown>; // the isolated world's own global
  const binding = here[options.binding] as (text: string) => void; // Runtime.addBinding put it there
  delete here[options.binding];
  const listeners = new Map<string, { readonly listener: Listener; readonly once: boolean }[]>();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let lastId = 0;

  const post = (message: FromPage) => binding(JSON.stringify(message));

  function strict<T extends object>(name: string, target: T): T {
    return new Proxy(target, {
      get(object, key, receiver) {
        const allowed = typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON';
        if (!allowed) throw new Error(`electron-host: ${name}.${String(key)} is not implemented`);
        return Reflect.get(object, key, receiver);
      },
    });
  }

  function on(channel: string, listener: Listener, once = false): unknown {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }]);
    return ipcRenderer;
  }

  function off(channel: string, listener: Listener): unknown {
    const left = (listeners.get(channel) ?? []).filter((known) => known.listener !== listener);
    listeners.set(channel, left);
    return ipcRenderer;
  }

  function invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
    const packed = codec.pack(args);
    lastId += 1;
    const resolvers = Promise.withResolvers<unknown>();
    waiting.set(lastId, resolvers);
    post({ kind: 'invoke', id: lastId, channel, args: packed });
    return resolvers.promise;
  }

  const ipcRenderer: object = strict('ipcRenderer', {
    invoke: async (channel: string, ...args: readonly unknown[]) => invoke(channel, ...args),
    send: (channel: string, ...args: readonly unknown[]) =>
      post({ kind: 'send', channel, args: codec.pack(args) }),
    on,
    addListener: on,
    once: (channel: string, listener: Listener) => on(channel, listener, true),
    off,
    removeListener: off,
    removeAllListeners: (channel?: string) => {
      if (channel === undefined) listeners.clear();
      else listeners.delete(channel);
      return ipcRenderer;
    },
    listenerCount: (channel: string) => listeners.get(channel)?.length ?? 0,
  });

  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (key: string, api: unknown) => {
      bridge.request('expose', { key, api });
    },
  });

  const electron = strict('electron (in the preload)', {
    contextBridge,
    ipcRenderer,
    webUtils: strict('webUtils', { getPathForFile: (_file: File) => '' }),
  });

  function emit(channel: string, args: readonly unknown[]): void {
    for (const known of listeners.get(channel) ?? []) {
      if (known.once) off(channel, known.listener);
      try {
        known.listener({ sender: ipcRenderer, ports: [] }, ...args);
      } catch (error) {
        reportError(error);
      }
    }
  }

  const setAccelerators = input(post);
  let armed = options.armed;

  function receive(message: ToPage): void {
    if (message.kind === 'event') {
      const args = codec.decode(message.args) as readonly unknown[]; // main packs a list of arguments
      emit(message.channel, args);
    } else if (message.kind === 'accelerators') setAccelerators(message.list, message.wantsInput);
    else if (message.kind === 'armed') armed = message.armed;
    else {
      const resolvers = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.kind === 'reply') resolvers?.resolve(codec.decode(message.value));
      else resolvers?.reject(new Error(message.message));
    }
  }

  Object.defineProperty(here, options.receiver, { value: receive });
  window.addEventListener('beforeunload', (event) => {
    if (armed) event.preventDefault();
  });
  bridge.answer('open', (request) => {
    const asked = request as { readonly url: string; readonly frameName: string; readonly features: string }; // sent by mainWorld
    post({ kind: 'open', ...asked });
  });
  post({ kind: 'hello', url: location.href });

  const require = (name: string) => {
    if (name === 'electron' || name === 'electron/renderer') return electron;
    throw new Error(`module not found: ${name}`);
  };
  const refused = (name: string) => strict(name, Object.create(null) as object); // an object without any property
  const module = { exports: {} };
  try {
    const environment = [strict('process', options.process), refused('Buffer'), globalThis];
    preload(require, module, module.exports, ...environment);
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error));
    post({ kind: 'preload-error', message: failure.message, stack: failure.stack ?? '' });
  }
}
