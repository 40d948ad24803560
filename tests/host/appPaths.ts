import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { appDataFolder } from '../../electron/core/userData.ts';
import { state } from './state.ts';

const chosen = new Map<string, string>();

const appData = (): string =>
  appDataFolder({ platform: process.platform, env: process.env, home: homedir() });

const folders: Readonly<Record<string, () => string>> = {
  home: homedir,
  temp: tmpdir,
  appData,
  userData: () => join(getPath('appData'), state.name),
  sessionData: () => getPath('userData'),
  logs: () => join(getPath('userData'), 'logs'),
  crashDumps: () => join(getPath('userData'), 'Crashpad'),
  exe: () => process.execPath,
  module: () => process.execPath,
  desktop: () => process.env['XDG_DESKTOP_DIR'] ?? join(homedir(), 'Desktop'),
  documents: () => process.env['XDG_DOCUMENTS_DIR'] ?? join(homedir(), 'Documents'),
  downloads: () => process.env['XDG_DOWNLOAD_DIR'] ?? join(homedir(), 'Downloads'),
  music: () => process.env['XDG_MUSIC_DIR'] ?? join(homedir(), 'Music'),
  pictures: () => process.env['XDG_PICTURES_DIR'] ?? join(homedir(), 'Pictures'),
  videos: () => process.env['XDG_VIDEOS_DIR'] ?? join(homedir(), 'Videos'),
};

/** app.getPath: what main chose, else the platform's usual folder. */
export function getPath(name: string): string {
  const path = chosen.get(name) ?? folders[name]?.();
  if (path === undefined) throw new Error(`Failed to get '${name}' path`);
  return path;
}

/** app.setPath: absolute paths only. */
export function setPath(name: string, path: string): void {
  if (folders[name] === undefined) throw new Error(`Failed to set path: unknown name '${name}'`);
  if (!isAbsolute(path)) throw new Error('Path must be absolute');
  chosen.set(name, path);
}
