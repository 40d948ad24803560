import { html } from './html.ts';
import type { Importer } from './importer.ts';
import { markdown } from './markdown.ts';
import { text } from './text.ts';

export { type Decoded, decodeText } from './decode.ts';
export type { Imported, Importer, Source } from './importer.ts';
export { type Decision, type Receipt, tells } from './receipt.ts';

/** Every way to read a file as an article, in the order of the Open dialog. */
export const importers: readonly Importer[] = [text, markdown, html];

/** The importer for a file's name, by its ending; null if none reads such files. */
export const importerFor = (name: string): Importer | null => {
  const ending = name.toLowerCase().split('.').at(-1) ?? '';
  return importers.find(({ extensions }) => extensions.includes(ending)) ?? null;
};
