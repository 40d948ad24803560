import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exportArticle } from '../../electron/core/exportArticle.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { folders } from '../../electron/core/library.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { parseVersionName } from '../../electron/core/versionName.ts';
import { newArticle, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { markdown } from '../../shared/formats/markdown.ts';
import { markdown as importMarkdown } from '../../shared/importing/markdown.ts';
import { goldenTheme } from '../support/articleFixtures.ts';
import { png } from '../support/pictures.ts';
import { someArticle } from '../support/someArticle.ts';
import { testPorts } from '../support/testPorts.ts';

/** One kind of write, done again and again on a disk that is full or not. */
export interface Deed {
  /** Makes the old state, with all the space there is. */
  readonly prepare: () => Promise<void>;
  /** Writes; throws what the person is told. */
  readonly run: (text: string) => Promise<void>;
  /** The file that it replaces, null if it only adds. */
  readonly target: () => string | null;
  /** The text that is there now. */
  readonly found: () => Promise<string>;
}

/** An article of about 100 KB; `text` marks the version. */
export const longArticle = (text: string): Article =>
  someArticle({
    paragraphs: [text, ...Array.from({ length: 280 }, () => `${text} ${'Words that fill. '.repeat(20)}`)],
  });

const textIn = (text: string): string => /Old|New|Next/.exec(text)?.[0] ?? '';

/** A library, a journal and an exported page on one disk, and what a person does there. */
export async function deedsOn(disk: string): Promise<Readonly<Record<string, Deed>>> {
  const root = join(disk, 'library');
  const userData = join(disk, 'user');
  mkdirSync(root);
  const ports = testPorts();
  const { articles, library, history, media } = await createLibrary(root, ports);
  const journal = createJournal(ports, userData, library.id);
  const { id } = longArticle('');
  await articles.save(someArticle({ digit: 'b', headline: 'Another story' }), null);
  let base = await articles.save(longArticle('Old'), null);
  const article = join(root, base.file);
  const mine = new Set(readdirSync(root).filter(isArticleName));
  let counted = 1;

  const save = async (text: string, reason: 'autosave' | 'manual') => {
    base = await articles.save(longArticle(text), base, { reason });
    if (base.unkept !== null) throw new CopydeskError(base.unkept.code, base.unkept.message);
  };
  const prepareSave = async () => {
    rmSync(join(root, folders.history), { recursive: true, force: true });
    await save('Old', 'autosave');
  };
  const foundArticle = async () => readArticle(readFileSync(article)).article.body.child(5).textContent;
  const saved = (reason: 'autosave' | 'manual'): Deed => ({
    prepare: prepareSave,
    run: (text) => save(text, reason),
    target: () => article,
    found: foundArticle,
  });

  const mark = () => ({ session: 'one', edit: counted, base: base.hash });
  const append = async (text: string) => {
    counted += 1;
    await journal.append(longArticle(text), mark());
  };
  const journalFile = join(userData, 'journal', library.id, `${id}.journal`);
  const journalled = (prepare: () => Promise<void>): Deed => ({
    prepare: async () => {
      await journal.cut(id, mark());
      await append('Old');
      await prepare();
    },
    run: append,
    target: () => journalFile,
    found: async () => {
      const { files } = await createJournal(testPorts(), userData, library.id).readAll();
      return textIn(Buffer.from(files[0]?.records.at(-1)?.payload ?? []).toString());
    },
  });

  const page = join(disk, 'page.md');
  const exported = (text: string) =>
    exportArticle(ports, {
      article: longArticle(text),
      format: markdown,
      settings: { theme: goldenTheme },
      target: page,
      readMedia: async () => null,
    });

  // As `desk import` does it: the file read, its picture kept, the article made.
  const imported = async (text: string) => {
    counted += 1;
    const picture = Buffer.concat([png(8, 8), Buffer.alloc(40_000, String(counted))]);
    const { src } = await media.add(picture);
    const copy = `# ${text}\n\n![A picture](${src})\n\n${`${text} ${'Words that fill. '.repeat(20)}\n\n`.repeat(280)}`;
    const { body, envelope } = importMarkdown.run({ name: 'story.md', text: copy });
    const about = { id: articles.newId(), created: '2026-05-04T06:30:00.000Z', language: 'en' };
    await articles.create({ ...newArticle({ ...about, body }), ...envelope, body });
  };
  const importedFiles = () => readdirSync(root).filter((name) => isArticleName(name) && !mine.has(name));

  const keep = async (text: string) => {
    counted += 1;
    const bytes = articleToBytes({ ...longArticle(text), rev: counted });
    await history.keep(id, { rev: counted, bytes, path: article }, 'export');
  };
  const versionsFolder = join(root, folders.history, id);

  return {
    autosave: saved('autosave'),
    'manual save': saved('manual'),
    journal: journalled(async () => {}),
    'journal after a torn record': journalled(async () => {
      ports.faulty.inject({ call: 'write', fault: 1_000 });
      ports.faulty.inject({ call: 'write', nth: 2, fault: 'ENOSPC' });
      await append('Torn').catch(() => undefined);
    }),
    export: {
      prepare: async () => void (await exported('Old')),
      run: async (text) => void (await exported(text)),
      target: () => page,
      found: async () => textIn(readFileSync(page, 'utf8')),
    },
    import: {
      prepare: async () => {
        for (const name of importedFiles()) rmSync(join(root, name));
        rmSync(join(root, folders.media), { recursive: true, force: true });
      },
      run: imported,
      target: () => null,
      found: async () => {
        // Each is a new article: the newest text of those that are there.
        const texts = importedFiles().map((name) => readArticle(readFileSync(join(root, name))).article.body);
        const found = texts.map((body) => textIn(body.textContent));
        return ['Next', 'New'].find((text) => found.includes(text)) ?? '';
      },
    },
    history: {
      prepare: async () => {
        rmSync(versionsFolder, { recursive: true, force: true });
        await keep('Old');
      },
      run: keep,
      target: () => null,
      found: async () => {
        const names = readdirSync(versionsFolder).toSorted();
        return textIn(readFileSync(join(versionsFolder, names.at(-1) ?? ''), 'utf8'));
      },
    },
  };
}

/** Why a file that a failed deed left is not whole; null if it is, or is nobody's but ours to sweep. */
export function whyNotWhole(path: string, bytes: Buffer): string | null {
  const name = basename(path);
  if (name.startsWith('.')) return `${name} is left over`;
  if (!isArticleName(name) && parseVersionName(name) === null) return null;
  try {
    return readArticle(bytes).readOnly === null ? null : `${name} is damaged`;
  } catch {
    return `${name} is damaged`;
  }
}
