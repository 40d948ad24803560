import { dirname, join, resolve } from 'node:path';
import type { Format } from '../../shared/formats/format.ts';
import { libraryItems } from '../core/batch/libraryItems.ts';
import { planBatch, type BatchItem, type BatchSource } from '../core/batch/planBatch.ts';
import { runBatch, type BatchSummary } from '../core/batch/runBatch.ts';
import type { Override } from '../core/gate.ts';
import { folders } from '../core/library.ts';
import { openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { bundledThemeIds, standardTheme } from '../core/pageThemes.ts';
import { hashOfBody } from '../core/serialise.ts';
import { required, UsageError, type Command, type Desk, type Given } from './command.ts';
import { endings, readArgument, sayReceipt, trackedHelp, trackedOf } from './inputs.ts';
import { themeOf } from './theme.ts';

function chooseFormats(desk: Desk, list: string): readonly Format[] {
  const wanted = [...new Set(list.split(',').map((one) => one.trim().toLowerCase()))].filter(
    (one) => one !== '',
  );
  const known = desk.formats.map(({ id }) => id).join(', ');
  const chosen = wanted.map((name) => {
    const format = desk.formats.find(({ id, extension }) => id === name || extension === name);
    if (format === undefined) throw new UsageError(`--to ${name}: no such format; there are ${known}`);
    return format;
  });
  if (chosen.length === 0) throw new UsageError(`--to names no format; there are ${known}`);
  return [...new Set(chosen)];
}

interface Job {
  readonly out: string;
  /** Why held articles leave all the same; null if they do not. */
  readonly reason: string | null;
  readonly library: OpenLibrary | null;
}

// Recorded in the library that was named or that the file lies in; where there is none, beside what is written.
async function overrideOf(desk: Desk, file: string, job: Job): Promise<Override | null> {
  const { reason, library, out } = job;
  if (reason === null) return null;
  if (library !== null) return { reason, records: () => library.library.folder('overrides') };
  const own = join(dirname(resolve(file)), folders.own);
  const inLibrary = (await desk.ports.files.stat(own).catch(() => null))?.kind === 'directory';
  const folder = inLibrary ? join(dirname(own), folders.overrides) : join(out, 'overrides');
  return { reason, records: () => Promise.resolve(folder) };
}

// Read once, and kept: standard input has no second time, and a receipt is said once.
function itemOf(desk: Desk, argument: string, reading: Parameters<typeof readArgument>[2]): BatchItem {
  const read = async () => {
    const { article, receipt, stem, readMedia } = await readArgument(desk, argument, reading);
    sayReceipt(desk, argument, receipt);
    const key = receipt === null ? article.id : hashOfBody(article.body.toJSON());
    return { article, stem: stem ?? '', key, readMedia };
  };
  let source: Promise<BatchSource> | undefined;
  return { about: argument, load: () => (source ??= read()) };
}

function sayLosses(desk: Desk, about: string, { losses }: BatchSummary): void {
  for (const { format, losses: lost } of losses)
    for (const { what, instead, count } of lost)
      desk.say(about, `${format.id}: ${what}${count > 1 ? ` (${count} times)` : ''} ${instead}`);
}

const counted = (number: number, what: string): string => `${number} ${what}${number === 1 ? '' : 's'}`;

function existingOf(given: Given): 'replace' | 'both' | 'refuse' {
  const wanted = given.text('existing') ?? 'replace';
  if (wanted === 'replace' || wanted === 'both' || wanted === 'refuse') return wanted;
  throw new UsageError(`--existing ${wanted}: it is replace, both or refuse`);
}

/** `desk export`: articles to files, each format beside the other; prints one path per file. */
export const exportCommand: Command = {
  name: 'export',
  usage: '(FILE... | --all --library DIR) --to FORMAT,... --out DIR',
  summary: 'Write articles as pages or Markdown',
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    theme: { type: 'string' },
    library: { type: 'string' },
    language: { type: 'string' },
    from: { type: 'string' },
    tracked: { type: 'string' },
    'override-embargo': { type: 'string' },
    all: { type: 'boolean' },
    existing: { type: 'string' },
  },
  help: (desk) => [
    ['FILE', `a file (${endings}), - for standard input, or an article’s id with --library`],
    ['--to FORMAT,...', desk.formats.map(({ id }) => id).join(', ')],
    ['--out DIR', 'the folder to write to, made if need be; files of the same name are replaced'],
    ['--existing WHAT', 'what becomes of files of the same name: replace, both (ours are numbered), refuse'],
    ['--all', 'every article of the library'],
    [
      '--theme NAME',
      `the look of the page: ${bundledThemeIds.join(', ')}, or one of the library’s (${standardTheme})`,
    ],
    ['--library DIR', 'the library that holds the articles named by id'],
    ['--language TAG', 'the language of files that do not tell it (en)'],
    ['--from ENDING', 'what standard input is (txt)'],
    trackedHelp,
    ['--override-embargo REASON', 'let embargoed, scheduled and killed articles leave; REASON is recorded'],
  ],
  run: async (given, desk) => {
    const all = given.has('all');
    if (all && given.files.length > 0) throw new UsageError(`--all takes no FILE: ${given.files.join(' ')}`);
    if (!all && given.files.length === 0) throw new UsageError('no FILE to export');
    const formats = chooseFormats(desk, required(given, 'to'));
    const out = resolve(required(given, 'out'));
    const root = all ? required(given, 'library') : given.text('library');
    const existing = existingOf(given);
    const theme = await themeOf(desk, given.text('theme'), root);
    const library = root === undefined ? null : await openLibrary(resolve(root), desk.ports);
    const from = given.text('from');
    const reading = {
      library,
      language: given.text('language') ?? 'en',
      tracked: trackedOf(given),
      ...(from === undefined ? {} : { from }),
    };
    await desk.ports.files.makeFolder(out);
    const reason = given.text('override-embargo') ?? null;
    if (reason?.trim() === '') throw new UsageError('--override-embargo needs a reason');
    const items =
      all && library !== null
        ? await libraryItems(desk.ports, library, null)
        : given.files.map((file) => itemOf(desk, file, reading));
    const { progress } = desk;
    const plan = await planBatch(desk.ports, { items, formats, folder: out, progress });
    if (existing === 'refuse' && plan.existing.length > 0) {
      desk.fail(out, `these files are there already, so nothing was written: ${plan.existing.join(', ')}`);
      return;
    }
    const summary = await runBatch(desk.ports, plan, {
      settings: { theme },
      existing: existing === 'both' ? 'both' : 'replace',
      route: 'command line',
      override: (about) => overrideOf(desk, about, { out, reason, library }),
      progress,
      wrote: (_about, { path }) => desk.print(path),
    });
    const [only, ...others] = items;
    sayLosses(desk, others.length === 0 ? (only?.about ?? '') : 'in all', summary);
    for (const { about, message } of [...summary.held, ...summary.failed, ...summary.warnings])
      desk.fail(about, message);
    const { files, articles, pictures, held, failed } = summary;
    if (others.length > 0)
      desk.say(
        '',
        `${counted(files, 'file')} of ${counted(articles, 'article')} written, with ${counted(pictures, 'picture')}; ` +
          `${held.length} held, ${failed.length} failed`,
      );
  },
};
