import type { Rectangle } from './pageTarget.ts';
import { record } from './record.ts';
import { workArea } from './screen.ts';
import { strictEmitter } from './strict.ts';

type Size = 'normal' | 'maximized' | 'minimized' | 'fullscreen';
type Place = { readonly x?: number; readonly y?: number; readonly width?: number; readonly height?: number };

/** Bounds, size states and decorations of a window, which BrowserWindow extends. */
export abstract class WindowState extends strictEmitter('BrowserWindow') {
  protected normal: Rectangle = { x: 0, y: 0, width: 800, height: 600 };
  protected size: Size = 'normal';
  private minimum: readonly number[] = [0, 0];
  private edited = false;
  private represented = '';

  /** Makes the page as large as the window now is. */
  abstract applyMetrics(): void;

  private change(size: Size, event: string): void {
    if (size === this.size) return;
    this.size = size;
    this.applyMetrics();
    this.emit('resize');
    this.emit('resized');
    this.emit(event);
  }

  getNormalBounds(): Rectangle {
    return { ...this.normal };
  }
  getBounds(): Rectangle {
    return this.size === 'maximized' || this.size === 'fullscreen' ? { ...workArea } : { ...this.normal };
  }
  getContentBounds(): Rectangle {
    return this.getBounds();
  }
  setBounds(place: Place): void {
    const before = this.getBounds();
    const { x, y, width, height } = { ...this.normal, ...place };
    const [minimumWidth = 0, minimumHeight = 0] = this.minimum;
    this.normal = { x, y, width: Math.max(width, minimumWidth), height: Math.max(height, minimumHeight) };
    this.size = 'normal';
    const now = this.getBounds();
    if (now.x !== before.x || now.y !== before.y) for (const name of ['move', 'moved']) this.emit(name);
    if (now.width === before.width && now.height === before.height) return;
    this.applyMetrics();
    for (const name of ['resize', 'resized']) this.emit(name);
  }
  getSize(): readonly number[] {
    return [this.getBounds().width, this.getBounds().height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getContentSize(): readonly number[] {
    return this.getSize();
  }
  getPosition(): readonly number[] {
    return [this.getBounds().x, this.getBounds().y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  center(): void {
    const x = Math.round((workArea.width - this.normal.width) / 2);
    this.setBounds({ x, y: Math.round((workArea.height - this.normal.height) / 2) });
  }
  setMinimumSize(width: number, height: number): void {
    this.minimum = [width, height];
  }
  getMinimumSize(): readonly number[] {
    return this.minimum;
  }
  isMaximized(): boolean {
    return this.size === 'maximized';
  }
  maximize(): void {
    this.change('maximized', 'maximize');
  }
  unmaximize(): void {
    if (this.size === 'maximized') this.change('normal', 'unmaximize');
  }
  isMinimized(): boolean {
    return this.size === 'minimized';
  }
  minimize(): void {
    this.change('minimized', 'minimize');
  }
  restore(): void {
    if (this.size !== 'normal') this.change('normal', 'restore');
  }
  isFullScreen(): boolean {
    return this.size === 'fullscreen';
  }
  setFullScreen(full: boolean): void {
    if (full) this.change('fullscreen', 'enter-full-screen');
    else if (this.size === 'fullscreen') this.change('normal', 'leave-full-screen');
  }
  isNormal(): boolean {
    return this.size === 'normal';
  }
  isEnabled(): boolean {
    return true;
  }
  isModal(): boolean {
    return false;
  }
  isSimpleFullScreen(): boolean {
    return false;
  }
  setDocumentEdited(edited: boolean): void {
    this.edited = edited;
  }
  isDocumentEdited(): boolean {
    return this.edited;
  }
  setRepresentedFilename(path: string): void {
    this.represented = path;
  }
  getRepresentedFilename(): string {
    return this.represented;
  }
  setProgressBar(progress: number): void {
    record('BrowserWindow.setProgressBar', progress);
  }
  setBackgroundColor(colour: string): void {
    record('BrowserWindow.setBackgroundColor', colour);
  }
  setTitleBarOverlay(options: object): void {
    record('BrowserWindow.setTitleBarOverlay', options);
  }
  setMenuBarVisibility(visible: boolean): void {
    record('BrowserWindow.setMenuBarVisibility', visible);
  }
  setAutoHideMenuBar(hide: boolean): void {
    record('BrowserWindow.setAutoHideMenuBar', hide);
  }
  setMenu(menu: object | null): void {
    record('BrowserWindow.setMenu', menu);
  }
  removeMenu(): void {
    record('BrowserWindow.removeMenu');
  }
  setIcon(icon: unknown): void {
    record('BrowserWindow.setIcon', icon);
  }
  flashFrame(flash: boolean): void {
    record('BrowserWindow.flashFrame', flash);
  }
  moveTop(): void {
    record('BrowserWindow.moveTop');
  }
}
