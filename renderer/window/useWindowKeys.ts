import { useEffect } from 'react';
import type { Services } from './services.ts';
import { cycleZones, focusZone, noteFocus } from './zones.ts';

const overlays = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const inOverlay = () => document.querySelector(overlays) !== null;

/** Keys that the menu does not deliver: F6 between the zones, Escape out of a drawer or of focus mode. */
export function useWindowKeys(services: Services): void {
  useEffect(() => {
    const { view } = services;
    // Whether something lay over the window before the key closed it.
    let overlaid = false;
    const onKeyFirst = ({ key }: KeyboardEvent) => {
      overlaid = (key === 'Escape' || key === 'F6') && inOverlay();
    };
    const escape = (event: KeyboardEvent) => {
      // The editor calls every Escape its own, also where it does nothing with it.
      const inSheet = event.target instanceof Element && event.target.closest('.ProseMirror') !== null;
      const { drawer, focusMode } = view.get();
      if ((event.defaultPrevented && !inSheet) || (drawer === null && !focusMode)) return;
      event.preventDefault();
      view.change(drawer === null ? { focusMode: false } : { drawer: null });
      focusZone(services, 'sheet');
    };
    const onKey = (event: KeyboardEvent) => {
      if (overlaid) return;
      if (event.key === 'Escape') escape(event);
      else if (event.key === 'F6' && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        cycleZones(services, event.shiftKey);
      }
    };
    const onFocus = (event: FocusEvent) => noteFocus(event.target);
    window.addEventListener('keydown', onKeyFirst, true);
    window.addEventListener('keydown', onKey);
    window.addEventListener('focusin', onFocus);
    return () => {
      window.removeEventListener('keydown', onKeyFirst, true);
      window.removeEventListener('keydown', onKey);
      window.removeEventListener('focusin', onFocus);
    };
  }, [services]);
}
