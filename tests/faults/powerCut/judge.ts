import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleName } from '../../../electron/core/fileNames.ts';
import { createJournal } from '../../../electron/core/journal.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { openLibrary, type OpenLibrary } from '../../../electron/core/openLibrary.ts';
import { readArticle } from '../../../electron/core/readArticle.ts';
import { recoverDrafts } from '../../../electron/core/recovery.ts';
import { hashOf } from '../../../electron/core/serialise.ts';
import { folders } from '../../../electron/core/library.ts';
import { messageOf } from '../../../shared/error.ts';
import { count, problem, type Figure } from '../figure.ts';
import { editOf } from './drafts.ts';
import type { Promised } from './reporter.ts';

/** What a start finds on the disk after a power cut, against all that was promised before it; counted in the figure. */
export async function judge(
  figure: Figure,
  about: string,
  disk: string,
  promised: readonly Promised[],
): Promise<void> {
  const root = join(disk, 'library');
  const opened = await openLibrary(root, nodePorts).catch((error: unknown) => messageOf(error));
  if (typeof opened === 'string') {
    if (promised.length === 0) return count(figure, 'before the library was made');
    figure.missing += 1;
    return problem(figure, `${about}: ${opened}`);
  }
  const found = readFiles(figure, about, root);
  const drafts = await readDrafts(figure, about, join(disk, 'user'), opened);
  const ids = new Set(promised.flatMap((promise) => (promise.kind === 'library' ? [] : [promise.id])));
  for (const id of ids) {
    const edits = promised.flatMap((one) => (one.kind !== 'library' && one.id === id ? [one] : []));
    const saved = edits.findLast(({ kind }) => kind === 'saved')?.edit ?? 0;
    const typed = edits.at(-1)?.edit ?? 0;
    const file = found.get(id);
    const draft = drafts.get(id) ?? 0;
    if (file === undefined && saved > 0) {
      figure.missing += 1;
      problem(figure, `${about}: edit ${saved} of ${id} was saved, and its file is not there`);
    } else if (file !== 'harmed' && (file ?? 0) < saved) {
      figure.lost += 1;
      count(figure, 'saved versions lost');
      problem(figure, `${about}: edit ${saved} of ${id} was saved, the file is edit ${file}`);
    } else if (file !== 'harmed' && Math.max(file ?? 0, draft) < typed) {
      figure.lost += 1;
      count(figure, 'journalled edits lost');
      problem(figure, `${about}: edit ${typed} of ${id} was journalled, found ${file} and draft ${draft}`);
    }
    if (draft > 0 && file !== 'harmed' && draft <= (file ?? 0)) count(figure, 'stale drafts offered');
    await judgeHistory(figure, about, opened, id, edits);
  }
}

/** By article: which edit its file is, or that it is none. */
function readFiles(figure: Figure, about: string, root: string): ReadonlyMap<string, number | 'harmed'> {
  const found = new Map<string, number | 'harmed'>();
  for (const name of readdirSync(root).filter(isArticleName)) {
    const id = /[0-9a-f]{32}/.exec(name)?.[0] ?? '';
    const bytes = readFileSync(join(root, name));
    const edit = bytes.length === 0 ? null : editIn(bytes);
    if (bytes.length === 0) figure.empty += 1;
    else if (edit === null) figure.torn += 1;
    if (edit === null || found.has(id))
      problem(figure, `${about}: ${name} has ${bytes.length} bytes${edit === null ? '' : ', a second file'}`);
    found.set(id, edit ?? 'harmed');
  }
  return found;
}

function editIn(bytes: Uint8Array): number | null {
  try {
    const { article, readOnly } = readArticle(bytes);
    return readOnly === null ? editOf(article) : null;
  } catch {
    return null;
  }
}

/** By article: which edit the start would offer. */
async function readDrafts(
  figure: Figure,
  about: string,
  userData: string,
  { library, articles }: OpenLibrary,
): Promise<ReadonlyMap<string, number>> {
  const journal = createJournal(nodePorts, userData, library.id);
  const { recovered, unreadable, problems, quarantined } = await recoverDrafts(journal, library, articles);
  for (const one of [...unreadable, ...problems]) problem(figure, `${about}: ${JSON.stringify(one)}`);
  count(figure, 'torn journals put aside', quarantined.length);
  count(figure, 'drafts offered', recovered.length);
  const offered = new Map<string, number>();
  for (const { id, draft, edit } of recovered) {
    if (editOf(draft) === edit && id === draft.id && !offered.has(id)) offered.set(id, edit);
    else {
      figure.torn += 1;
      problem(figure, `${about}: a draft of ${id} was never typed so`);
    }
  }
  return offered;
}

/** Every saved version must be in the history, byte for byte. */
async function judgeHistory(
  figure: Figure,
  about: string,
  { history, library }: OpenLibrary,
  id: string,
  edits: readonly Promised[],
): Promise<void> {
  const versions = await history.list(id);
  for (const promise of edits) {
    if (promise.kind !== 'saved' || promise.version === null) continue;
    const { rev, hash } = promise.version;
    const version = versions.find((one) => one.rev === rev);
    const path = join(library.root, folders.history, id, version?.name ?? '');
    const whole = version !== undefined && hashOf(readFileSync(path)) === hash;
    count(figure, 'versions of the history looked at');
    if (whole) continue;
    figure.lost += 1;
    count(figure, 'versions of the history lost');
    problem(figure, `${about}: version ${rev} of ${id} is ${version === undefined ? 'gone' : 'torn'}`);
  }
}
