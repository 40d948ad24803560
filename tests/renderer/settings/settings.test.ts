// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createSettings, followTheme } from '../../../renderer/settings/settings.ts';
import { applySettings, defaultSettings, type Settings } from '../../../shared/ipc/settings.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';

function setUp() {
  let stored: Settings = defaultSettings;
  const connection = createFakeConnection({
    'settings:get': () => stored,
    'settings:set': (patch) => (stored = applySettings(stored, patch)),
  });
  return { connection, settings: createSettings(connection), stored: () => stored };
}

test('a change is seen at once and stored by main', async () => {
  const { settings, stored } = setUp();
  const changing = settings.change({ theme: 'dark' });
  expect(settings.get().theme).toBe('dark');
  await changing;
  expect(stored().theme).toBe('dark');
});

test('a change of another window is seen here', () => {
  const { connection, settings } = setUp();
  connection.emit('settings:changed', { ...defaultSettings, theme: 'light' });
  expect(settings.get().theme).toBe('light');
});

test('the document follows the theme, and leaves system to the system', async () => {
  const { settings } = setUp();
  const root = document.createElement('div');
  const stop = followTheme(settings, root);
  expect(root.dataset['theme']).toBeUndefined();
  await settings.change({ theme: 'dark' });
  expect(root.dataset['theme']).toBe('dark');
  await settings.change({ theme: 'system' });
  expect(root.dataset['theme']).toBeUndefined();
  stop();
});
