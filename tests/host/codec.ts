/** Turns any structured-cloneable value into plain JSON data and back; one source runs in main and in the page. */
export type Codec = {
  /** Clones as Electron would (functions and DOM nodes throw), then encodes. */
  readonly pack: (value: unknown) => unknown;
  readonly encode: (value: unknown) => unknown;
  readonly decode: (data: unknown) => unknown;
};

/** Makes a codec; self-contained, because its text is also sent into the page. */
export function makeCodec(): Codec {
  type Tagged = readonly unknown[];
  type Base64 = { toBase64(): string };
  const failure = 'An object could not be cloned.';
  const specialNumbers: Record<string, number> = {
    NaN: Number.NaN,
    Infinity: Infinity,
    '-Infinity': -Infinity,
    '-0': -0,
  };

  function toBase64(bytes: Uint8Array): string {
    if (typeof Buffer === 'function')
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
    // Chromium has Uint8Array.toBase64; TypeScript's library does not name it yet.
    return (bytes as unknown as Base64).toBase64();
  }

  function fromBase64(text: string): ArrayBuffer {
    if (typeof Buffer === 'function') return new Uint8Array(Buffer.from(text, 'base64')).buffer;
    // As above: present in Chromium, not yet in the library's types.
    const withBase64 = Uint8Array as unknown as { fromBase64(text: string): Uint8Array<ArrayBuffer> };
    return withBase64.fromBase64(text).buffer;
  }

  function encodeNumber(value: number): unknown {
    if (Object.is(value, -0)) return ['n', '-0'];
    return Number.isFinite(value) ? value : ['n', String(value)];
  }

  function encode(value: unknown): unknown {
    const numbers = new Map<object, number>();

    function encodeArray(id: number, list: readonly unknown[]): Tagged {
      const items: unknown[] = [];
      for (let index = 0; index < list.length; index += 1)
        items.push(index in list ? encodeAny(list[index]) : ['h']);
      return ['a', id, items];
    }

    function encodeError(id: number, error: Error): Tagged {
      const cause = 'cause' in error ? [encodeAny(error.cause)] : [];
      return ['e', id, error.name, error.message, error.stack ?? '', ...cause];
    }

    function encodeView(id: number, kind: string, view: ArrayBufferView): Tagged {
      const length = view instanceof DataView ? view.byteLength : (view as Uint8Array).length; // all others have length
      return ['t', id, kind, encodeAny(view.buffer), view.byteOffset, length];
    }

    function encodeObject(object: object): Tagged {
      const known = numbers.get(object);
      if (known !== undefined) return ['r', known];
      const id = numbers.size;
      numbers.set(object, id);
      const kind = Object.prototype.toString.call(object).slice(8, -1);
      if (Array.isArray(object)) return encodeArray(id, object);
      if (ArrayBuffer.isView(object)) return encodeView(id, kind, object);
      if (object instanceof Error) return encodeError(id, object);
      // The tag of a structured clone is true: it has no symbol properties that could disguise it.
      if (kind === 'ArrayBuffer') return ['B', id, toBase64(new Uint8Array(object as ArrayBuffer))];
      if (kind === 'Date') {
        const time = (object as Date).getTime(); // by its tag
        return ['d', id, Number.isNaN(time) ? null : time];
      }
      if (kind === 'RegExp') {
        const pattern = object as RegExp; // by its tag
        return ['x', id, pattern.source, pattern.flags];
      }
      if (kind === 'Map') {
        const entries = [...(object as Map<unknown, unknown>)]; // by its tag
        return ['m', id, entries.map(([key, item]) => [encodeAny(key), encodeAny(item)])];
      }
      if (kind === 'Set') return ['s', id, [...(object as Set<unknown>)].map((item) => encodeAny(item))]; // by its tag
      if (kind !== 'Object') throw new Error(failure);
      return ['o', id, Object.entries(object).map(([key, item]) => [key, encodeAny(item)])];
    }

    function encodeAny(item: unknown): unknown {
      if (item === null || typeof item === 'string' || typeof item === 'boolean') return item;
      if (typeof item === 'number') return encodeNumber(item);
      if (item === undefined) return ['u'];
      if (typeof item === 'bigint') return ['i', String(item)];
      if (typeof item === 'object') return encodeObject(item);
      throw new Error(failure);
    }

    return encodeAny(value);
  }

  function decode(data: unknown): unknown {
    const objects: unknown[] = [];

    function decodeError(parts: readonly unknown[]): Error {
      const error = new Error(String(parts[3]));
      objects[Number(parts[1])] = error;
      if (parts[2] !== 'Error') Object.defineProperty(error, 'name', hidden(parts[2]));
      Object.defineProperty(error, 'stack', hidden(parts[4]));
      if (parts.length > 5) Object.defineProperty(error, 'cause', hidden(decodeAny(parts[5])));
      return error;
    }

    function hidden(value: unknown): PropertyDescriptor {
      return { value, writable: true, configurable: true, enumerable: false };
    }

    function decodeView(parts: readonly unknown[]): unknown {
      const types: Record<string, unknown> = {
        Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array,
        Float64Array, BigInt64Array, BigUint64Array, DataView,
      }; // prettier-ignore
      const named = types[String(parts[2])];
      const global = (globalThis as unknown as Record<string, unknown>)[String(parts[2])]; // Float16Array, where known
      const view = (named ?? global) as new (buffer: unknown, offset: unknown, length: unknown) => unknown; // by its tag
      return new view(decodeAny(parts[3]), parts[4], parts[5]);
    }

    function decodeTagged(parts: readonly unknown[]): unknown {
      const [tag, first, second, third] = parts;
      const id = Number(first);
      const list = () => second as readonly unknown[]; // the encoder wrote a list here
      const pairs = () => second as readonly (readonly [unknown, unknown])[]; // the encoder wrote pairs here
      const keep = <T>(value: T): T => {
        objects[id] = value;
        return value;
      };
      switch (tag) {
        case 'u':
          return undefined;
        case 'n':
          return specialNumbers[String(first)];
        case 'i':
          return BigInt(String(first));
        case 'r':
          return objects[id];
        case 'd':
          return keep(new Date(second === null ? Number.NaN : Number(second)));
        case 'x':
          return keep(new RegExp(String(second), String(third)));
        case 'B':
          return keep(fromBase64(String(second)));
        case 't':
          return keep(decodeView(parts));
        case 'e':
          return decodeError(parts);
        case 'm': {
          const map = keep(new Map<unknown, unknown>());
          for (const [key, item] of pairs()) map.set(decodeAny(key), decodeAny(item));
          return map;
        }
        case 's': {
          const set = keep(new Set<unknown>());
          for (const item of list()) set.add(decodeAny(item));
          return set;
        }
        case 'a': {
          const array = keep<unknown[]>([]);
          array.length = list().length;
          for (const [index, item] of list().entries())
            if (!(Array.isArray(item) && item[0] === 'h')) array[index] = decodeAny(item);
          return array;
        }
        case 'o': {
          const object = keep<Record<string, unknown>>({});
          for (const [key, item] of pairs()) {
            const property = { value: decodeAny(item), writable: true, enumerable: true, configurable: true };
            Object.defineProperty(object, String(key), property);
          }
          return object;
        }
        default:
          throw new Error(`electron-host: unknown tag ${String(tag)}`);
      }
    }

    function decodeAny(item: unknown): unknown {
      return Array.isArray(item) ? decodeTagged(item) : item;
    }

    return decodeAny(data);
  }

  function pack(value: unknown): unknown {
    let clone: unknown;
    try {
      clone = structuredClone(value);
    } catch {
      throw new Error(failure);
    }
    return encode(clone);
  }

  return { pack, encode, decode };
}
