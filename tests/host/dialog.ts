import { askPerson } from './askPerson.ts';
import { BrowserWindow } from './browserWindow.ts';
import { record } from './record.ts';
import { state } from './state.ts';
import { strict } from './strict.ts';

type Options = {
  readonly message?: string;
  readonly detail?: string;
  readonly title?: string;
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
  readonly defaultPath?: string;
  readonly properties?: readonly string[];
};
type Parameters = readonly [BrowserWindow | Options | undefined, Options?];
type Box = { readonly response: number; readonly checkboxChecked: boolean };
type Opened = { readonly canceled: boolean; readonly filePaths: readonly string[] };
type Saved = { readonly canceled: boolean; readonly filePath: string };

function split([first, second]: Parameters): { window: BrowserWindow | undefined; options: Options } {
  if (first instanceof BrowserWindow) return { window: first, options: second ?? {} };
  return { window: undefined, options: first ?? second ?? {} };
}

/** Electron's rule: cancelId, else the button called Cancel or No, else the first. */
function cancelIndex({ buttons = [], cancelId }: Options): number {
  if (cancelId !== undefined) return cancelId;
  return Math.max(
    0,
    buttons.findIndex((label) => /^(cancel|no)$/i.test(label.replace('&', ''))),
  );
}

async function askButton(window: BrowserWindow | undefined, options: Options): Promise<number> {
  const { buttons = ['OK'] } = options;
  const lines = buttons.map((label, index) => `${index + 1}  ${label}`);
  const text = [options.message, options.detail, ...lines, 'Number:'].filter((line) => line !== undefined);
  const answer = Number(await askPerson(window, text.join('\n'), ''));
  return Number.isInteger(answer) && answer >= 1 && answer <= buttons.length
    ? answer - 1
    : cancelIndex(options);
}

/** Electron's dialog. Nobody is there to answer: everything is cancelled, unless a test replaces a function. */
export const dialog = strict('dialog', {
  async showMessageBox(...parameters: Parameters): Promise<Box> {
    const { window, options } = split(parameters);
    record('dialog.showMessageBox', options);
    const response = state.visible ? await askButton(window, options) : cancelIndex(options);
    return { response, checkboxChecked: false };
  },
  async showOpenDialog(...parameters: Parameters): Promise<Opened> {
    const { window, options } = split(parameters);
    record('dialog.showOpenDialog', options);
    const question = `${options.title ?? 'Open'} (path):`;
    const path = state.visible ? await askPerson(window, question, options.defaultPath ?? '') : null;
    return path === null || path === ''
      ? { canceled: true, filePaths: [] }
      : { canceled: false, filePaths: [path] };
  },
  async showSaveDialog(...parameters: Parameters): Promise<Saved> {
    const { window, options } = split(parameters);
    record('dialog.showSaveDialog', options);
    const question = `${options.title ?? 'Save as'} (path):`;
    const path = state.visible ? await askPerson(window, question, options.defaultPath ?? '') : null;
    return path === null || path === ''
      ? { canceled: true, filePath: '' }
      : { canceled: false, filePath: path };
  },
  showMessageBoxSync(...parameters: Parameters): number {
    const { options } = split(parameters);
    record('dialog.showMessageBoxSync', options);
    return cancelIndex(options);
  },
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
    console.error(`electron-host: error box: ${title}\n${content}`);
  },
});
