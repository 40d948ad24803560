import { describe, expect, test } from 'vitest';
import { parseAccelerator } from './accelerator.ts';

const held = { ctrl: false, alt: false, shift: false, meta: false };

describe('accelerators', () => {
  test.each([
    ['CmdOrCtrl+S', { key: 's', code: 'KeyS', ctrl: true }],
    ['CommandOrControl+Shift+P', { key: 'p', code: 'KeyP', ctrl: true, shift: true }],
    ['Alt+1', { key: '1', code: 'Digit1', alt: true }],
    ['CmdOrCtrl+\\', { key: '\\', code: 'Backslash', ctrl: true }],
    ['CmdOrCtrl+Plus', { key: '+', code: '', ctrl: true }],
    ['Ctrl++', { key: '+', code: '', ctrl: true }],
    ['F6', { key: 'f6', code: '' }],
    ['Alt+Up', { key: 'arrowup', code: '', alt: true }],
    ['Super+Escape', { key: 'escape', code: '', meta: true }],
  ])('%s is read', (text, expected) => {
    expect(parseAccelerator(text, 7, false)).toEqual({ command: 7, ...held, ...expected });
  });

  test('CmdOrCtrl is the command key on a Mac', () => {
    expect(parseAccelerator('CmdOrCtrl+S', 1, true)).toMatchObject({ meta: true, ctrl: false });
  });

  test.each(['Hyper+S', 'Ctrl+Nonsense', 'Ctrl+', ''])('"%s" is refused', (text) => {
    expect(() => parseAccelerator(text, 1)).toThrow('Invalid accelerator');
  });
});
