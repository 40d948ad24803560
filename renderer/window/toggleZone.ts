import type { Services } from './services.ts';
import { isShown } from './view.ts';

/** Whether library or panel is to be seen now. */
export function zoneShown({ settings, view }: Services, zone: 'library' | 'panel'): boolean {
  const { libraryOpen, panelOpen } = settings.get();
  return isShown(view.get(), zone, zone === 'library' ? libraryOpen : panelOpen);
}

/** Shows or hides library or panel; in a wide window it is remembered. */
export function setZone(services: Services, zone: 'library' | 'panel', shown: boolean): void {
  const { settings, view, reports } = services;
  if (view.get().narrow) view.change({ drawer: shown ? zone : null, focusMode: false });
  else {
    view.change({ focusMode: false });
    const patch = zone === 'library' ? { libraryOpen: shown } : { panelOpen: shown };
    settings.change(patch).catch((error: unknown) => reports.error('The layout was not remembered', error));
  }
}

/** Shows library or panel if it is hidden, hides it if it is shown. */
export const toggleZone = (services: Services, zone: 'library' | 'panel'): void =>
  setZone(services, zone, !zoneShown(services, zone));
