import { mkdir, mkdtemp, open, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createJournal } from '../../electron/core/journal.ts';
import { folders } from '../../electron/core/library.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { articleToJson, parseArticle, type Article } from '../../shared/article/article.ts';
import { articleOf } from './articles.ts';
import { median, quantile } from './measure.ts';
import { countSaveCalls } from './saveCalls.ts';
import { rounded, type Topic } from './topic.ts';

/** Drafts of one article whose file has about so many bytes; each with other words. */
function draftsOf(bytes: number): readonly Article[] {
  const guess = Math.round(bytes / 7);
  const words = Math.round((guess * bytes) / articleToBytes(articleOf(guess)).length);
  const [first, ...others] = [1, 2, 3, 4].map((seed) => articleOf(words, seed));
  return first === undefined ? [] : [first, ...others.map((one) => ({ ...one, id: first.id }))];
}

interface Writer {
  readonly name: string;
  readonly write: (draft: Article, edit: number) => Promise<void>;
}

const plain = 'fs.writeFile';
const recipe = 'temp + fsync + rename (write-file-atomic)';
const protocol = 'the bare protocol: temp + fsync + rename + fsync of the folder';
const alone = 'Copydesk, the article alone';
const whole = 'Copydesk, save by itself';

/** Copydesk's writes as main makes them, from the draft as it comes to the acknowledgement; and two peers. */
async function writersIn(folder: string, first: Article): Promise<readonly Writer[]> {
  const { articles, library } = await createLibrary(join(folder, 'library'), nodePorts);
  const journal = createJournal(nodePorts, join(folder, 'user'), library.id);
  let base = await articles.save(first, null);
  const save = async (draft: Article, edit: number, reason: 'autosave' | 'manual') => {
    const received = parseArticle(articleToJson(draft));
    base = await saveDraft({ journal, articles }, received, base, { session: 'saves', edit }, { reason });
  };
  // A second article, which no journal knows, and a third, which is typed in and never saved.
  const [ownId, typedId] = ['f'.repeat(32), 'e'.repeat(32)];
  let own = await articles.save({ ...first, id: ownId }, null);
  const peer = async (name: string): Promise<string> => {
    await mkdir(join(folder, name));
    return join(folder, name, 'story.copydesk');
  };
  const [plainPath, recipePath, barePath] = [await peer('plain'), await peer('recipe'), await peer('bare')];
  const replace = async (path: string, draft: Article): Promise<void> => {
    const temporary = `${path}.${Math.random().toString(36).slice(2)}`;
    const file = await open(temporary, 'w');
    await file.writeFile(articleToBytes(draft));
    await file.sync();
    await file.close();
    await rename(temporary, path);
  };
  return [
    {
      name: alone,
      write: async (draft) => {
        const received = parseArticle(articleToJson(draft));
        own = await articles.save({ ...received, id: ownId }, own, { reason: 'autosave' });
      },
    },
    { name: whole, write: (draft, edit) => save(draft, 2 * edit, 'autosave') },
    {
      name: 'Copydesk, save by hand, with its version',
      write: async (draft, edit) => save(draft, 2 * edit + 1, 'manual'),
    },
    {
      name: 'Copydesk, recovery journal',
      write: (draft, edit) => {
        const received = parseArticle(articleToJson(draft));
        return journal.append({ ...received, id: typedId }, { session: 'typed', edit, base: null });
      },
    },
    { name: plain, write: (draft) => writeFile(plainPath, articleToBytes(draft)) },
    { name: recipe, write: (draft) => replace(recipePath, draft) },
    {
      name: protocol,
      write: async (draft) => {
        await replace(barePath, draft);
        const around = await open(dirname(barePath), 'r');
        await around.sync();
        await around.close();
      },
    },
  ];
}

/** Each writer once in each round, in turn; answers their times in milliseconds. */
async function measure(kilobytes: number, rounds: number): Promise<ReadonlyMap<string, readonly number[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
  try {
    await mkdir(join(folder, 'library'));
    const drafts = draftsOf(kilobytes * 1_000);
    const [first] = drafts;
    if (first === undefined) throw new RangeError('There is no draft to save');
    const writers = await writersIn(folder, first);
    const times = new Map<string, number[]>(writers.map(({ name }) => [name, []]));
    for (let round = -2; round < rounds; round += 1) {
      // An article of an afternoon has this many versions, not thousands.
      if (round % 20 === 0)
        await rm(join(folder, 'library', folders.history), { recursive: true, force: true });
      const draft = drafts[(round + 4) % drafts.length] ?? first;
      for (const { name, write } of writers) {
        const begun = performance.now();
        await write(draft, round + 3);
        // The first two rounds compile the code and make the folders.
        if (round >= 0) times.get(name)?.push(performance.now() - begun);
      }
    }
    return times;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Saving: how long until a save is acknowledged, and a draft is in the journal; what it asks of the system. */
export const savingTopic: Topic = {
  name: 'saving',
  size: { unit: 'KB', values: [50, 100, 1000] },
  rounds: 200,
  heads: [
    'writer',
    'p50 ms',
    'p95 ms',
    'worst ms',
    `p50 ÷ ${plain}`,
    'p50 ÷ the bare protocol',
    'p95 ÷ the same',
    'fsync',
    'rename',
  ],
  notes:
    'From the draft as it comes to the acknowledgement: Copydesk’s rows check it, write it as text, and compare what is on the disk with what it was based on. A save by itself is journalled while its temp file is written, replaces the file once both are on the disk, and is acknowledged before the journal is cut; what the journal’s own row types is never saved. Calls are counted with strace, where it is: of the article’s file and folder in its own row, of everything in a save’s.',
  measure: async (kilobytes, { rounds }) => {
    const times = await measure(kilobytes, rounds);
    const calls = await countSaveCalls();
    const counted = new Map([
      [alone, calls?.article],
      [whole, calls?.all],
    ]);
    const of = (name: string) => times.get(name) ?? [];
    return [...times].map(([name, its]) => [
      name,
      ...[median(its), quantile(its, 0.95), Math.max(...its)].map((one) => rounded(one, 2)),
      rounded(median(its) / median(of(plain)), 2),
      rounded(median(its) / median(of(protocol)), 2),
      rounded(quantile(its, 0.95) / quantile(of(protocol), 0.95), 2),
      String(counted.get(name)?.syncs ?? '–'),
      String(counted.get(name)?.renames ?? '–'),
    ]);
  },
};
