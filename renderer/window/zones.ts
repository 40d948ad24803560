import type { Services } from './services.ts';
import { setZone, zoneShown } from './toggleZone.ts';
import type { Zone } from './view.ts';

const order: readonly Zone[] = ['library', 'sheet', 'panel', 'status'];

const elementOf = (zone: Zone): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-zone="${zone}"]`);

/** Where the focus was last in each zone. */
const last = new Map<Zone, HTMLElement>();

/** What takes the focus in a zone that never had it. */
const first: Readonly<Record<Zone, string>> = {
  library: '[role="grid"] [tabindex="0"], [data-library-search]',
  sheet: 'button',
  panel: '[role="tab"][aria-selected="true"]',
  status: 'button',
};

/** The zone that has the focus. */
export const presentZone = (): Zone | null =>
  order.find((zone) => elementOf(zone)?.contains(document.activeElement) === true) ?? null;

/** Remembers the focused element of its zone, for the way back. */
export const noteFocus = (element: EventTarget | null): void => {
  const zone = order.find((name) => elementOf(name)?.contains(document.activeElement) === true);
  if (zone !== undefined && element instanceof HTMLElement) last.set(zone, element);
};

const moveTo = (services: Services, zone: Zone, selector: string | null): void => {
  const element = elementOf(zone);
  if (element === null) return;
  const before = last.get(zone);
  if (selector === null && before !== undefined && element.contains(before) && before !== element) {
    before.focus();
    if (document.activeElement === before) return;
  }
  const handle = services.editor.get();
  if (zone === 'sheet' && handle !== null) handle.focus();
  else (element.querySelector<HTMLElement>(selector ?? first[zone]) ?? element).focus();
};

/** Moves the focus to a zone, shows it first if it is hidden; to the place it had there, or to `selector`. */
export function focusZone(services: Services, zone: Zone, selector: string | null = null): void {
  if ((zone === 'library' || zone === 'panel') && !zoneShown(services, zone)) {
    setZone(services, zone, true);
    // Once it has been drawn.
    requestAnimationFrame(() => moveTo(services, zone, selector));
  } else moveTo(services, zone, selector);
}

/** F6: the focus goes to the next zone that is to be seen, backwards with Shift. */
export function cycleZones(services: Services, backwards: boolean): void {
  const seen = order.filter((zone) => elementOf(zone) !== null);
  const index = seen.indexOf(presentZone() ?? 'sheet');
  const next = seen[(index + (backwards ? seen.length - 1 : 1)) % seen.length];
  if (next !== undefined) focusZone(services, next);
}
