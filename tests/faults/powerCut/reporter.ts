import { statSync } from 'node:fs';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createJournal } from '../../../electron/core/journal.ts';
import { journalFolders } from '../../../electron/core/journalFiles.ts';
import { encodeRecord } from '../../../electron/core/journalRecord.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { createLibrary, openLibrary } from '../../../electron/core/openLibrary.ts';
import type { OpenFile, Ports } from '../../../electron/core/ports.ts';
import { saveDraft } from '../../../electron/core/saveDraft.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { articleToJson, type Article } from '../../../shared/article/article.ts';
import { randomOf } from '../figure.ts';
import { draftOf, idOf } from './drafts.ts';

/** How the reporter's words are written: as Copydesk does, without some or all of its syncs, or plainly. */
export type Manner = 'copydesk' | 'folders not synced' | 'journal not synced' | 'nothing synced' | 'plain';

/** What was promised, and how long the disk's log was then. */
export type Promised =
  | { readonly kind: 'library'; readonly at: number }
  | { readonly kind: 'typed'; readonly at: number; readonly id: string; readonly edit: number }
  | {
      readonly kind: 'saved';
      readonly at: number;
      readonly id: string;
      readonly edit: number;
      /** The version that the history must have; null where none was promised. */
      readonly version: { readonly rev: number; readonly hash: string } | null;
    };

// Run as a program: a reporter who types and saves one article after the other. Tells what was promised, after each promise.
const [folder = '', log = '', given = '', seed = ''] = process.argv.slice(2);
const manner = given as Manner; // our own caller
const random = randomOf(Number(seed));
const articlesTyped = 4;
const savesEach = 10;

const unsynced = (file: OpenFile): OpenFile => ({ ...file, sync: async () => {} });
const { files } = nodePorts;
const withoutFolders: Ports = { ...nodePorts, files: { ...files, syncFolder: async () => {} } };
const withoutAny: Ports = {
  ...nodePorts,
  files: {
    ...withoutFolders.files,
    create: async (path, mode) => unsynced(await files.create(path, mode)),
    append: async (path, mode) => unsynced(await files.append(path, mode)),
  },
};
const portsOf: { readonly [One in Manner]: { readonly ofArticles: Ports; readonly ofJournal: Ports } } = {
  copydesk: { ofArticles: nodePorts, ofJournal: nodePorts },
  'folders not synced': { ofArticles: withoutFolders, ofJournal: withoutFolders },
  'journal not synced': { ofArticles: nodePorts, ofJournal: withoutAny },
  'nothing synced': { ofArticles: withoutAny, ofJournal: withoutAny },
  plain: { ofArticles: nodePorts, ofJournal: nodePorts },
};
const { ofArticles, ofJournal } = portsOf[manner];
const root = join(folder, 'library');
const userData = join(folder, 'user');
// The library itself is a good one for the controls too: it is their words that are looked at.
await createLibrary(root, nodePorts);
const { articles, library } = await openLibrary(root, ofArticles);
const journal = createJournal(ofJournal, userData, library.id);

type Tell = { [Kind in Promised['kind']]: Omit<Extract<Promised, { kind: Kind }>, 'at'> }[Promised['kind']];
const tell = (promise: Tell) => process.send?.({ ...promise, at: statSync(log).size });

async function type(draft: Article, edit: number, base: string | null): Promise<void> {
  const mark = { session: draft.id, edit, base };
  if (manner !== 'plain') return journal.append(draft, mark);
  const path = join(journalFolders(userData, library.id).own, `${draft.id}.journal`);
  await mkdir(dirname(path), { recursive: true });
  const about = { library: library.id, at: Date.now(), draft: articleToJson(draft) };
  return appendFile(path, encodeRecord({ ...mark, ...about }));
}

async function save(draft: Article, edit: number, base: { readonly hash: string } | null) {
  if (manner === 'plain') {
    await writeFile(join(root, `article-${draft.id}.copydesk`), articleToBytes(draft));
    return { hash: '', version: null };
  }
  const reason = random() < 0.5 ? 'manual' : 'autosave';
  const mark = { session: draft.id, edit };
  const { rev, hash, unkept } = await saveDraft({ journal, articles }, draft, base, mark, { reason });
  if (unkept !== null) throw new Error(`Its version was not kept: ${unkept.message}`);
  return { hash, version: reason === 'manual' ? { rev, hash } : null };
}

tell({ kind: 'library' });
for (let number = 0; number < articlesTyped; number += 1) {
  const id = idOf(number);
  let base: { readonly hash: string } | null = null;
  let edit = 0;
  for (let count = 0; count < savesEach; count += 1) {
    for (let typed = Math.floor(random() * 3); typed >= 0; typed -= 1) {
      edit += 1;
      await type(draftOf(id, edit), edit, base?.hash ?? null);
      tell({ kind: 'typed', id, edit });
      await setTimeout(random() * 60);
    }
    edit += 1;
    const saved = await save(draftOf(id, edit), edit, base);
    tell({ kind: 'saved', id, edit, version: saved.version });
    base = saved;
    await setTimeout(random() * 200);
  }
}
process.disconnect();
