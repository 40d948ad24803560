import { useEffect } from 'react';
import type { Services } from './services.ts';
import { cycleZones, focusZone, noteFocus } from './zones.ts';

const inOverlay = () =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null;

/** Keys that the menu does not deliver: F6 between the zones, Escape out of a drawer or of focus mode. */
export function useWindowKeys(services: Services): void {
  useEffect(() => {
    const { view } = services;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || inOverlay()) return;
      if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        cycleZones(services, event.shiftKey);
      } else if (event.key === 'Escape') {
        const { drawer, focusMode } = view.get();
        if (drawer === null && !focusMode) return;
        event.preventDefault();
        view.change(drawer === null ? { focusMode: false } : { drawer: null });
        focusZone(services, 'sheet');
      }
    };
    const onFocus = (event: FocusEvent) => noteFocus(event.target);
    window.addEventListener('keydown', onKey);
    window.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('focusin', onFocus);
    };
  }, [services]);
}
