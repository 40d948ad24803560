/** Files that a dialog offers. */
export interface FileKind {
  readonly name: string;
  /** Without dots. */
  readonly extensions: readonly string[];
}

/** A file that the person is asked for. */
export interface FileQuestion {
  readonly title: string;
  /** Where the dialog starts: a folder, or a folder and a file name. */
  readonly path: string;
  readonly kinds: readonly FileKind[];
}

/** What the handlers ask of the desktop around them; cancelled dialogs answer null. `window` is the one that asks. */
export interface Desktop {
  readonly version: string;
  readonly platform: string;
  /** What runs the application: Electron's version. */
  readonly runtime: string;
  readonly locale: string;
  /** The person's Documents folder. */
  readonly documents: string;
  readonly chooseFolder: (window: number, title: string, path: string) => Promise<string | null>;
  readonly chooseFile: (window: number, question: FileQuestion) => Promise<string | null>;
  /** At least one. */
  readonly chooseFiles: (window: number, question: FileQuestion) => Promise<readonly string[] | null>;
  readonly chooseTarget: (window: number, question: FileQuestion) => Promise<string | null>;
  readonly reveal: (path: string) => void;
  /** Puts a text on the clipboard in both forms, in place of what is there. */
  readonly copy: (both: { readonly html: string; readonly text: string }) => Promise<void>;
  /** Throws `refused` for anything but http, https and mailto. */
  readonly openLink: (href: string) => Promise<void>;
  /** Opens the system's print dialog for a preview of this path. */
  readonly print: (path: string) => Promise<void>;
  readonly openWindow: (article: string | null) => void;
  readonly pastePlain: (window: number) => void;
}
