import { expect, test } from 'vitest';
import { contextMenu } from '../../electron/core/contextMenu.ts';
import { menuTemplate, type MenuEntry, type MenuPorts } from '../../electron/core/menuTemplate.ts';
import { commandIds, commands } from '../../shared/commands.ts';

function template(given: Partial<MenuPorts> = {}) {
  const ran: string[] = [];
  const shown: string[] = [];
  const ports = {
    mac: false,
    recent: [],
    run: (id: string) => ran.push(id),
    show: (id: string) => shown.push(id),
  };
  return { menu: menuTemplate({ ...ports, ...given }), ran, shown };
}

const all = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...all(entry.submenu ?? [])]);
const labels = (entries: readonly MenuEntry[]) =>
  entries.map(({ label, role, type }) => label ?? role ?? type);
const find = (entries: readonly MenuEntry[], id: string) => all(entries).find((entry) => entry.id === id);

test('every command of the table is in the menu once, and runs under its own id', () => {
  const { menu, ran } = template();
  const entries = all(menu).filter(({ id }) => id !== undefined);
  expect(entries.map(({ id }) => id)).toEqual(commandIds);
  for (const entry of entries) entry.click?.();
  expect(ran).toEqual(commandIds);
});

test.each([true, false])('no two entries share an accelerator (macOS: %s)', (mac) => {
  const accelerators = all(template({ mac }).menu).flatMap(({ accelerator }) => accelerator ?? []);
  expect(new Set(accelerators).size).toBe(accelerators.length);
  expect(accelerators).not.toHaveLength(0);
});

test("macOS has the application's own menu, and Quit in it; the others have Quit in File", () => {
  expect(labels(template({ mac: true }).menu)).toEqual([
    'Copydesk', 'File', 'Edit', 'Insert', 'Format', 'View', 'Window', 'Help',
  ]); // prettier-ignore
  const { menu } = template();
  expect(labels(menu)).toEqual(['File', 'Edit', 'Insert', 'Format', 'View', 'Window', 'Help']);
  expect(labels(menu[0]?.submenu ?? []).slice(-2)).toEqual(['close', 'quit']);
  const macFile = template({ mac: true }).menu[1]?.submenu ?? [];
  expect(labels(macFile)).not.toContain('quit');
});

test('macOS takes the accelerator of its own where a command has one', () => {
  const { menu } = template({ mac: true });
  for (const { id, mac } of commands) if (mac !== undefined) expect(find(menu, id)?.accelerator).toBe(mac);
});

test('the roles that Chromium performs itself are in Edit', () => {
  const edit = labels(template().menu[1]?.submenu ?? []);
  expect(edit).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
});

test('lists the ten newest articles under their headlines, and opens them', () => {
  const recent = Array.from({ length: 12 }, (_, index) => ({
    id: `id${index}`,
    title: index === 0 ? '' : `R&D ${index}`,
  }));
  const { menu, shown } = template({ recent });
  const list = all(menu).find(({ label }) => label === 'Recent Articles');
  expect(labels(list?.submenu ?? []).slice(0, 2)).toEqual(['Untitled', 'R&&D 1']);
  expect(list?.submenu).toHaveLength(10);
  list?.submenu?.[3]?.click?.();
  expect(shown).toEqual(['id3']);
  expect(all(template().menu).find(({ label }) => label === 'Recent Articles')?.enabled).toBe(false);
});

const pointed = { editable: true, selection: '', misspelled: '', suggestions: [] };
const nothing = { replace: () => undefined, learn: () => undefined };

test('a right click on a misspelled word offers what the dictionary has, and learns the word', () => {
  const done: string[] = [];
  const menu = contextMenu(
    { ...pointed, misspelled: 'fery', suggestions: ['ferry', 'very'] },
    {
      replace: (word) => void done.push(`replace ${word}`),
      learn: (word) => void done.push(`learn ${word}`),
    },
  );
  expect(labels(menu).slice(0, 5)).toEqual(['ferry', 'very', 'separator', 'Add to Dictionary', 'separator']);
  menu[0]?.click?.();
  menu[3]?.click?.();
  expect(done).toEqual(['replace ferry', 'learn fery']);
});

test('a misspelled word without suggestions says so', () => {
  expect(contextMenu({ ...pointed, misspelled: 'xqzt' }, nothing)[0]).toEqual({
    label: 'No Suggestions',
    enabled: false,
  });
});

test('a right click in text offers cut and copy only for a selection', () => {
  const enabled = (selection: string) =>
    contextMenu({ ...pointed, selection }, nothing).filter(({ role }) => role === 'cut' || role === 'copy');
  expect(enabled('word').map((entry) => entry.enabled)).toEqual([true, true]);
  expect(enabled(' ').map((entry) => entry.enabled)).toEqual([false, false]);
});

test('outside of text a right click offers copy for a selection, else nothing', () => {
  const outside = { ...pointed, editable: false };
  expect(labels(contextMenu({ ...outside, selection: 'word' }, nothing))).toEqual(['copy']);
  expect(contextMenu(outside, nothing)).toEqual([]);
});
