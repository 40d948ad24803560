import { net } from './net.ts';
import { protocol } from './protocol.ts';
import { recorded } from './record.ts';
import { strict, strictEmitter } from './strict.ts';
import { webRequest } from './webRequest.ts';

/** Handlers that main set and the host only keeps, because it never asks for permissions. */
export const storedHandlers = new Map<string, unknown>();

/** The default session. */
export class Session extends strictEmitter('session') {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  readonly fetch = net.fetch;
  readonly availableSpellCheckerLanguages: readonly string[] = ['en-GB', 'en-US', 'de', 'fr', 'es', 'hi'];
  readonly clearCache = recorded('session.clearCache', Promise.resolve());
  readonly clearStorageData = recorded('session.clearStorageData', Promise.resolve());
  readonly clearHostResolverCache = recorded('session.clearHostResolverCache', Promise.resolve());
  readonly closeAllConnections = recorded('session.closeAllConnections', Promise.resolve());
  readonly setProxy = recorded('session.setProxy', Promise.resolve());
  readonly setUserAgent = recorded('session.setUserAgent', undefined);
  readonly setDownloadPath = recorded('session.setDownloadPath', undefined);
  readonly setSSLConfig = recorded('session.setSSLConfig', undefined);
  readonly setSpellCheckerDictionaryDownloadURL = recorded(
    'session.setSpellCheckerDictionaryDownloadURL',
    undefined,
  );
  readonly addWordToSpellCheckerDictionary = recorded('session.addWordToSpellCheckerDictionary', true);
  private spellLanguages: readonly string[] = [];
  private spellEnabled = true;

  private keep(name: string, handler: unknown): void {
    storedHandlers.set(name, handler);
  }
  setPermissionRequestHandler(handler: unknown): void {
    this.keep('permissionRequest', handler);
  }
  setPermissionCheckHandler(handler: unknown): void {
    this.keep('permissionCheck', handler);
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.keep('devicePermission', handler);
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.keep('displayMedia', handler);
  }
  setUSBProtectedClassesHandler(handler: unknown): void {
    this.keep('usbProtectedClasses', handler);
  }
  setBluetoothPairingHandler(handler: unknown): void {
    this.keep('bluetoothPairing', handler);
  }
  setCertificateVerifyProc(handler: unknown): void {
    this.keep('certificateVerify', handler);
  }
  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.spellLanguages = [...languages];
  }
  getSpellCheckerLanguages(): readonly string[] {
    return this.spellLanguages;
  }
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellEnabled = enabled;
  }
  isSpellCheckerEnabled(): boolean {
    return this.spellEnabled;
  }
  isPersistent(): boolean {
    return true;
  }
}

/** Electron's session with the one session that there is. */
export const session = strict('session', { defaultSession: new Session() });
