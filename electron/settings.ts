import { join } from 'node:path';
import { app } from 'electron';
import ElectronStore from 'electron-store';
import { openSettings, type SettingsFile, type SettingsStore } from './core/settingsStore.ts';

const openFile = (): SettingsFile => {
  const store = new ElectronStore<Record<string, unknown>>({ name: 'settings' });
  return {
    path: store.path,
    read: () => store.store,
    write: (settings) => {
      store.store = { ...settings };
    },
  };
};

/** The settings of the user-data folder. */
export const openUserSettings = (): SettingsStore =>
  openSettings(openFile, join(app.getPath('userData'), 'settings.json'), new Date());
