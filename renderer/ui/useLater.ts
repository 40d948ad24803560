import { useEffect, useState } from 'react';

// A window that is not seen paints nothing: it waits no longer than this, in milliseconds.
const unpainted = 200;
// What comes first may hang, an article on a network disk say: nothing waits for it longer than this.
const longest = 1000;

/** Resolves once what is drawn now was painted. */
const afterPaint = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, unpainted);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      setTimeout(resolve, 0);
    });
  });

const loaded = new WeakMap<() => Promise<object>, object>();

/**
 * What a module gives, loaded once the component is painted and `when` is true (or a second has gone by); null until then,
 * and never again in this window. Unlike `lazy` it holds back nothing that is drawn beside it. A module that cannot be
 * loaded is an error of the component.
 */
export function useLater<Given extends object>(load: () => Promise<Given>, when = true): Given | null {
  // Kept under the function that gave it.
  const [given, setGiven] = useState(() => (loaded.get(load) as Given | undefined) ?? null);
  useEffect(() => {
    let left = false;
    const begin = () =>
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
    const timer = setTimeout(begin, longest);
    if (when)
      void afterPaint().then(() => {
        clearTimeout(timer);
        if (!left) void begin();
      });
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [load, when]);
  return given;
}
