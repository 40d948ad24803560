import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { parseArticle, articleToJson } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { createTakenDrafts } from '../../electron/core/takenDrafts.ts';
import type { KeptBlocks } from '../../shared/ipc/keptBlocks.ts';
import { createKeeper, type KeeperOptions } from '../../renderer/article/keeper.ts';
import { someArticle } from '../support/someArticle.ts';
import { typedBy } from './typed.ts';

// Run as a program: one window in which a person types ten characters a second without a pause, kept by the window's own
// keeper (journal within a second, library within five) in one process with main's journal and store. It tells each
// character as it is typed.
const [root = '', userData = '', id = ''] = process.argv.slice(2);
const { articles, library } = await createLibrary(root, nodePorts);
const drafts = createTakenDrafts();
const journal = createJournal(nodePorts, userData, library.id);
const story = Array.from({ length: 60 }, (_, index) => `What stood there before, ${index}. `.repeat(8));
const before = { ...someArticle({ paragraphs: ['', ...story] }), id };
const draftOf = (typed: string) => {
  // All other blocks stay the same nodes, as in the editor.
  const paragraph = schema.node('paragraph', null, typed === '' ? [] : [schema.text(typed)]);
  return { ...before, body: before.body.copy(before.body.content.replaceChild(5, paragraph)) };
};

interface Draft {
  readonly article: Readonly<Record<string, unknown>>;
  readonly kept: KeptBlocks | null;
  readonly base: string;
  readonly session: string;
  readonly edit: number;
}

async function call(name: string, input: unknown): Promise<unknown> {
  const { article, kept, base, session, edit } = input as Draft; // both calls have these
  const whole = drafts.whole(session, article, kept);
  drafts.take(session, edit, whole);
  const draft = parseArticle(whole);
  if (name === 'journal:write') {
    process.send?.({ kind: 'writing', at: Date.now() });
    await journal.append(draft, { session, edit, base: base === '' ? null : base });
    process.send?.({ kind: 'written', at: Date.now() });
    return null;
  }
  const saved = await saveDraft({ journal, articles }, draft, base === '' ? null : { hash: base }, {
    session,
    edit,
  });
  process.send?.({ kind: 'saved', edit });
  return saved;
}

const first = await articles.save(draftOf(''), null);
const keeper = createKeeper({
  // The two calls that a keeper makes, answered without a wire.
  connection: { call, on: () => () => {} } as unknown as KeeperOptions['connection'],
  clock: {
    now: () => Date.now(),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  },
  base: first,
  savedAt: first.savedAt,
  resumed: null,
  onState: () => {},
  onSaved: () => {},
  onJournal: (problem) => {
    if (problem !== null) process.send?.({ kind: 'failed', problem });
  },
});
// Compiled for the next one, before anything is measured.
articleToJson(draftOf('warm'));
flushCompileCache();

// All typists begin when the last one has loaded: one that loads slows down the others.
process.send?.({ kind: 'ready' });
await once(process, 'message');

let typed = 0;
let ticked = Date.now();
const started = performance.now();
const type = () => {
  const at = Date.now();
  process.send?.({ kind: 'tick', late: at - ticked });
  ticked = at;
  // A person's fingers do not slow down with the computer: what is late is typed at once.
  for (; typed < (performance.now() - started) / 100; typed += 1) {
    keeper.put(draftOf(typedBy(id, typed + 1)), 0);
    process.send?.({ kind: 'typed', at });
  }
};
setInterval(type, 50);
