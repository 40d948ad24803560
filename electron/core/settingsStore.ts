import { existsSync, readFileSync, renameSync } from 'node:fs';
import { messageOf } from '../../shared/error.ts';
import { applySettings, readSettings, type Settings, type SettingsPatch } from '../../shared/ipc/settings.ts';
import { codeOf, systemError } from './systemError.ts';

/** Where settings are kept between starts. */
export interface SettingsFile {
  readonly path: string;
  readonly read: () => unknown;
  readonly write: (settings: Settings) => void;
}

/** The settings of this run; every change is written at once. */
export interface SettingsStore {
  readonly get: () => Settings;
  readonly set: (patch: SettingsPatch) => Settings;
  /** Changes what a window may not change itself: library and windows. */
  readonly put: (change: Partial<Pick<Settings, 'library' | 'windows'>>) => void;
  /** What a person should know about the settings that were found, '' if all is well. */
  readonly notice: string;
  /** There were no settings at all: Copydesk was never started here. */
  readonly fresh: boolean;
  /** Calls back after every change. */
  readonly onChange: (listener: (settings: Settings) => void) => void;
}

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/** Puts a settings file that cannot be read aside as `<name>.corrupt-<time>`; answers what was done, '' if nothing was. */
export function rescueSettings(path: string, now: Date): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    return `The settings could not be read (${messageOf(error)}). Copydesk starts with its usual settings.`;
  }
  if (isObject(text.replace(/^\uFEFF/, ''))) return '';
  const kept = `${path}.corrupt-${now.toISOString().replaceAll(/[-:.]/g, '')}`;
  renameSync(path, kept);
  return `The settings file was damaged. It is kept as “${kept}”; Copydesk starts with its usual settings, and your articles are untouched.`;
}

/** Opens the settings; each field that does not fit falls back to its default. */
export function openSettings(open: () => SettingsFile, path: string, now: Date): SettingsStore {
  const fresh = !existsSync(path);
  const rescued = rescueSettings(path, now);
  const file = open();
  const { settings, dropped } = readSettings(file.read());
  const listeners: ((settings: Settings) => void)[] = [];
  let current = settings;
  const write = (changed: Settings): Settings => {
    current = changed;
    for (const listener of listeners) listener(changed);
    try {
      file.write(changed);
    } catch (error) {
      throw systemError(error, 'written', file.path, 'Your articles are not affected.');
    }
    return changed;
  };
  const fields = `These settings were not usable and are as usual again: ${dropped.join(', ')}.`;
  return {
    get: () => current,
    set: (patch) => write(applySettings(current, patch)),
    put: (change) => void write({ ...current, ...change }),
    fresh,
    onChange: (listener) => void listeners.push(listener),
    notice: rescued === '' && dropped.length > 0 ? fields : rescued,
  };
}
