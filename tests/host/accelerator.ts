import type { KeyMatch } from './page.ts';

const keyNames: Readonly<Record<string, string>> = {
  plus: '+',
  space: ' ',
  esc: 'escape',
  return: 'enter',
  up: 'arrowup',
  down: 'arrowdown',
  left: 'arrowleft',
  right: 'arrowright',
  del: 'delete',
};

function codeOf(key: string): string {
  if (/^[a-z]$/.test(key)) return `Key${key.toUpperCase()}`;
  if (/^[0-9]$/.test(key)) return `Digit${key}`;
  return key === '\\' ? 'Backslash' : '';
}

/** Reads an accelerator such as `CmdOrCtrl+Shift+P`; throws on a part that Electron would not know either. */
export function parseAccelerator(
  text: string,
  command: number,
  mac = process.platform === 'darwin',
): KeyMatch {
  const parts = text.replace(/\+\+$/, '+Plus').split('+');
  const last = parts.pop()?.trim().toLowerCase() ?? '';
  const held = { ctrl: false, alt: false, shift: false, meta: false };
  for (const part of parts.map((item) => item.trim().toLowerCase())) {
    if (['commandorcontrol', 'cmdorctrl'].includes(part)) held[mac ? 'meta' : 'ctrl'] = true;
    else if (['control', 'ctrl'].includes(part)) held.ctrl = true;
    else if (['alt', 'option', 'altgr'].includes(part)) held.alt = true;
    else if (part === 'shift') held.shift = true;
    else if (['command', 'cmd', 'meta', 'super'].includes(part)) held.meta = true;
    else throw new Error(`Invalid accelerator "${text}": "${part}" is no modifier`);
  }
  const key = keyNames[last] ?? last;
  const known =
    key.length === 1 ||
    /^(f\d{1,2}|tab|enter|escape|backspace|delete|insert|home|end|page(up|down)|arrow\w+)$/.test(key);
  if (!known) throw new Error(`Invalid accelerator "${text}": "${last}" is no key`);
  return { command, key, code: codeOf(key), ...held };
}
