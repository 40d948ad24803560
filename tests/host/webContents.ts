import type { BrowserWindow } from './browserWindow.ts';
import { fromPage, toPage } from './addresses.ts';
import type { Protocol } from './cdp.ts';
import { ContentsEditing } from './contentsEditing.ts';
import { codec } from './ipcMain.ts';
import type { WebFrameMain } from './frames.ts';
import { acceleratorList } from './menu.ts';
import { nativeImage } from './nativeImage.ts';
import type { ToPage } from './page.ts';
import { PageHost } from './pageHost.ts';
import type { PageScripts } from './pageScripts.ts';
import { record } from './record.ts';
import { session } from './session.ts';
import { emitEvent } from './strict.ts';
import { state } from './state.ts';
import { themeValue } from './nativeTheme.ts';

type OpenDetails = {
  readonly url: string;
  readonly frameName: string;
  readonly features: string;
  readonly disposition: string;
  readonly referrer: object;
};
type OpenHandler = (details: OpenDetails) => { readonly action: string };

let lastContents = 0;

/** Electron's webContents of one window. */
export class WebContents extends ContentsEditing {
  readonly id: number;
  readonly owner: BrowserWindow;
  readonly page: PageHost;
  readonly session = session.defaultSession;
  private openHandler: OpenHandler | undefined;
  private destroyed = false;
  private crashed = false;
  private title = '';

  constructor(owner: BrowserWindow, scripts: PageScripts) {
    super();
    lastContents += 1;
    this.id = lastContents;
    this.owner = owner;
    this.page = new PageHost(this, scripts, owner.getBounds(), themeValue());
    this.on('newListener', (event) => {
      if (event === 'before-input-event') queueMicrotask(() => this.sendAccelerators());
    });
    if (scripts.preloadError !== undefined) {
      const { preloadError } = scripts;
      queueMicrotask(() => this.preloadFailed(preloadError));
    }
  }

  get mainFrame(): WebFrameMain {
    return this.page.frames.main;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    if (this.destroyed) throw new TypeError('Object has been destroyed');
    this.page.post({ kind: 'event', channel, args: codec.pack(args) });
  }

  getURL(): string {
    return this.mainFrame.url;
  }

  getTitle(): string {
    return this.title;
  }

  getType(): string {
    return 'window';
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  isCrashed(): boolean {
    return this.crashed;
  }

  isLoading(): boolean {
    return this.page.loading;
  }

  isLoadingMainFrame(): boolean {
    return this.page.loading;
  }

  isFocused(): boolean {
    return this.owner.isFocused();
  }

  focus(): void {
    this.owner.focus();
  }

  async loadURL(url: string): Promise<void> {
    if (!URL.canParse(url)) throw this.loadError('ERR_INVALID_URL', -300, url);
    const address = toPage(url);
    const withoutHash = new URL(address);
    withoutHash.hash = '';
    this.page.ownNavigations.push(withoutHash.href);
    this.page.loading = true;
    emitEvent(this, 'did-start-loading', {});
    const { errorText, loaderId } = await this.page.call('Page.navigate', {
      url: withoutHash.href + new URL(address).hash,
    });
    if (errorText !== undefined) {
      const code = errorText.replace('net::', '');
      emitEvent(this, 'did-fail-load', {}, -2, code, url, true, 1, 1);
      throw this.loadError(code, -2, url);
    }
    if (loaderId !== undefined) await this.page.loaded(loaderId);
  }

  private loadError(code: string, errno: number, url: string): Error {
    return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { code, errno, url });
  }

  reload(): void {
    this.reloadWith(false);
  }

  reloadIgnoringCache(): void {
    this.reloadWith(true);
  }

  private reloadWith(ignoreCache: boolean): void {
    const address = toPage(this.mainFrame.url).replace(/#.*$/, '');
    this.page.ownNavigations.push(address);
    this.crashed = false;
    this.page.tell('Page.reload', { ignoreCache });
  }

  stop(): void {
    this.page.tell('Page.stopLoading');
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const reply = await this.page.call('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    const { exceptionDetails, result } = reply;
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async printToPDF(
    options: Protocol.Page.printToPDFParameters & { readonly pageSize?: unknown },
  ): Promise<Buffer> {
    const { pageSize: _pageSize, ...known } = options;
    const { data } = await this.page.call('Page.printToPDF', { printBackground: false, ...known });
    return Buffer.from(data, 'base64');
  }

  async capturePage(): Promise<ReturnType<typeof nativeImage.createFromBuffer>> {
    const { data } = await this.page.call('Page.captureScreenshot', { format: 'png' });
    return nativeImage.createFromBuffer(Buffer.from(data, 'base64'));
  }

  /** Nobody is there to print: recorded and reported as cancelled, unless a person can answer Chromium's dialog. */
  print(options: object = {}, callback?: (success: boolean, reason: string) => void): void {
    record('webContents.print', options);
    if (!state.visible) {
      setImmediate(() => callback?.(false, 'Print job canceled'));
      return;
    }
    void this.printVisibly(callback);
  }

  private async printVisibly(callback?: (success: boolean, reason: string) => void): Promise<void> {
    await this.executeJavaScript('window.print()');
    callback?.(true, '');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** The page asked for a new window; main decides, and the host can only deny. */
  openAsked(url: string, frameName: string, features: string): void {
    const referrer = { url: this.getURL(), policy: 'strict-origin-when-cross-origin' };
    const details = { url, frameName, features, disposition: 'foreground-tab', referrer };
    const action = this.openHandler?.(details).action ?? 'allow';
    if (action !== 'deny')
      throw new Error('electron-host: window.open with action "allow" is not implemented');
  }

  forcefullyCrashRenderer(): void {
    this.page.tell('Page.crash');
  }

  close(): void {
    this.owner.close();
  }

  acceleratorMessage(): ToPage {
    const wantsInput = this.listenerCount('before-input-event') > 0;
    return { kind: 'accelerators', list: acceleratorList(), wantsInput };
  }

  sendAccelerators(): void {
    this.page.post(this.acceleratorMessage());
  }

  consoleMessage(call: Protocol.Runtime.consoleAPICalledPayload): void {
    const text = call.args.map((item) => String(item.value ?? item.description ?? item.type)).join(' ');
    const levels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', debug: 'debug' };
    const level = levels[call.type] ?? 'info';
    const at = call.stackTrace?.callFrames[0];
    const place = { lineNumber: (at?.lineNumber ?? 0) + 1, sourceId: fromPage(at?.url ?? '') };
    if (level === 'error') this.page.problem(`console.error: ${text}`);
    emitEvent(this, 'console-message', { message: text, level, frame: this.mainFrame, ...place });
  }

  preloadFailed(error: Error): void {
    console.error('electron-host: the preload failed:', error.stack ?? error.message);
    emitEvent(this, 'preload-error', {}, this.owner.preloadPath, error);
  }

  titleChanged(title: string): void {
    if (title === this.title) return;
    this.title = title;
    emitEvent(this, 'page-title-updated', {}, title, true);
  }

  /** The renderer process died. */
  rendererGone(): void {
    if (this.destroyed || this.crashed) return;
    this.crashed = true;
    emitEvent(this, 'render-process-gone', {}, { reason: 'crashed', exitCode: 5 });
  }

  /** The window is gone. */
  end(): void {
    if (this.destroyed) return;
    this.destroyed = true;
    this.page.end();
    this.emit('destroyed');
  }
}
