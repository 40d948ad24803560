import { setImmediate } from 'node:timers/promises';
import type { Article } from '../../../shared/article/article.ts';
import { holdOf } from '../../../shared/article/mayLeave.ts';
import { titleOf } from '../../../shared/article/text.ts';
import { messageOf } from '../../../shared/error.ts';
import type { Format } from '../../../shared/formats/format.ts';
import { exportStem, foldName, takeName } from '../exportName.ts';
import type { Media } from '../mediaStore.ts';
import type { Ports } from '../ports.ts';
import { systemError } from '../systemError.ts';

/** An article that was read for a batch. */
export interface BatchSource {
  readonly article: Article;
  /** The name it came by; '' to go by its slug or headline. */
  readonly stem: string;
  /** What tells it from an article of the same name, on every machine alike: its id, or a hash of its text. */
  readonly key: string;
  readonly readMedia: (src: string) => Promise<Media | null>;
  /** What the person should know about it: its text may not be what was saved. */
  readonly notes?: readonly string[];
  /** The file of a library that it was read from, and its bytes. */
  readonly saved?: { readonly path: string; readonly bytes: Uint8Array };
}

/** One article of a batch, not read yet. */
export interface BatchItem {
  /** What it was named by: its file in the library, or an argument. */
  readonly about: string;
  /** Reads it; called when the batch is planned, and again when it is written. */
  readonly load: () => Promise<BatchSource>;
}

/** An article of a batch that something is said about. */
export interface Told {
  readonly about: string;
  readonly title: string;
  readonly message: string;
}

/** An article of a batch that can be read. */
export interface PlannedArticle extends BatchItem {
  readonly title: string;
  readonly key: string;
  /** Its name in each format, without the extension. */
  readonly stems: readonly { readonly format: Format; readonly stem: string }[];
}

/** What a batch would write, before anything is written. */
export interface BatchPlan {
  readonly folder: string;
  /** In an order that depends on the articles alone. */
  readonly articles: readonly PlannedArticle[];
  /** What may not leave without a reason (`holdOf`). */
  readonly held: readonly Told[];
  /** What cannot be read. */
  readonly failed: readonly Told[];
  /** The names in the folder that files of this batch would have. */
  readonly existing: readonly string[];
}

/** What is to be exported, where to, and as what. */
export interface BatchWish {
  readonly items: readonly BatchItem[];
  readonly formats: readonly Format[];
  readonly folder: string;
  /** Told before each article is read. */
  readonly progress?: (done: number, of: number, about: string) => void;
  readonly stopped?: () => boolean;
}

/** Reads the articles of a batch and names their files; writes nothing. Throws only if the folder cannot be read. */
export async function planBatch(ports: Pick<Ports, 'clock' | 'files'>, wish: BatchWish): Promise<BatchPlan> {
  const { items, formats, folder } = wish;
  const there = await ports.files.list(folder).catch((error: unknown) => {
    throw systemError(error, 'read', folder, 'Nothing was written.');
  });
  const articles: PlannedArticle[] = [];
  const held: Told[] = [];
  const failed: Told[] = [];
  for (const [index, { about, load }] of items.entries()) {
    if (wish.stopped?.() === true) break;
    wish.progress?.(index, items.length, about);
    try {
      const { article, stem, key } = await load();
      const title = titleOf(article.body);
      const stems = formats.map((format) => ({ format, stem: exportStem(article, format, stem) }));
      articles.push({ about, load, title, key, stems });
      const hold = holdOf(article, ports.clock.now());
      if (hold !== null) held.push({ about, title, message: hold.text });
    } catch (error) {
      failed.push({ about, title: '', message: messageOf(error) });
    }
    // Calls of the windows come first.
    await setImmediate();
  }
  const sorted = articles.toSorted(
    (a, b) => compare(orderOf(a), orderOf(b)) || compare(a.key, b.key) || compare(a.about, b.about),
  );
  const wanted = new Set(
    nameFiles(sorted, []).flatMap(({ files }) => files.map(({ name }) => foldName(name))),
  );
  const existing = there.filter((name) => wanted.has(foldName(name)));
  return { folder, articles: sorted, held, failed, existing };
}

// By code units: no machine's language orders them otherwise.
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const orderOf = ({ stems }: PlannedArticle): string => foldName(stems[0]?.stem ?? '');

/** An article of a batch and the names of its files. */
export interface NamedArticle extends PlannedArticle {
  readonly files: readonly { readonly format: Format; readonly name: string }[];
}

/** Names the files of a batch: no two names are alike on any system, and none is like those of `avoid`. */
export function nameFiles(
  articles: readonly PlannedArticle[],
  avoid: readonly string[],
): readonly NamedArticle[] {
  const taken = new Set(avoid.map(foldName));
  return articles.map((article) => ({
    ...article,
    files: article.stems.map(({ format, stem }) => ({
      format,
      name: takeName(stem, format.extension, taken),
    })),
  }));
}
