import fc from 'fast-check';
import { expect, test } from 'vitest';
import { onScreen, placeWindow, type Area } from '../../electron/core/windowState.ts';

const main: Area = { x: 0, y: 25, width: 1440, height: 875 };
const second: Area = { x: 1440, y: 0, width: 1920, height: 1080 };

test('a window comes back where it stood', () => {
  const saved = { x: 1500, y: 100, width: 900, height: 700, maximized: true };
  expect(placeWindow(undefined, saved, [main, second])).toEqual(saved);
});

test('a window of a screen that is gone comes back on the one that is left', () => {
  const saved = { x: 1500, y: 100, width: 900, height: 700, maximized: false };
  expect(placeWindow(undefined, saved, [main])).toEqual({ ...saved, x: 540 });
});

test('a first window stands in the middle, no larger than the screen', () => {
  expect(placeWindow(undefined, undefined, [second])).toMatchObject({
    width: 1440,
    height: 900,
    x: 1680,
    y: 90,
  });
  const small = { x: 0, y: 0, width: 1024, height: 700 };
  expect(placeWindow(undefined, undefined, [small])).toEqual({ ...small, maximized: false });
});

test('a further window stands below and beside the one in front, and begins again at the corner', () => {
  const front = { x: 100, y: 100, width: 800, height: 600 };
  expect(placeWindow(front, undefined, [main])).toEqual({ ...front, x: 132, y: 132, maximized: false });
  const last = { x: 640, y: 300, width: 800, height: 600 };
  expect(placeWindow(last, undefined, [main])).toMatchObject({ x: main.x, y: main.y });
});

test('whatever was saved, the window lies on a screen', () => {
  const coordinate = fc.integer({ min: -20_000, max: 20_000 });
  const size = fc.integer({ min: 1, max: 20_000 });
  const area = fc.record({ x: coordinate, y: coordinate, width: size, height: size });
  fc.assert(
    fc.property(area, fc.array(area, { minLength: 1, maxLength: 4 }), (window, screens) => {
      const placed = onScreen(window, screens);
      const inside = screens.some(
        (screen) =>
          placed.x >= screen.x &&
          placed.y >= screen.y &&
          placed.x + placed.width <= screen.x + screen.width &&
          placed.y + placed.height <= screen.y + screen.height,
      );
      expect(inside).toBe(true);
    }),
  );
});
