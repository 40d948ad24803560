import type { Rectangle } from './pageTarget.ts';
import { strictEmitter } from './strict.ts';

/** The one display's place for windows. */
export const workArea: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 };

const display = {
  id: 1,
  label: 'electron-host',
  bounds: workArea,
  workArea,
  size: { width: workArea.width, height: workArea.height },
  workAreaSize: { width: workArea.width, height: workArea.height },
  scaleFactor: 1,
  rotation: 0,
  internal: false,
  touchSupport: 'unknown',
};

/** Electron's screen; the one instance is `screen`. */
export class Screen extends strictEmitter('screen') {
  getPrimaryDisplay(): typeof display {
    return display;
  }
  getAllDisplays(): readonly (typeof display)[] {
    return [display];
  }
  getDisplayMatching(_bounds: Rectangle): typeof display {
    return display;
  }
  getDisplayNearestPoint(_point: object): typeof display {
    return display;
  }
  getCursorScreenPoint(): { readonly x: number; readonly y: number } {
    return { x: 0, y: 0 };
  }
}

/** Electron's screen with one display of 1920 by 1080 pixels. */
export const screen = new Screen();
