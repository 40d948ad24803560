import { appendFile, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createJournal } from '../../electron/core/journal.ts';
import { journalFolders } from '../../electron/core/journalFiles.ts';
import { articleName } from '../../electron/core/fileNames.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import type { CopydeskApp } from './app.ts';

type Body = Article['body'];
type Change = (node: Body) => Body;

const mapBlocks = (article: Article, change: Change): Article => ({
  ...article,
  body: article.body.type.create(article.body.attrs, article.body.children.map(change)),
});

/** An article with some words replaced by others; every block keeps what else it is. */
export const replaceWords = (article: Article, words: readonly (readonly [string, string])[]): Article => {
  let json = JSON.stringify(articleToJson(article).body);
  for (const [old, young] of words)
    json = json.replace(JSON.stringify(old).slice(1, -1), JSON.stringify(young).slice(1, -1));
  return { ...article, body: schema.nodeFromJSON(JSON.parse(json)) };
};

/** An article whose pictures have another alt text, and whose related links lead elsewhere. */
export const rewriteAttributes = (article: Article, alt: string, href: string): Article =>
  mapBlocks(article, (node) => {
    if (node.type.name === 'figure') return node.type.create({ ...node.attrs, alt }, node.content);
    if (node.type.name === 'relatedLink') return node.type.create({ ...node.attrs, href }, node.content);
    return node;
  });

const at = (time: number) => ({ ...nodePorts, clock: { ...nodePorts.clock, now: () => time } });

/** Journals drafts as a Copydesk that crashed left them, each typed at its time; a draft of the library's folder. */
export async function journalDrafts(
  { dataDir, libraryDir }: { readonly dataDir: string; readonly libraryDir: string },
  drafts: readonly { readonly draft: Article; readonly time: number }[],
): Promise<readonly string[]> {
  const { library } = await createLibrary(libraryDir, nodePorts);
  for (const [index, { draft, time }] of drafts.entries())
    await createJournal(at(time), dataDir, library.id).append(draft, {
      session: `s${index}`,
      edit: 1,
      base: null,
    });
  const { own } = journalFolders(dataDir, library.id);
  return (await readdir(own)).map((name) => join(own, name));
}

/** Leaves half a record at the end of a journal, as a power cut does. */
export const tearJournal = (path: string): Promise<void> =>
  appendFile(path, '\ncopydesk-journal 1 torn 9 4000\n{"library":"');

/** Saves each state of an article over the one before by hand, each at its time: the library has them as versions. */
export async function saveVersions(
  libraryDir: string,
  states: readonly { readonly article: Article; readonly time: number }[],
): Promise<void> {
  let base: { readonly hash: string } | null = null;
  for (const { article, time } of states) {
    const { articles } = await createLibrary(libraryDir, at(time));
    base ??= await articles.open(article.id).catch(() => null);
    base = await articles.save(article, base, { reason: 'manual' });
  }
}

/** Makes an article's file one of a later Copydesk, with a block that this one does not know. */
export async function makeNewer(libraryDir: string, article: Article): Promise<void> {
  const path = join(libraryDir, articleName(article));
  const json = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>; // written by `putArticles`
  const { body } = articleToJson(article) as { readonly body: { readonly content: readonly unknown[] } }; // a document
  const timeline = { type: 'timeline', content: [{ type: 'text', text: '23:40 The first boat leaves.' }] };
  const { sha256: _sha256, ...rest } = json;
  await writeFile(
    path,
    JSON.stringify({
      ...rest,
      schemaVersion: 99,
      minReader: 99,
      body: { ...body, content: [...body.content, timeline] },
    }),
  );
}

/** Cuts an article's file short, as another program's crash does. */
export const cutShort = async (libraryDir: string, article: Article): Promise<void> => {
  const path = join(libraryDir, articleName(article));
  await writeFile(path, (await readFile(path)).subarray(0, 400));
};

/** From now on the system answers every new file of main that the disk is full. */
export const fillDisk = ({ app }: Pick<CopydeskApp, 'app'>, folder: string): Promise<void> =>
  app.evaluate((_electron, root) => {
    const { syncBuiltinESMExports } = process.getBuiltinModule('node:module');
    const files = process.getBuiltinModule('node:fs/promises');
    const { open } = files;
    const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
    Object.assign(files, {
      open: (path: string, flags: string, mode?: number) =>
        flags === 'wx' && String(path).startsWith(root) ? Promise.reject(full) : open(path, flags, mode),
    });
    syncBuiltinESMExports();
  }, folder);

/** Takes the library's folder away, as a disk that was unplugged. */
export const takeAway = (libraryDir: string): Promise<void> => rename(libraryDir, `${libraryDir}-away`);
