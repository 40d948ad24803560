import { record, recorded } from './record.ts';
import { strict, strictEmitter } from './strict.ts';

/** Electron's shell: every call is recorded, nothing is opened. */
export const shell = strict('shell', {
  openExternal: (url: string, ...options: readonly unknown[]): Promise<void> => {
    record('shell.openExternal', url, ...options);
    return Promise.resolve();
  },
  openPath: (path: string): Promise<string> => {
    record('shell.openPath', path);
    return Promise.resolve('');
  },
  showItemInFolder: recorded('shell.showItemInFolder', undefined),
  trashItem: (path: string): Promise<void> => {
    record('shell.trashItem', path);
    return Promise.resolve();
  },
  beep: recorded('shell.beep', undefined),
});

/** Electron's powerMonitor; the one instance is `powerMonitor`. */
export class PowerMonitor extends strictEmitter('powerMonitor') {
  onBatteryPower = false;
  getSystemIdleState(_threshold: number): string {
    return 'active';
  }
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return this.onBatteryPower;
  }
}

/** Electron's powerMonitor: an emitter that only tests emit on. */
export const powerMonitor = new PowerMonitor();

/** Electron's crashReporter: start is recorded, no report is ever made. */
export const crashReporter = strict('crashReporter', {
  start: recorded('crashReporter.start', undefined),
  getLastCrashReport: () => null,
  getUploadedReports: () => [],
  getUploadToServer: () => false,
  setUploadToServer: recorded('crashReporter.setUploadToServer', undefined),
  addExtraParameter: recorded('crashReporter.addExtraParameter', undefined),
});

/** Electron's globalShortcut: registration is recorded and reported as refused. */
export const globalShortcut = strict('globalShortcut', {
  register: recorded('globalShortcut.register', false),
  isRegistered: () => false,
  unregister: recorded('globalShortcut.unregister', undefined),
  unregisterAll: recorded('globalShortcut.unregisterAll', undefined),
});

/** Electron's safeStorage: there is no key store, and it says so. */
export const safeStorage = strict('safeStorage', {
  isEncryptionAvailable: () => false,
  encryptString: (): never => {
    throw new Error(
      'Error while encrypting the text provided to safeStorage.encryptString. Encryption is not available.',
    );
  },
  decryptString: (): never => {
    throw new Error(
      'Error while decrypting the ciphertext provided to safeStorage.decryptString. Encryption is not available.',
    );
  },
});

/** Electron's Notification: not supported here; showing one is recorded. */
export class Notification extends strictEmitter('Notification') {
  readonly title: string;
  readonly body: string;

  constructor(options: { readonly title?: string; readonly body?: string } = {}) {
    super();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
  }

  static isSupported(): boolean {
    return false;
  }
  show(): void {
    record('Notification.show', this.title, this.body);
  }
  close(): void {
    record('Notification.close', this.title);
  }
}
