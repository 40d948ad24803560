import { describe, expect, test } from 'vitest';
import { acceleratorText } from '../../../renderer/palette/accelerator.ts';
import { score } from '../../../renderer/palette/score.ts';
import { commands } from '../../../shared/commands.ts';

/** The label that the palette puts first for what was typed. */
const best = (typed: string): string => {
  const scored = commands
    .filter(({ menuOnly }) => menuOnly !== true)
    .map(({ label, menu, words }) => ({ label, points: score(label, typed, [menu, words ?? '']) }));
  const [first] = scored.toSorted((a, b) => b.points - a.points);
  return first === undefined || first.points === 0 ? '' : first.label;
};

describe('the palette', () => {
  test.each([
    ['export', 'Export…'],
    ['mbu', 'Move Block Up'],
    ['up block', 'Move Block Up'],
    ['night', 'Dark Theme'],
    ['read also', 'Related Link…'],
    ['zen', 'Focus Mode'],
    ['bold', 'Bold'],
    ['script', 'Subscript'],
    ['xyzzy', ''],
  ])('finds by “%s” %s', (typed, label) => expect(best(typed)).toBe(label));

  test('shows everything before a letter is typed', () => expect(score('Bold', ' ')).toBe(1));
});

describe('an accelerator', () => {
  test.each([
    ['CmdOrCtrl+Shift+P', 'Ctrl+Shift+P', '⇧⌘P'],
    ['CmdOrCtrl+Alt+1', 'Ctrl+Alt+1', '⌥⌘1'],
    ['Alt+Up', 'Alt+↑', '⌥↑'],
    ['F1', 'F1', 'F1'],
  ])('%s is written %s, on a Mac %s', (accelerator, other, mac) => {
    expect(acceleratorText(accelerator, false)).toBe(other);
    expect(acceleratorText(accelerator, true)).toBe(mac);
  });
});
