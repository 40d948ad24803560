// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { HeldAlert } from '../../../renderer/export/HeldAlert.tsx';
import { pastGate } from '../../../renderer/export/pastGate.ts';
import { CopydeskError } from '../../../shared/error.ts';

// React asks for it where there is no browser's event loop.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

let root: Root;
beforeEach(async () => {
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  await act(async () => root.render(<HeldAlert />));
});
afterEach(async () => {
  await act(async () => root.unmount());
  document.body.replaceChildren();
});

const held = 'This article is embargoed until 4 May 2026 at 12:00 (UTC).';

/** A main process that lets the article go for a reason only; what it was told, in order. */
async function leave(failure?: CopydeskError) {
  const told: (string | null)[] = [];
  let result: Promise<string | null> = Promise.resolve(null);
  await act(async () => {
    result = pastGate('Copy', (override) => {
      told.push(override);
      if (override === null) return Promise.reject(new CopydeskError('held', held));
      return failure === undefined ? Promise.resolve('left') : Promise.reject(failure);
    });
    result.catch(() => undefined);
  });
  return { told, result: () => result };
}

const press = (name: string) =>
  act(async () => [...document.querySelectorAll('button')].find((one) => one.textContent === name)?.click());

async function type(text: string): Promise<void> {
  const field = document.querySelector('textarea');
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(field, text);
    field?.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

test('a held article is asked about, and leaves with the reason', async () => {
  const { told, result } = await leave();
  expect(document.querySelector('[role="alertdialog"]')?.textContent).toContain(held);
  await type('Agreed with the agency');
  await press('Copy Anyway');
  expect(await result()).toBe('left');
  expect(told).toEqual([null, 'Agreed with the agency']);
  expect(document.querySelector('[role="alertdialog"]')).toBe(null);
});

test('no reason, no leaving; and Cancel is a value', async () => {
  const { told, result } = await leave();
  await type('  ');
  await press('Copy Anyway');
  expect(document.body.textContent).toContain('Say why it leaves all the same');
  await press('Cancel');
  expect(await result()).toBe(null);
  expect(told).toEqual([null]);
});

test('what fails after the reason was given is not asked about again', async () => {
  const { result } = await leave(new CopydeskError('held', 'The override could not be recorded'));
  await type('Because');
  await press('Copy Anyway');
  await expect(result()).rejects.toThrow('could not be recorded');
  expect(document.querySelector('[role="alertdialog"]')).toBe(null);
});
