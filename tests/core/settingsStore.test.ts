import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSettings } from '../../electron/core/settingsStore.ts';
import { defaultSettings } from '../../shared/ipc/settings.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const now = new Date('2026-03-04T05:06:07.089Z');

function settingsWith(content: string | null, failing?: Error) {
  const folder = temporaryFolder();
  const path = join(folder, 'settings.json');
  if (content !== null) writeFileSync(path, content);
  const written: unknown[] = [];
  const file = () => ({
    path,
    read: (): unknown => {
      try {
        return JSON.parse(readFileSync(path, 'utf8'));
      } catch {
        return {};
      }
    },
    write: (settings: unknown) => {
      if (failing !== undefined) throw failing;
      written.push(settings);
    },
  });
  return { settings: openSettings(file, path, now), folder, written };
}

test('a first start has the usual settings and says nothing', () => {
  const { settings } = settingsWith(null);
  expect([settings.get(), settings.notice, settings.fresh]).toEqual([defaultSettings, '', true]);
});

test.each(['', '{"theme": "dark"', '\0\0\0\0', '[]', '"dark"', 'null'])(
  'a settings file that cannot be read (%j) is kept beside, and a person is told',
  (content) => {
    const { settings, folder } = settingsWith(content);
    expect(settings.get()).toEqual(defaultSettings);
    const kept = 'settings.json.corrupt-20260304T050607089Z';
    expect(readdirSync(folder)).toEqual([kept]);
    expect(readFileSync(join(folder, kept), 'utf8')).toBe(content);
    expect(settings.notice).toContain(kept);
    expect(settings.fresh).toBe(false);
  },
);

test('a field that does not fit falls back alone, and is named', () => {
  const { settings } = settingsWith(JSON.stringify({ theme: 'dark', panelWidth: 'wide', library: '/news' }));
  expect(settings.get()).toEqual({ ...defaultSettings, theme: 'dark', library: '/news' });
  expect(settings.notice).toContain('panelWidth');
});

test('fields of a later Copydesk are no problem', () => {
  const { settings } = settingsWith(JSON.stringify({ theme: 'dark', hologram: true }));
  expect([settings.get().theme, settings.notice]).toEqual(['dark', '']);
});

test('every change is written at once and told to who listens', () => {
  const { settings, written } = settingsWith(null);
  const heard: string[] = [];
  settings.onChange(({ theme }) => void heard.push(theme));
  settings.set({ theme: 'dark' });
  settings.put({ library: '/news' });
  expect(written.at(-1)).toEqual({ ...defaultSettings, theme: 'dark', library: '/news' });
  expect(heard).toEqual(['dark', 'dark']);
});

test('settings that cannot be written hold for this run, and the error says what is safe', () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  const { settings } = settingsWith(null, full);
  expect(() => settings.set({ theme: 'dark' })).toThrow(/settings\.json.*the disk is full.*not affected/);
  expect(settings.get().theme).toBe('dark');
});
