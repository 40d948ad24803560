import { EventEmitter } from 'node:events';

function refuse(name: string, key: string): never {
  throw new Error(`electron-host: ${name}.${key} is not implemented`);
}

/** The same object, except that reading a property that it lacks throws instead of giving undefined. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get(object, key, receiver) {
      const allowed = typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON';
      return allowed ? Reflect.get(object, key, receiver) : refuse(name, key);
    },
  });
}

/** An event emitter class to extend, whose instances throw on a property that they lack. */
export function strictEmitter(name: string): new () => EventEmitter {
  class Base extends EventEmitter {}
  const end = new Proxy(EventEmitter.prototype, {
    get(object, key, receiver) {
      const allowed = typeof key === 'symbol' || key in object || key === 'then' || key === 'toJSON';
      return allowed ? Reflect.get(object, key, receiver) : refuse(name, key);
    },
  });
  Object.setPrototypeOf(Base.prototype, end);
  return Base;
}

/** What Electron passes to listeners: an event that can be prevented. */
export type HostEvent = { defaultPrevented: boolean; preventDefault(): void };

/** Emits an event with that extra information first; true if a listener prevented it. */
export function emitEvent(
  emitter: EventEmitter,
  name: string,
  extra: object,
  ...parameters: readonly unknown[]
): boolean {
  const event: HostEvent & { sender?: unknown } = Object.assign(
    {
      defaultPrevented: false,
      preventDefault: () => {
        event.defaultPrevented = true;
      },
    },
    extra,
  );
  emitter.emit(name, event, ...parameters);
  return event.defaultPrevented;
}
