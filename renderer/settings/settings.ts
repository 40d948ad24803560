import type { Connection } from '../../shared/ipc/link.ts';
import {
  applySettings,
  defaultSettings,
  type Settings,
  type SettingsPatch,
} from '../../shared/ipc/settings.ts';
import { createStore, type Store } from '../ui/store.ts';

/** What Copydesk remembers, shared by all windows. */
export interface SettingsStore extends Store<Settings> {
  readonly load: () => Promise<Settings>;
  /** Seen here at once; main stores it and tells the other windows. */
  readonly change: (patch: SettingsPatch) => Promise<void>;
}

/** The settings of this window, kept equal to main's. */
export function createSettings(connection: Connection): SettingsStore {
  const store = createStore<Settings>(defaultSettings);
  connection.on('settings:changed', store.set);
  return {
    get: store.get,
    subscribe: store.subscribe,
    load: async () => {
      const settings = await connection.call('settings:get', null);
      store.set(settings);
      return settings;
    },
    change: async (patch) => {
      store.set(applySettings(store.get(), patch));
      store.set(await connection.call('settings:set', patch));
    },
  };
}

/** Puts the chosen theme on the document, now and whenever it changes; `system` leaves it to the system. */
export function followTheme(settings: Store<Settings>, root: HTMLElement): () => void {
  const apply = () => {
    const { theme } = settings.get();
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  apply();
  return settings.subscribe(apply);
}
