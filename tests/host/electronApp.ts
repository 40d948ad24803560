import { getPath, setPath } from './appPaths.ts';
import { commandLine } from './commandLine.ts';
import { events } from './events.ts';
import { Menu } from './menu.ts';
import { closeSchemes } from './protocol.ts';
import { record, recorded } from './record.ts';
import { takeInstanceLock, type InstanceLock } from './singleInstance.ts';
import { state } from './state.ts';
import { emitEvent, strictEmitter } from './strict.ts';
import { openWindows } from './windows.ts';
import type { BrowserWindow } from './browserWindow.ts';

/** Electron's app; the one instance is `app`. */
export class App extends strictEmitter('app') {
  readonly commandLine = commandLine;
  readonly isPackaged = false;
  readonly dock = undefined;
  readonly runningUnderARM64Translation = false;
  readonly getPath = getPath;
  readonly setPath = setPath;
  readonly setAboutPanelOptions = recorded('app.setAboutPanelOptions', undefined);
  readonly showAboutPanel = recorded('app.showAboutPanel', undefined);
  readonly setAppUserModelId = recorded('app.setAppUserModelId', undefined);
  readonly setDesktopName = recorded('app.setDesktopName', undefined);
  readonly setAsDefaultProtocolClient = recorded('app.setAsDefaultProtocolClient', true);
  readonly addRecentDocument = recorded('app.addRecentDocument', undefined);
  readonly clearRecentDocuments = recorded('app.clearRecentDocuments', undefined);
  readonly setAccessibilitySupportEnabled = recorded('app.setAccessibilitySupportEnabled', undefined);
  readonly disableHardwareAcceleration = recorded('app.disableHardwareAcceleration', undefined);
  readonly setAppLogsPath = recorded('app.setAppLogsPath', undefined);
  readonly relaunch = recorded('app.relaunch', undefined);
  readonly setBadgeCount = recorded('app.setBadgeCount', true);
  accessibilitySupportEnabled = false;
  allowRendererProcessReuse = true;
  userAgentFallback = 'electron-host';
  private readonly readiness = Promise.withResolvers<void>();
  private readyNow = false;
  private sandboxed = false;
  private quitting = false;
  private ending = false;
  private lock: InstanceLock | undefined = undefined;
  private leave: (code: number) => void = (code) => process.exit(code);

  constructor() {
    super();
    events.on('window-created', (value) => {
      const window = value as BrowserWindow; // only BrowserWindow emits this
      this.emit('browser-window-created', {}, window);
      this.emit('web-contents-created', {}, window.webContents);
    });
    events.on('window-focus', (window) => this.emit('browser-window-focus', {}, window));
    events.on('window-blur', (window) => this.emit('browser-window-blur', {}, window));
    events.on('window-gone', () => this.windowGone());
    events.on('close-vetoed', () => (this.quitting = false));
    events.on('quit-asked', () => this.quit());
  }

  get name(): string {
    return state.name;
  }
  set name(name: string) {
    state.name = name;
  }
  get applicationMenu(): Menu | null {
    return Menu.getApplicationMenu();
  }
  set applicationMenu(menu: Menu | null) {
    Menu.setApplicationMenu(menu);
  }
  getName(): string {
    return state.name;
  }
  setName(name: string): void {
    state.name = name;
  }
  getVersion(): string {
    return state.version;
  }
  getAppPath(): string {
    return state.appDirectory;
  }
  getLocale(): string {
    return commandLine.hasSwitch('lang') ? commandLine.getSwitchValue('lang') : 'en-US';
  }
  getSystemLocale(): string {
    return 'en-US';
  }
  getLocaleCountryCode(): string {
    return 'US';
  }
  getPreferredSystemLanguages(): readonly string[] {
    return ['en-US'];
  }
  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }
  isReady(): boolean {
    return this.readyNow;
  }
  whenReady(): Promise<void> {
    return this.readiness.promise;
  }
  enableSandbox(): void {
    if (this.readyNow) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }
  isSandboxEnabled(): boolean {
    return this.sandboxed;
  }
  focus(_options?: object): void {
    [...openWindows][0]?.focus();
  }
  show(): void {
    record('app.show');
  }
  hide(): void {
    record('app.hide');
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    this.lock ??= takeInstanceLock(getPath('userData'), data, (request) => {
      this.emit('second-instance', {}, request.argv, request.workingDirectory, request.data);
    });
    return this.lock !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return this.lock !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.lock?.release();
    this.lock = undefined;
  }

  /** The host is up: resolves whenReady and emits ready. */
  becomeReady(): void {
    if (this.ending) return;
    this.readyNow = true;
    closeSchemes();
    this.readiness.resolve();
    this.emit('ready', {}, {});
  }

  /** How the process ends once everything was told. */
  onExit(leave: (code: number) => void): void {
    this.leave = leave;
  }

  quit(): void {
    if (this.quitting || this.ending) return;
    if (emitEvent(this, 'before-quit', {})) return;
    this.quitting = true;
    if (openWindows.size === 0) this.finishQuit();
    for (const window of openWindows) {
      // A veto of one window ends the quit; the others stay open.
      if (this.isQuitting()) window.close();
    }
  }

  private isQuitting(): boolean {
    return this.quitting;
  }

  exit(code = 0): void {
    if (this.ending) return;
    this.ending = true;
    for (const window of openWindows) window.destroy();
    this.end(code);
  }

  private windowGone(): void {
    if (openWindows.size > 0 || this.ending) return;
    if (this.quitting) this.finishQuit();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  private finishQuit(): void {
    if (this.ending) return;
    if (emitEvent(this, 'will-quit', {})) {
      this.quitting = false;
      return;
    }
    this.ending = true;
    this.end(0);
  }

  private end(code: number): void {
    emitEvent(this, 'quit', {}, code);
    this.releaseSingleInstanceLock();
    this.leave(code);
  }
}

/** Electron's app. */
export const app = new App();
