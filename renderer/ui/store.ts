import { useSyncExternalStore } from 'react';

/** A value that changes, and tells. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly subscribe: (listener: () => void) => () => void;
}

/** A store that its owner can set. */
export interface WritableStore<Value> extends Store<Value> {
  readonly set: (value: Value) => void;
}

/** A store with a value to start with; setting the same value tells nobody. */
export function createStore<Value>(initial: Value): WritableStore<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** A reading of a store in a component; it renders again only when the reading differs (by identity). */
export const useReading = <Value, Reading>(store: Store<Value>, read: (value: Value) => Reading): Reading =>
  useSyncExternalStore(store.subscribe, () => read(store.get()));
