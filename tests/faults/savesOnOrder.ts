import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createJournal, type Journal } from '../../electron/core/journal.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import type { Ports } from '../../electron/core/ports.ts';
import type { SaveReason } from '../../electron/core/historyRule.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { testClock } from '../support/testPorts.ts';

/** What this program is asked to do: open a library, then save its article with a text, as Copydesk does or plainly. */
export type Order =
  | { readonly does: 'begin'; readonly root: string; readonly userData: string }
  | { readonly does: 'save' | 'save plainly'; readonly text: string; readonly reason: SaveReason };

/** Begun; acknowledged as saved; or told that it is not, `ours` if in words for people. */
export type Answer =
  | { readonly answer: 'begun' | 'saved' }
  | { readonly answer: 'told'; readonly code: string; readonly message: string; readonly ours: boolean };

// Run as a program with one thread for all its file calls, so that another program can count them and let one fail.
process.env['UV_THREADPOOL_SIZE'] = '1';
let named = 0;
const ports: Ports = {
  ...nodePorts,
  // Who waits ten seconds for a rename waits on this clock.
  clock: testClock(),
  // Each library has the same names in each run, so that a call can be chosen by its path.
  ids: {
    hex: (length) => {
      named += 1;
      return named.toString(16).padStart(length, '0');
    },
  },
};
type Open = {
  readonly save: (text: string, reason: SaveReason) => Promise<void>;
  readonly savePlainly: (text: string) => Promise<void>;
};
let open: Open | null = null;

async function begin(root: string, userData: string): Promise<Open> {
  named = 0;
  const { articles, library } = await openLibrary(root, ports);
  const kept = createJournal(ports, userData, library.id);
  // Nobody waits for the cut in Copydesk; here its calls are those of the save that it follows, and are counted with them.
  let cut = Promise.resolve();
  const journal: Journal = {
    ...kept,
    cut: (id, mark) => {
      cut = kept.cut(id, mark).catch(() => undefined);
      return cut;
    },
  };
  const article = someArticle();
  const found = await articles.open(article.id).catch(() => null);
  let base: { readonly hash: string } | null = found;
  let edit = 0;
  return {
    save: async (text, reason) => {
      edit += 1;
      const mark = { session: 'one', edit };
      base = await saveDraft({ journal, articles }, rewritten(article, text), base, mark, { reason });
      await cut;
    },
    savePlainly: (text) =>
      writeFile(join(root, found?.file ?? 'new.copydesk'), articleToBytes(rewritten(article, text))),
  };
}

async function obey(order: Order): Promise<Answer> {
  if (order.does === 'begin') {
    open = await begin(order.root, order.userData);
    return { answer: 'begun' };
  }
  if (order.does === 'save') await open?.save(order.text, order.reason);
  else await open?.savePlainly(order.text);
  return { answer: 'saved' };
}

const toldOf = (error: unknown): Answer => {
  const ours = error instanceof CopydeskError;
  return { answer: 'told', code: ours ? error.code : '', message: messageOf(error), ours };
};

/** Resolves when the one thread has made every call so far, those that nobody waits for too; makes no file call itself. */
const threadIdle = () => promisify(randomBytes)(1);

async function answer(order: Order): Promise<void> {
  const said = await obey(order).catch(toldOf);
  await threadIdle();
  process.send?.(said);
}

// Nobody else sends to it.
process.on('message', (order) => void answer(order as Order));
flushCompileCache();
