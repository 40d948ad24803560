import type { Protocol } from './cdp.ts';
import type { Rectangle } from './pageTarget.ts';
import { record } from './record.ts';
import { strictEmitter } from './strict.ts';

type Page = {
  readonly tell: <M extends 'Input.dispatchKeyEvent' | 'Input.insertText'>(
    method: M,
    parameters: Protocol.CommandParameters[M],
  ) => void;
};

/** The editing commands, developer tools and zoom of webContents, which WebContents extends. */
export abstract class ContentsEditing extends strictEmitter('webContents') {
  abstract readonly page: Page;
  abstract readonly owner: { applyMetrics(): void; getBounds(): Rectangle };
  private toolsOpen = false;
  private zoom = 0;

  private edit(command: string): void {
    this.page.tell('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      commands: [command],
      key: 'Unidentified',
    });
  }

  undo(): void {
    this.edit('Undo');
  }
  redo(): void {
    this.edit('Redo');
  }
  cut(): void {
    this.edit('Cut');
  }
  copy(): void {
    this.edit('Copy');
  }
  paste(): void {
    this.edit('Paste');
  }
  pasteAndMatchStyle(): void {
    this.edit('PasteAndMatchStyle');
  }
  delete(): void {
    this.edit('Delete');
  }
  selectAll(): void {
    this.edit('SelectAll');
  }
  unselect(): void {
    this.edit('Unselect');
  }

  async insertText(text: string): Promise<void> {
    this.page.tell('Input.insertText', { text });
    return Promise.resolve();
  }
  replace(text: string): void {
    this.page.tell('Input.insertText', { text });
  }
  replaceMisspelling(text: string): void {
    this.page.tell('Input.insertText', { text });
  }

  openDevTools(options?: object): void {
    record('webContents.openDevTools', options);
    this.toolsOpen = true;
  }
  closeDevTools(): void {
    record('webContents.closeDevTools');
    this.toolsOpen = false;
  }
  isDevToolsOpened(): boolean {
    return this.toolsOpen;
  }
  toggleDevTools(): void {
    if (this.toolsOpen) this.closeDevTools();
    else this.openDevTools();
  }
  inspectElement(x: number, y: number): void {
    record('webContents.inspectElement', x, y);
  }
  setBackgroundThrottling(allowed: boolean): void {
    record('webContents.setBackgroundThrottling', allowed);
  }
  setIgnoreMenuShortcuts(ignore: boolean): void {
    record('webContents.setIgnoreMenuShortcuts', ignore);
  }
  async setVisualZoomLevelLimits(minimum: number, maximum: number): Promise<void> {
    record('webContents.setVisualZoomLevelLimits', minimum, maximum);
    return Promise.resolve();
  }

  setZoomLevel(level: number): void {
    this.zoom = level;
    this.owner.applyMetrics();
  }

  getZoomLevel(): number {
    return this.zoom;
  }

  setZoomFactor(factor: number): void {
    this.setZoomLevel(Math.log(factor) / Math.log(1.2));
  }

  getZoomFactor(): number {
    return 1.2 ** this.zoom;
  }

  get zoomLevel(): number {
    return this.zoom;
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level);
  }

  get zoomFactor(): number {
    return this.getZoomFactor();
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor);
  }

  /** The page's size as device metrics: zooming narrows the page and sharpens its pixels. */
  metrics(): Protocol.Emulation.setDeviceMetricsOverrideParameters {
    const { width, height } = this.owner.getBounds();
    const factor = this.getZoomFactor();
    return {
      width: Math.round(width / factor),
      height: Math.round(height / factor),
      deviceScaleFactor: factor,
      mobile: false,
    };
  }
}
