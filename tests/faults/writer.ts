import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleStore } from '../../electron/core/articleStore.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import type { Ports } from '../../electron/core/ports.ts';
import type { Decision } from '../../electron/core/settleConflict.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';

/** What a writer is asked to do with the library's one article; it answers whether the text was taken as the newest one. */
export type Order =
  | { readonly does: 'begin'; readonly root: string; readonly file: string }
  | { readonly does: 'open' }
  /** Decides between the text it wrote last and another version that is there, if there is one. */
  | { readonly does: 'settle'; readonly keep: Decision['keep'] }
  | { readonly does: 'manual' | 'autosave'; readonly text: string };

/** The answer to an order. */
export type Answer = 'done' | 'conflict' | 'failed';

// Run as a program: one of two writers of a library, as Copydesk or (for the control) plainly, with a process of its own.
const [manner = '', computer = ''] = process.argv.slice(2);
// Each is a computer of its own: one computer's second process is refused by the lock.
const ports: Ports = {
  ...nodePorts,
  host: `Desk ${computer}`,
  clock: { ...nodePorts.clock, now: () => Date.now() + 7_300 * Number(computer) },
};
let path = '';
let file = '';
let articles: ArticleStore | null = null;
let base: { readonly hash: string; readonly file?: string } | null = null;
let mine = someArticle();

async function openAgain(): Promise<Answer> {
  if (articles === null) readArticle(await readFile(path));
  else {
    const opened = await articles.open(file);
    base = opened;
    mine = opened.article;
  }
  return 'done';
}

async function save(text: string, reason: 'manual' | 'autosave'): Promise<Answer> {
  const article = rewritten(someArticle(), text);
  mine = article;
  if (articles === null) {
    await writeFile(path, articleToBytes(article));
    return 'done';
  }
  try {
    base = await articles.save(article, base, { reason });
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'conflict' ? 'conflict' : 'failed';
  }
}

async function settle(keep: Decision['keep']): Promise<Answer> {
  if (articles === null || base === null) return 'failed';
  const { disk, hash, beside, ...now } = await articles.standing(mine.id, base);
  const theirs = disk === 'changed' ? { file: now.file, hash } : beside[0];
  if (theirs === undefined) return 'failed';
  await articles.settle({ mine, base, theirs: { file: theirs.file, hash: theirs.hash }, keep });
  return openAgain();
}

async function obey(order: Order): Promise<Answer> {
  if (order.does === 'open') return openAgain();
  if (order.does === 'settle') return settle(order.keep);
  if (order.does !== 'begin') return save(order.text, order.does);
  file = order.file;
  path = join(order.root, file);
  articles = manner === 'plain' ? null : (await openLibrary(order.root, ports)).articles;
  return openAgain();
}

process.on('message', (order) => {
  // Nobody else sends to it.
  void obey(order as Order).then(
    (answer) => process.send?.(answer),
    () => process.send?.('failed'),
  );
});
