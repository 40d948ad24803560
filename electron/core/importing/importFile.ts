import { emptyBody, newArticle, parseArticle, type Article } from '../../../shared/article/article.ts';
import { articleToJson } from '../../../shared/article/article.ts';
import { CopydeskError, messageOf } from '../../../shared/error.ts';
import { countsOf, countsOfText } from '../../../shared/importing/counts.ts';
import type { HeldPicture } from '../../../shared/importing/heldPictures.ts';
import { importEndings, importLimit } from '../../../shared/importing/kinds.ts';
import type { Imported } from '../../../shared/importing/importer.ts';
import type { Decision, Receipt } from '../../../shared/importing/receipt.ts';
import { gathered, refuseTooManyParts, storyLimits } from '../../../shared/importing/storyLimits.ts';
import type { Tracked, TrackedChanges } from '../../../shared/importing/tracked.ts';
import { withYearOffered } from '../../../shared/importing/yearOffer.ts';
import { articleExtension } from '../fileNames.ts';
import { readArticle, type Problem } from '../readArticle.ts';
import { fileImporters, type BroughtPicture, type FileImporter } from './fileImporter.ts';

/** A file read as an article; a file that was one already has no receipt. */
export interface ImportedFile {
  readonly article: Article;
  readonly receipt: Receipt | null;
  /** Why an article's file should not be trusted blindly, such as a checksum that differs; null if all is well. */
  readonly problem: Problem | null;
  /** The metadata fields that the file told. */
  readonly told: readonly string[];
  readonly pictures: readonly BroughtPicture[];
  /** Pictures beside the file, which `withPicturesBeside` takes in. */
  readonly held: readonly HeldPicture[];
}

/** What a new article gets where the file does not tell. */
export interface ImportDefaults {
  readonly id: string;
  readonly created: string;
  readonly language: string;
  /** How tracked changes come in; accepted if nobody has decided. */
  readonly tracked?: Tracked | undefined;
}

const endingOf = (name: string): string => /\.([^./\\]+)$/.exec(name.toLowerCase())?.[1] ?? '';

/** Reads a file's bytes as an article, by the ending of its name; rejects with `refused` and the reason, which names the file. */
export async function importFile(
  name: string,
  bytes: Uint8Array,
  defaults: ImportDefaults,
): Promise<ImportedFile> {
  checkSize(name, bytes);
  try {
    if (name.toLowerCase().endsWith(articleExtension)) {
      const { article, readOnly } = readArticle(bytes);
      return { article, receipt: null, problem: readOnly, told: [], pictures: [], held: [] };
    }
    const importer = importerOf(name);
    if (importer === undefined) throw new CopydeskError('refused', kindsText());
    if (['text', 'markdown'].includes(importer.id) && bytes.length > storyLimits.text)
      throw new CopydeskError('too-large', 'it is larger than 8 MB, more text than any story has');
    const {
      pictures = [],
      held = [],
      ...imported
    } = await importer.read(name, bytes, defaults.tracked ?? 'accept');
    refuseTooManyParts(imported.body);
    return { ...withMetadata(imported, defaults), problem: null, pictures, held };
  } catch (error) {
    throw named(name, error);
  }
}

/** What a person must decide about a file before it is read: its tracked changes; null if it holds none. */
export async function lookIntoFile(name: string, bytes: Uint8Array): Promise<TrackedChanges | null> {
  checkSize(name, bytes);
  try {
    return (await importerOf(name)?.look?.(bytes)) ?? null;
  } catch (error) {
    throw named(name, error);
  }
}

const importerOf = (name: string): FileImporter | undefined =>
  fileImporters.find(({ extensions }) => extensions.includes(endingOf(name)));

function checkSize(name: string, bytes: Uint8Array): void {
  if (bytes.length > importLimit)
    throw new CopydeskError(
      'too-large',
      `“${name}” is larger than 30 MB, so it was not read. It is untouched.`,
    );
}

const kindsText = (): string =>
  `Copydesk does not read files of this kind; it reads ${importEndings.map((one) => `.${one}`).join(', ')}`;

// One sentence that names the file and says that nothing happened to it.
function named(name: string, error: unknown): CopydeskError {
  if (error instanceof RangeError && /call stack/iu.test(error.message))
    return new CopydeskError('refused', `“${name}” is nested too deeply to be read. It is untouched.`);
  // What a library throws is no sentence for a journalist.
  const code = error instanceof CopydeskError ? error.code : 'refused';
  const text =
    error instanceof CopydeskError
      ? messageOf(error).replace(/\.$/u, '')
      : 'it cannot be read; it may be damaged';
  return new CopydeskError(code, `“${name}” was not read: ${text}. It is untouched.`, { cause: error });
}

// A field that an article cannot carry is doubted, the rest is kept.
function withMetadata(
  { body, envelope, receipt }: Imported,
  defaults: ImportDefaults,
): Pick<ImportedFile, 'article' | 'receipt' | 'told'> {
  const doubts: Decision[] = [];
  const blank = articleToJson(newArticle({ ...defaults, body: emptyBody() }));
  const kept = Object.entries(envelope).filter(([field, value]) => {
    try {
      parseArticle({ ...blank, [field]: value });
      return true;
    } catch {
      doubts.push({ kind: 'doubted', what: `${field} was not taken over`, text: JSON.stringify(value) });
      return false;
    }
  });
  const metadata: Partial<Article> = Object.fromEntries(kept);
  const language = metadata.language ?? defaults.language;
  const article = { ...newArticle({ ...defaults, language }), ...metadata, body };
  const plain = receipt.plain ?? '';
  const counts = receipt.counts ?? { before: countsOfText(plain), after: countsOf(body) };
  return {
    article,
    told: kept.map(([field]) => field),
    receipt: {
      ...receipt,
      plain,
      counts,
      decisions: gathered([...withYearOffered(receipt.decisions, body, article), ...doubts]),
    },
  };
}
