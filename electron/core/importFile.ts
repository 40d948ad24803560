import { newArticle, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { decodeText } from '../../shared/importing/decode.ts';
import type { Importer } from '../../shared/importing/importer.ts';
import type { Receipt } from '../../shared/importing/receipt.ts';
import { articleExtension } from './fileNames.ts';
import { readArticle, type Problem } from './readArticle.ts';

/** A file read as an article; a file that was one already has no receipt. */
export interface ImportedFile {
  readonly article: Article;
  readonly receipt: Receipt | null;
  /** Why an article's file should not be trusted blindly, such as a checksum that differs; null if all is well. */
  readonly problem: Problem | null;
}

/** What a new article gets where the file does not tell. */
export interface ImportDefaults {
  readonly id: string;
  readonly created: string;
  readonly language: string;
}

/** Reads a file's bytes as an article, by the ending of its name; throws `refused` for an ending that no importer takes. */
export function importFile(
  importers: readonly Importer[],
  name: string,
  bytes: Uint8Array,
  defaults: ImportDefaults,
): ImportedFile {
  if (name.toLowerCase().endsWith(articleExtension)) {
    const { article, readOnly } = readArticle(bytes);
    return { article, receipt: null, problem: readOnly };
  }
  const ending = /\.([^./\\]+)$/.exec(name.toLowerCase())?.[1] ?? '';
  const importer = importers.find(({ extensions }) => extensions.includes(ending));
  if (importer === undefined) {
    const known = [...importers.flatMap(({ extensions }) => extensions), articleExtension.slice(1)];
    const text = `Copydesk does not read files of this kind; it reads ${known.map((one) => `.${one}`).join(', ')}`;
    throw new CopydeskError('refused', text);
  }
  const { body, envelope, receipt } = importer.run({ name, ...decodeText(bytes) });
  const found = envelope['language'];
  const language = typeof found === 'string' ? found : defaults.language;
  return {
    article: { ...newArticle({ ...defaults, language, body }), ...envelope, language, body },
    receipt,
    problem: null,
  };
}
