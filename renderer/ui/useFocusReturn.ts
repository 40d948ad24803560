import { useRef } from 'react';

/**
 * Handlers for a dialog without a trigger: when it closes the focus goes back to where it was (Radix gives it back
 * to a trigger only), unless `closing` prevents it and puts it elsewhere.
 */
export function useFocusReturn(closing?: (event: Event) => void) {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = document.activeElement;
      // What is marked takes the focus, else the first control.
      const first =
        event.target instanceof Element
          ? event.target.querySelector<HTMLElement>('[data-focus-first]')
          : null;
      if (first === null) return;
      event.preventDefault();
      first.focus();
    },
    onCloseAutoFocus: (event: Event) => {
      closing?.(event);
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    },
  };
}
