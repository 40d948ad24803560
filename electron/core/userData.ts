import { join } from 'node:path';

/** What decides where a person's data lie. */
export interface System {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** The system's folder for the data of applications, as Electron's `app.getPath('appData')` has it. */
export function appDataFolder({ platform, env, home }: System): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  // What is set to nothing is not set.
  if (platform === 'win32') return env['APPDATA'] || join(home, 'AppData', 'Roaming');
  return env['XDG_CONFIG_HOME'] || join(home, '.config');
}

/** The folder of Copydesk's own data, for programs without Electron; Electron names it by the `productName` of package.json. */
export const userDataFolder = (system: System): string => join(appDataFolder(system), 'Copydesk');
