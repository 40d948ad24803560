import { describe, expect, test } from 'vitest';
import type { QueueState } from '../../../renderer/article/saveQueue.ts';
import { saveText } from '../../../renderer/article/saveText.ts';

const today = new Date(2026, 4, 20, 14, 2, 7).getTime();
const later = new Date(2026, 4, 20, 18, 0, 0).getTime();
const nextDay = new Date(2026, 4, 21, 9, 0, 0).getTime();

describe('the status line', () => {
  const cases: readonly (readonly [string, QueueState, boolean, number])[] = [
    ['Saved 14:02:07', { kind: 'saved', at: today }, false, later],
    ['Saved 20 May, 14:02', { kind: 'saved', at: today }, false, nextDay],
    ['Saved', { kind: 'saved', at: null }, false, later],
    ['Edited', { kind: 'edited' }, false, later],
    ['Edited', { kind: 'saving', since: later }, false, later],
    ['Saving…', { kind: 'saving', since: later }, true, later],
    [
      'Not saved: The disk is full.',
      { kind: 'failed', code: 'disk-full', message: 'The disk is full.' },
      true,
      later,
    ],
  ];
  test.each(cases)('says “%s”', (text, state, slow, now) => expect(saveText(state, slow, now)).toBe(text));
});
