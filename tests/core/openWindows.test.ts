import { expect, test } from 'vitest';
import { createOpenWindows, titleOf, type Shown } from '../../electron/core/openWindows.ts';

const article = 'a'.repeat(32);
const shows = (id: string | null): Shown => ({ article: id, title: 'Ferry', edited: false });

function desk(...ids: readonly number[]) {
  const windows = createOpenWindows();
  const heard: unknown[][] = [];
  const displayed: unknown[][] = [];
  for (const id of ids) {
    const port = {
      id,
      send: (name: string, value: unknown) => void heard.push([id, name, value]),
      display: (shown: Shown) => void displayed.push([id, shown.title, shown.edited]),
    };
    windows.add(port, null);
  }
  return { windows, heard, displayed };
}

test('two windows on one article are both told, and told again when one leaves it', () => {
  const { windows, heard } = desk(1, 2, 3);
  windows.show(1, shows(article));
  expect(heard).toEqual([[1, 'window:elsewhere', { count: 0 }]]);
  windows.show(2, shows(article));
  expect(heard.slice(1)).toEqual([
    [1, 'window:elsewhere', { count: 1 }],
    [2, 'window:elsewhere', { count: 1 }],
  ]);
  expect([windows.elsewhere(article, 1), windows.elsewhere(article, 3)]).toEqual([1, 2]);
  windows.remove(2);
  expect(heard.at(-1)).toEqual([1, 'window:elsewhere', { count: 0 }]);
});

test('an empty sheet is never twice open', () => {
  const { windows, heard } = desk(1, 2);
  windows.show(1, shows(null));
  expect(windows.elsewhere(null, 2)).toBe(0);
  expect(heard).toEqual([]);
});

test('typing on changes the title bar and tells nobody', () => {
  const { windows, heard, displayed } = desk(1);
  windows.show(1, shows(article));
  windows.show(1, { article, title: 'Ferry runs late', edited: true });
  expect(displayed.at(-1)).toEqual([1, 'Ferry runs late', true]);
  expect(heard).toHaveLength(1);
});

test('an event for all leaves out the window that caused it, and closed ones', () => {
  const { windows, heard } = desk(1, 2, 3);
  windows.remove(3);
  windows.broadcast('library:changed', {}, 1);
  windows.send(3, 'library:changed', {});
  expect(heard).toEqual([[2, 'library:changed', {}]]);
});

test('a window that is gone shows nothing', () => {
  const { windows, displayed } = desk();
  windows.show(9, shows(article));
  expect(displayed).toEqual([]);
  expect(windows.shown(9).article).toBe(null);
});

test.each([
  [shows(article), 'Ferry – Copydesk'],
  [{ article, title: '  ', edited: true }, 'Untitled – Copydesk'],
  [shows(null), 'Copydesk'],
])('the title bar names the headline: %o', (shown, title) => {
  expect(titleOf(shown)).toBe(title);
});
