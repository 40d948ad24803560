import type { Application } from './runningApp.ts';

type Answers = {
  saveTo?: string | null;
  open?: readonly string[] | null;
  buttons: (number | string)[];
  boxes: { message: string; detail: string; buttons: readonly string[] }[];
  external: string[];
};
type WithAnswers = typeof globalThis & { copydeskTest?: Answers };

/** A message box that main has shown. */
export type ShownBox = {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
};

/** Replaces the dialogs and shell.openExternal of main by ones that answer as told and keep what they were asked. */
export async function installStubs(application: Application): Promise<void> {
  await application.evaluate(({ dialog, shell }) => {
    const answers: Answers = { buttons: [], boxes: [], external: [] };
    // The main process's global is where a test's functions can meet.
    (globalThis as WithAnswers).copydeskTest = answers;
    const optionsOf = (parameters: readonly unknown[]) => {
      const last = parameters.findLast((item) => item !== null && typeof item === 'object') ?? {};
      return last as Electron.MessageBoxOptions; // the options are the last parameter of every dialog
    };
    const box = (parameters: readonly unknown[]) => {
      const { message, detail = '', buttons = ['OK'], cancelId = 0 } = optionsOf(parameters);
      answers.boxes.push({ message, detail, buttons: [...buttons] });
      const wanted = answers.buttons.shift() ?? cancelId;
      return typeof wanted === 'number' ? wanted : Math.max(0, buttons.indexOf(wanted));
    };
    Object.assign(dialog, {
      showMessageBox: (...parameters: readonly unknown[]) =>
        Promise.resolve({ response: box(parameters), checkboxChecked: false }),
      showMessageBoxSync: (...parameters: readonly unknown[]) => box(parameters),
      showErrorBox: (message: string, detail: string) =>
        void answers.boxes.push({ message, detail, buttons: [] }),
      showSaveDialog: () => {
        const path = answers.saveTo ?? null;
        return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
      },
      showOpenDialog: () => {
        const paths = answers.open ?? null;
        return Promise.resolve({ canceled: paths === null, filePaths: [...(paths ?? [])] });
      },
    });
    Object.assign(shell, {
      openExternal: (url: string) => Promise.resolve(void answers.external.push(url)),
    });
  });
}

/** What a test sets before main asks. */
export type Reply = {
  /** The path that the save dialog gives; null cancels. */
  readonly saveTo?: string | null;
  /** The paths that the open dialog gives; null cancels. */
  readonly open?: readonly string[] | null;
  /** The buttons (label or index) that the next message boxes get, in order; then they are cancelled. */
  readonly buttons?: readonly (number | string)[];
};

/** Sets the answers of the stubbed dialogs. */
export async function setReplies(application: Application, reply: Reply): Promise<void> {
  await application.evaluate((_electron, wanted) => {
    const answers = (globalThis as WithAnswers).copydeskTest; // set by installStubs
    if (answers !== undefined) Object.assign(answers, structuredClone(wanted));
  }, reply);
}

/** The message and error boxes that main has shown, oldest first. */
export function shownBoxes(application: Application): Promise<readonly ShownBox[]> {
  return application.evaluate(() => (globalThis as WithAnswers).copydeskTest?.boxes ?? []); // set by installStubs
}

/** The addresses that main has given to shell.openExternal, oldest first. */
export function openedExternally(application: Application): Promise<readonly string[]> {
  return application.evaluate(() => (globalThis as WithAnswers).copydeskTest?.external ?? []); // set by installStubs
}
