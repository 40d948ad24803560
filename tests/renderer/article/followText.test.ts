import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followText, textPace } from '../../../renderer/article/followText.ts';
import { body, first, setUp } from '../../support/draftDesk.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function followed() {
  const desk = setUp();
  await desk.draft.open({ id: first });
  const following = followText(desk.draft);
  const seen: string[] = [];
  const end = following.subscribe(() => seen.push(desk.headline() ?? ''));
  return { ...desk, following, seen, end };
}

test('of many keys one is told, in time, with the newest text', async () => {
  const { draft, seen, clock, end } = await followed();
  draft.edit(body('A'));
  // The first key makes it an unsaved article, which is told at once.
  expect(seen).toEqual(['A']);
  for (const text of ['AB', 'ABC', 'ABCD']) draft.edit(body(text));
  expect(seen).toEqual(['A']);
  vi.advanceTimersByTime(textPace.limit);
  expect(seen).toEqual(['A', 'ABCD']);
  vi.advanceTimersByTime(10 * textPace.limit);
  expect(seen).toHaveLength(2);
  await clock.advance(5000);
  end();
});

test('what is no text is told at once, and takes the text along', async () => {
  const { draft, seen, end } = await followed();
  draft.edit(body('A'));
  draft.edit(body('AB'));
  draft.editEnvelope({ section: 'Harbour' });
  expect(seen).toEqual(['A', 'AB']);
  vi.advanceTimersByTime(textPace.limit);
  expect(seen).toHaveLength(2);
  end();
});

test('somebody who types on is told in the frame of a key, without a frame of its own', async () => {
  const frames: (() => void)[] = [];
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run));
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  const { draft, seen, end } = await followed();
  draft.edit(body('A'));
  draft.edit(body('AB'));
  vi.advanceTimersByTime(textPace.frameFrom);
  draft.edit(body('ABC'));
  expect(seen).toEqual(['A']);
  for (const run of frames) run();
  expect(seen).toEqual(['A', 'ABC']);
  vi.advanceTimersByTime(10 * textPace.limit);
  expect(seen).toHaveLength(2);
  end();
});

test('whoever has left is told nothing more', async () => {
  const { draft, seen, end } = await followed();
  draft.edit(body('A'));
  draft.edit(body('AB'));
  end();
  vi.advanceTimersByTime(textPace.limit);
  draft.setElsewhere(1);
  expect(seen).toEqual(['A']);
});
