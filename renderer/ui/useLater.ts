import { useEffect, useState } from 'react';

const loaded = new WeakMap<() => Promise<object>, object>();

/**
 * What a module gives, loaded once the component is on the screen; null until then, and never again in this window.
 * Unlike `lazy` it holds back nothing that is drawn beside it. A module that cannot be loaded is an error of the component.
 */
export function useLater<Given extends object>(load: () => Promise<Given>): Given | null {
  // Kept under the function that gave it.
  const [given, setGiven] = useState(() => (loaded.get(load) as Given | undefined) ?? null);
  useEffect(() => {
    let left = false;
    load().then(
      (module) => {
        loaded.set(load, module);
        if (!left) setGiven(module);
      },
      (error: unknown) =>
        setGiven(() => {
          throw error;
        }),
    );
    return () => {
      left = true;
    };
  }, [load]);
  return given;
}
