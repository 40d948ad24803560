import { events } from './events.ts';
import { pageScripts } from './pageScripts.ts';
import { workArea } from './screen.ts';
import { state } from './state.ts';
import { emitEvent } from './strict.ts';
import { WebContents } from './webContents.ts';
import { openWindows, windowFocus } from './windows.ts';
import { WindowState } from './windowState.ts';

type Preferences = {
  readonly preload?: string;
  readonly additionalArguments?: readonly string[];
  readonly [key: string]: unknown;
};
type Options = {
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
  readonly minWidth?: number;
  readonly minHeight?: number;
  readonly show?: boolean;
  readonly title?: string;
  readonly fullscreen?: boolean;
  readonly webPreferences?: Preferences;
};

const dangerous: readonly (readonly [string, boolean])[] = [
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['nodeIntegrationInSubFrames', true],
  ['sandbox', false],
  ['contextIsolation', false],
  ['webSecurity', false],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
  ['webviewTag', true],
];

function checkPreferences(preferences: Preferences): void {
  for (const [key, value] of dangerous)
    if (preferences[key] === value)
      throw new Error(`electron-host: webPreferences.${key}: ${value} is refused`);
}

let lastWindow = 0;

/** Electron's BrowserWindow: a page of Chromium with Electron's states, events and close order. */
export class BrowserWindow extends WindowState {
  readonly id: number;
  readonly webContents: WebContents;
  readonly preloadPath: string;
  private visible: boolean;
  private destroyed = false;
  private closing = false;
  private shown = false;
  private title: string;

  constructor(options: Options = {}) {
    const preferences = options.webPreferences ?? {};
    checkPreferences(preferences);
    super();
    lastWindow += 1;
    this.id = lastWindow;
    this.title = options.title ?? state.name;
    this.visible = options.show !== false;
    this.preloadPath = preferences.preload ?? '';
    const { width = 800, height = 600 } = options;
    const x = options.x ?? Math.round((workArea.width - width) / 2);
    this.normal = {
      x,
      y: options.y ?? Math.max(0, Math.round((workArea.height - height) / 2)),
      width,
      height,
    };
    this.setMinimumSize(options.minWidth ?? 0, options.minHeight ?? 0);
    if (options.fullscreen === true) this.size = 'fullscreen';
    const process = {
      type: 'renderer',
      sandboxed: true,
      contextIsolated: true,
      platform: globalThis.process.platform,
      arch: globalThis.process.arch,
      versions: globalThis.process.versions,
      argv: [globalThis.process.execPath, ...(preferences.additionalArguments ?? [])],
      env: {},
    };
    this.webContents = new WebContents(this, pageScripts(preferences.preload, process, state.visible));
    openWindows.add(this);
    this.webContents.on('page-title-updated', (event: { defaultPrevented: boolean }, title: string) => {
      if (!emitEvent(this, 'page-title-updated', event, title, true)) this.title = title;
    });
    events.emit('window-created', this);
    if (this.visible) this.focus();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...openWindows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return windowFocus.current;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...openWindows].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return [...openWindows].find((window) => window.id === id) ?? null;
  }

  private alive(): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
  }

  loadURL(url: string): Promise<void> {
    this.alive();
    return this.webContents.loadURL(url);
  }
  reload(): void {
    this.webContents.reload();
  }
  isDestroyed(): boolean {
    return this.destroyed;
  }
  isVisible(): boolean {
    return this.visible && this.size !== 'minimized';
  }
  isFocused(): boolean {
    return windowFocus.current === this;
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): void {
    this.alive();
    this.title = title;
  }

  show(): void {
    this.alive();
    const before = this.visible;
    this.visible = true;
    if (!before) this.emit('show');
    this.focus();
  }
  showInactive(): void {
    this.visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.blur();
    this.emit('hide');
  }
  focus(): void {
    this.alive();
    if (!this.visible || windowFocus.current === this) return;
    windowFocus.current?.blur();
    windowFocus.current = this;
    // Listeners are added after the constructor; Electron's focus comes later as well.
    queueMicrotask(() => {
      if (windowFocus.current === this) this.tellFocus('focus');
    });
    if (state.visible) this.webContents.page.tell('Page.bringToFront');
  }
  blur(): void {
    if (windowFocus.current !== this) return;
    windowFocus.current = null;
    this.tellFocus('blur');
  }
  private tellFocus(name: 'focus' | 'blur'): void {
    this.emit(name);
    this.webContents.emit(name);
    events.emit(`window-${name}`, this);
  }

  /** Asks listeners and the page, in Electron's order; ends in `closed` unless one of them refuses. */
  close(): void {
    if (this.destroyed || this.closing) return;
    if (emitEvent(this, 'close', { sender: this })) {
      this.closeVetoed();
      return;
    }
    // A listener may have destroyed the window.
    if (this.isDestroyed()) return;
    this.closing = true;
    const { page } = this.webContents;
    page.armed = false;
    if (state.visible) page.post({ kind: 'armed', armed: false });
    if (this.webContents.isCrashed()) this.destroy();
    else this.askPageToClose();
  }

  /** Chromium forgets a close that comes while it still puts an earlier, refused one aside: ask until it acts. */
  private askPageToClose(): void {
    const { page } = this.webContents;
    page.tell('Page.close');
    const again = setInterval(() => {
      if (!this.closing || this.destroyed) clearInterval(again);
      else if (!page.asking) page.tell('Page.close');
    }, 500);
  }

  /** The close was refused; a quit under way is off. */
  closeVetoed(): void {
    this.closing = false;
    const { page } = this.webContents;
    page.armed = state.visible;
    if (state.visible) page.post({ kind: 'armed', armed: true });
    events.emit('close-vetoed');
  }

  destroy(): void {
    if (this.destroyed) return;
    const { page } = this.webContents;
    void page.attached
      .then(({ id, connection }) => connection.browser.send('Target.closeTarget', { targetId: id }))
      .catch(() => undefined);
    this.gone();
  }

  /** The window no longer exists: tells everyone, once. */
  gone(): void {
    if (this.destroyed) return;
    this.blur();
    this.destroyed = true;
    openWindows.delete(this);
    this.webContents.end();
    this.emit('closed');
    state.announce({ kind: 'closed', windowId: this.id });
    events.emit('window-gone');
  }

  /** The first document has loaded. */
  readyToShow(): void {
    if (this.shown) return;
    this.shown = true;
    this.emit('ready-to-show');
  }

  applyMetrics(): void {
    if (state.visible || this.destroyed) return;
    this.webContents.page.tell('Emulation.setDeviceMetricsOverride', this.webContents.metrics());
  }
}
