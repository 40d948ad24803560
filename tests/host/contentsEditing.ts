import type { Protocol } from './cdp.ts';
import { record } from './record.ts';
import { strictEmitter } from './strict.ts';

type Page = {
  readonly tell: <M extends 'Input.dispatchKeyEvent' | 'Input.insertText'>(
    method: M,
    parameters: Protocol.CommandParameters[M],
  ) => void;
};

/** The editing commands and developer tools of webContents, which WebContents extends. */
export abstract class ContentsEditing extends strictEmitter('webContents') {
  abstract readonly page: Page;
  private toolsOpen = false;

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
}
