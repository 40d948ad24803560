import { describe, expect, test } from 'vitest';
import type { QueueState } from '../../../renderer/article/saveQueue.ts';
import { saveText, type Pace } from '../../../renderer/article/saveText.ts';

const today = new Date(2026, 4, 20, 14, 2, 7).getTime();
const later = new Date(2026, 4, 20, 18, 0, 0).getTime();
const nextDay = new Date(2026, 4, 21, 9, 0, 0).getTime();

const failed = { kind: 'failed', code: 'disk-full', message: 'The disk is full.' } as const;

describe('the status line', () => {
  const cases: readonly (readonly [string, QueueState, Pace, number])[] = [
    ['Saved 14:02:07', { kind: 'saved', at: today }, 'quick', later],
    ['Saved 20 May, 14:02', { kind: 'saved', at: today }, 'quick', nextDay],
    ['Saved', { kind: 'saved', at: null }, 'quick', later],
    ['Edited', { kind: 'edited' }, 'quick', later],
    ['Edited', { kind: 'saving', since: later }, 'quick', later],
    ['Saving…', { kind: 'saving', since: later }, 'slow', later],
    [
      'Not saved yet. Your words are kept in the recovery journal on this computer.',
      { kind: 'saving', since: later },
      'stuck',
      later,
    ],
    ['Not saved. Your words are kept in the recovery journal on this computer.', failed, 'quick', later],
  ];
  test.each(cases)('says “%s”', (text, state, pace, now) =>
    expect(saveText(state, pace, now, null)).toBe(text),
  );

  test('promises nothing that the journal cannot keep', () =>
    expect(saveText(failed, 'quick', later, 'No room')).toBe(
      'Not saved. Your words are in this window only.',
    ));
});
