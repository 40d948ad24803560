/** A kind of file that can be imported, as dialogs and help texts name it. */
export interface ImportKind {
  readonly label: string;
  /** File name endings, lower case, without the dot. */
  readonly extensions: readonly string[];
}

/** Every kind of file that can be imported, known without loading what reads them. */
export const importKinds: readonly ImportKind[] = [
  { label: 'Plain text', extensions: ['txt', 'text'] },
  { label: 'Markdown', extensions: ['md', 'markdown', 'mdown'] },
  { label: 'HTML page', extensions: ['html', 'htm', 'xhtml'] },
  { label: 'Word document', extensions: ['docx'] },
  { label: 'Copydesk article', extensions: ['copydesk'] },
];

/** All endings of files that can be imported. */
export const importEndings: readonly string[] = importKinds.flatMap(({ extensions }) => extensions);

/** Whether a file's name ends as that of a file that can be imported. */
export const isImportable = (name: string): boolean =>
  importEndings.includes(/\.([^./\\]+)$/u.exec(name.toLowerCase())?.[1] ?? '');

/** At most this many bytes of a file are read (30 MB). */
export const importLimit = 30_000_000;
