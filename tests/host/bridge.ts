/** One end of the contextBridge: functions, promises and errors cross to the other world by number. */
export type Bridge = {
  /** Sends a request to the other world and returns its answer before returning. */
  readonly request: (kind: string, value: unknown) => unknown;
  /** Sets what answers the other world's requests of that kind. */
  readonly answer: (kind: string, handler: (value: unknown) => unknown) => void;
};

/** Makes one end; self-contained, because its text is sent into both worlds of the page. */
export function makeBridge(outgoing: string, incoming: string): Bridge {
  type Packed =
    | { readonly t: 'value'; readonly v: unknown }
    | { readonly t: 'function' | 'promise'; readonly n: number }
    | { readonly t: 'error'; readonly message: string }
    | { readonly t: 'seen'; readonly n: number }
    | { readonly t: 'array'; readonly items: readonly Packed[] }
    | { readonly t: 'object'; readonly entries: readonly (readonly [string, Packed])[] };
  type Message =
    | { readonly kind: 'call'; readonly id: number; readonly n: number; readonly args: readonly Packed[] }
    | { readonly kind: 'return'; readonly id: number; readonly ok: boolean; readonly value: Packed }
    | { readonly kind: 'settle'; readonly n: number; readonly ok: boolean; readonly value: Packed }
    | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly value: Packed };
  type Return = { readonly ok: boolean; readonly value: Packed };
  type Callable = (...parameters: readonly unknown[]) => unknown;

  // The page may replace these later; both ends keep the ones that they started with.
  const dispatch = window.dispatchEvent.bind(window);
  const Carrier = CustomEvent;
  const clone = structuredClone.bind(window);
  const functions: Callable[] = [];
  const numbers = new Map<Callable, number>();
  const settlers = new Map<number, PromiseWithResolvers<unknown>>();
  const returns = new Map<number, Return>();
  const handlers = new Map<string, (value: unknown) => unknown>();
  let lastId = 0;
  let lastPromise = 0;

  function post(message: Message): void {
    dispatch(new Carrier(outgoing, { detail: message }));
  }

  function packFunction(value: Callable): Packed {
    const known = numbers.get(value) ?? functions.push(value) - 1;
    numbers.set(value, known);
    return { t: 'function', n: known };
  }

  function packPromise(promise: Promise<unknown>): Packed {
    lastPromise += 1;
    const n = lastPromise;
    const settle = (ok: boolean, value: unknown) => {
      try {
        post({ kind: 'settle', n, ok, value: pack(value) });
      } catch (error) {
        post({ kind: 'settle', n, ok: false, value: pack(error) });
      }
    };
    promise.then(
      (value) => settle(true, value),
      (error: unknown) => settle(false, error),
    );
    return { t: 'promise', n };
  }

  /** Arrays and plain objects are numbered as they are met, so that cycles and shared references survive. */
  function pack(value: unknown, depth = 0, seen = new Map<object, number>()): Packed {
    if (depth > 1000)
      throw new Error(
        'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.',
      );
    if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
    if (typeof value === 'function') return packFunction(value as Callable); // every function can be called
    if (value === null || typeof value !== 'object') return { t: 'value', v: value };
    if (value instanceof Promise) return packPromise(value);
    if (value instanceof Error) return { t: 'error', message: value.message };
    const known = seen.get(value);
    if (known !== undefined) return { t: 'seen', n: known };
    const prototype: unknown = Object.getPrototypeOf(value);
    const plain = prototype === Object.prototype || prototype === null;
    if (plain || Array.isArray(value)) seen.set(value, seen.size);
    if (Array.isArray(value)) return { t: 'array', items: value.map((item) => pack(item, depth + 1, seen)) };
    if (plain) {
      const entries = Object.entries(value).map(([key, item]) => [key, pack(item, depth + 1, seen)] as const);
      return { t: 'object', entries };
    }
    try {
      return { t: 'value', v: clone(value) };
    } catch {
      throw new Error('An object could not be cloned.');
    }
  }

  function unpack(packed: Packed, objects: unknown[] = []): unknown {
    switch (packed.t) {
      case 'value':
        return packed.v;
      case 'error':
        return new Error(packed.message);
      case 'seen':
        return objects[packed.n];
      case 'array': {
        const array: unknown[] = [];
        objects.push(array);
        for (const item of packed.items) array.push(unpack(item, objects));
        return array;
      }
      case 'object': {
        const object: Record<string, unknown> = {};
        objects.push(object);
        for (const [key, item] of packed.entries) {
          const property = {
            value: unpack(item, objects),
            writable: true,
            enumerable: true,
            configurable: true,
          };
          Object.defineProperty(object, key, property);
        }
        return object;
      }
      case 'function': {
        const { n } = packed;
        return (...parameters: readonly unknown[]) => {
          const args = parameters.map((item) => pack(item));
          return ask((id) => ({ kind: 'call', id, n, args }));
        };
      }
      case 'promise': {
        const resolvers = Promise.withResolvers<unknown>();
        settlers.set(packed.n, resolvers);
        return resolvers.promise;
      }
    }
  }

  function ask(make: (id: number) => Message): unknown {
    lastId += 1;
    const id = lastId;
    post(make(id));
    const answered = returns.get(id);
    returns.delete(id);
    if (answered === undefined) throw new Error('electron-host: the other world did not answer');
    const value = unpack(answered.value);
    if (answered.ok) return value;
    throw value;
  }

  function reply(id: number, work: () => unknown): void {
    let answered: Return;
    try {
      answered = { ok: true, value: pack(work()) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      answered = { ok: false, value: { t: 'error', message } };
    }
    post({ kind: 'return', id, ...answered });
  }

  function receive(message: Message): void {
    if (message.kind === 'return') returns.set(message.id, message);
    else if (message.kind === 'settle') {
      const settler = settlers.get(message.n);
      settlers.delete(message.n);
      if (message.ok) settler?.resolve(unpack(message.value));
      else settler?.reject(unpack(message.value));
    } else if (message.kind === 'call') {
      const { n, args } = message;
      reply(message.id, () => functions[n]?.(...args.map((item) => unpack(item))));
    } else {
      const handler = handlers.get(message.name);
      const value = unpack(message.value);
      reply(message.id, () => handler?.(value));
    }
  }

  window.addEventListener(incoming, (event) => {
    // Only the other end knows the random name, and it sends nothing but messages; detail is cloned at each reading.
    receive((event as CustomEvent<Message>).detail);
  });

  return {
    request: (kind, value) => {
      const packed = pack(value);
      return ask((id) => ({ kind: 'request', id, name: kind, value: packed }));
    },
    answer: (kind, handler) => void handlers.set(kind, handler),
  };
}
