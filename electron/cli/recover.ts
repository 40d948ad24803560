import { join, relative, resolve } from 'node:path';
import { titleOf, wordsOf } from '../../shared/article/text.ts';
import { compareArticles } from '../../shared/compare/compareArticles.ts';
import { messageOf } from '../../shared/error.ts';
import { findLostDrafts, type LostDraft, type LostDrafts } from '../core/lostDrafts.ts';
import { openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { systemError } from '../core/systemError.ts';
import { writeDraft, writeUnread } from '../core/writeDrafts.ts';
import { timeText, UsageError, userDataHelp, userDataOf, type Command, type Desk } from './command.ts';

/** What a draft has that the library does not, as numbers; null where there is nothing to compare it with. */
const changeOf = ({ draft, saved }: LostDraft) => {
  if (saved === null) return null;
  const { words, fields } = compareArticles(saved.article, draft);
  return { added: words.added, removed: words.removed, fields: fields.map(({ name }) => name) };
};

function changeText(lost: LostDraft): string {
  const change = changeOf(lost);
  if (change !== null) {
    const fields = change.fields.length === 0 ? '' : `, ${change.fields.join(' ')}`;
    return `+${change.added} -${change.removed} words${fields}`;
  }
  if (lost.home === null) return 'not compared';
  return lost.problem === null ? 'not in the library' : `saved file ${lost.problem.code}`;
}

const lineOf = (lost: LostDraft): string =>
  [
    lost.id,
    timeText(lost.at),
    wordsOf(lost.draft.body),
    changeText(lost),
    lost.session,
    titleOf(lost.draft.body) || '-',
  ].join('\t');

const toJson = (lost: LostDraft, files: readonly string[]) => ({
  id: lost.id,
  session: lost.session,
  edit: lost.edit,
  typed: new Date(lost.at).toISOString(),
  title: titleOf(lost.draft.body),
  words: wordsOf(lost.draft.body),
  change: changeOf(lost),
  library: { id: lost.library, root: lost.home?.library.root ?? null },
  savedFile: lost.saved?.file ?? null,
  problem: lost.problem,
  files,
});

async function openIfThere(desk: Desk, root: string | undefined): Promise<OpenLibrary | null> {
  if (root === undefined) return null;
  try {
    return await openLibrary(resolve(root), desk.ports);
  } catch (error) {
    desk.say(resolve(root), `${messageOf(error)} What the journals of all libraries hold is shown instead.`);
    return null;
  }
}

// A draft in the library itself would be a second version of its article, and one in the journal no journal.
function refuseInside(out: string, folder: string, what: string): void {
  const way = relative(folder, out);
  if (way === '' || !(way.startsWith('..') || resolve(way) === way))
    throw new UsageError(`--out ${out} is inside ${what}: choose a folder of its own`);
}

function sayProblems(desk: Desk, { damaged, problems, unread }: LostDrafts): void {
  for (const path of damaged)
    desk.fail(path, 'damaged: the drafts that are whole in it are given; it was left as it is');
  for (const { message } of problems) desk.fail('', message);
  for (const { id, record, problem } of unread)
    desk.fail(id, `the draft of session ${record.session} cannot be read. ${problem.message}`);
}

async function writeAll(desk: Desk, found: LostDrafts, out: string) {
  const formats = desk.formats.filter(({ id }) => id === 'markdown' || id === 'text');
  // Readable text has no page theme: nothing but the journal is needed.
  const settings = { theme: { id: '', css: '' } };
  await desk.ports.files.makeFolder(out).catch((error: unknown) => {
    throw systemError(error, 'made', out, 'The drafts stay in the recovery journal.');
  });
  const written = new Map<LostDraft, readonly string[]>();
  const tell = (error: unknown, id: string) => desk.fail(id, error);
  for (const [index, lost] of found.drafts.entries()) {
    desk.progress(index, found.drafts.length, lost.id);
    const paths = await writeDraft(desk.ports, out, lost, formats, settings).catch((error: unknown) =>
      tell(error, lost.id),
    );
    written.set(lost, paths ?? []);
  }
  const raw: string[] = [];
  for (const one of found.unread) {
    const path = await writeUnread(desk.ports, out, one).catch((error: unknown) => tell(error, one.id));
    if (path !== undefined) raw.push(path);
  }
  return { written, raw };
}

/** `desk recover`: what was typed and never saved, one line each; with `--out` as files, one path per line. Changes nothing else. */
export const recoverCommand: Command = {
  name: 'recover',
  usage: '[--library DIR] [--out DIR] [--json]',
  summary: 'Show what was typed but never saved, and write it to files',
  options: {
    library: { type: 'string' },
    out: { type: 'string' },
    json: { type: 'boolean' },
    'put-aside': { type: 'boolean' },
    'user-data': { type: 'string' },
  },
  help: () => [
    ['--library DIR', 'the drafts of this library only; without it, of every library on this computer'],
    ['--out DIR', 'write each draft there as an article and as readable text; nothing there is replaced'],
    ['--put-aside', 'also what was not restored in the window (kept 90 days), and damaged journals'],
    ['--json', 'everything that is known of each, as JSON'],
    userDataHelp,
    ['', 'Each line: id, time (UTC), words, change since the last save, session, headline.'],
    ['', 'The journals and the library are only read, and Copydesk may be running meanwhile.'],
  ],
  run: async (given, desk) => {
    if (given.files.length > 0) throw new UsageError(`recover takes no FILE: ${given.files.join(' ')}`);
    const userData = userDataOf(given, desk);
    const out = given.text('out') === undefined ? null : resolve(given.text('out') ?? '');
    const root = given.text('library');
    if (out !== null) {
      refuseInside(out, join(userData, 'journal'), 'the recovery journal');
      if (root !== undefined) refuseInside(out, resolve(root), 'the library');
    }
    if ((await desk.ports.files.stat(userData).catch(() => null)) === null) {
      desk.fail(userData, 'there is no such folder of Copydesk’s own data; name it with --user-data');
      return;
    }
    const only = await openIfThere(desk, root);
    const found = await findLostDrafts(desk.ports, { userData, only, putAside: given.has('put-aside') });
    for (const { home } of out === null ? [] : found.drafts)
      if (home !== null) refuseInside(out ?? '', home.library.root, 'the library');
    sayProblems(desk, found);
    const { written, raw } =
      out === null
        ? { written: new Map<LostDraft, readonly string[]>(), raw: [] }
        : await writeAll(desk, found, out);
    if (given.has('json'))
      desk.print(
        JSON.stringify(
          found.drafts.map((one) => toJson(one, written.get(one) ?? [])),
          null,
          2,
        ),
      );
    else if (out === null) for (const one of found.drafts) desk.print(lineOf(one));
    else for (const path of [...written.values(), raw].flat()) desk.print(path);
    const { length } = found.drafts;
    if (length === 0) desk.say(userData, 'nothing was typed that is not saved');
    else if (out === null)
      desk.say(
        '',
        `${length} ${length === 1 ? 'draft' : 'drafts'} not saved; --out DIR writes them to files`,
      );
  },
};
