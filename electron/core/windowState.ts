import type { Settings } from '../../shared/ipc/settings.ts';

/** A rectangle of the desktop, in device-independent pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where a window stands. */
export type WindowState = Settings['windows'][number];

/** The least size at which every zone is usable. */
export const smallest = { width: 640, height: 480 } as const;

const usual = { width: 1440, height: 900 } as const;
const cascade = 32;

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(value, Math.max(least, most)));

const overlap = (a: Area, b: Area): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

// A screen without a size (some remote desktops report one) is taken as it usually is.
const sized = (area: Area): Area => (area.width > 0 && area.height > 0 ? area : { x: 0, y: 0, ...usual });

/** Moves and shrinks a window so that it lies on the screen it overlaps most; `screens` are work areas, the main one first. */
export function onScreen(window: Area, screens: readonly Area[]): Area {
  const areas = screens.map(sized);
  const screen = areas.toSorted((a, b) => overlap(window, b) - overlap(window, a))[0] ?? sized(window);
  const width = Math.round(clamp(window.width, Math.min(smallest.width, screen.width), screen.width));
  const height = Math.round(clamp(window.height, Math.min(smallest.height, screen.height), screen.height));
  return {
    x: Math.round(clamp(window.x, screen.x, screen.x + screen.width - width)),
    y: Math.round(clamp(window.y, screen.y, screen.y + screen.height - height)),
    width,
    height,
  };
}

/** Where a new window opens: beside the one in front, else where the last one stood, else in the middle. */
export function placeWindow(
  front: Area | undefined,
  saved: WindowState | undefined,
  screens: readonly Area[],
): WindowState {
  if (front !== undefined) {
    const beside = { ...front, x: front.x + cascade, y: front.y + cascade };
    const placed = onScreen(beside, screens);
    // No room below or to the right: start again at the corner.
    const moved = placed.x !== front.x || placed.y !== front.y;
    const corner = screens.map(sized)[0] ?? placed;
    return {
      ...(moved ? placed : onScreen({ ...beside, x: corner.x, y: corner.y }, screens)),
      maximized: false,
    };
  }
  if (saved !== undefined) return { ...onScreen(saved, screens), maximized: saved.maximized };
  const screen = sized(screens[0] ?? { x: 0, y: 0, ...usual });
  const middle = {
    x: screen.x + (screen.width - usual.width) / 2,
    y: screen.y + (screen.height - usual.height) / 2,
  };
  return { ...onScreen({ ...middle, ...usual }, screens), maximized: false };
}
