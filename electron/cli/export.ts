import { dirname, join, resolve } from 'node:path';
import type { Format, RenderSettings } from '../../shared/formats/format.ts';
import { exportArticle } from '../core/exportArticle.ts';
import { exportName } from '../core/exportName.ts';
import type { Override } from '../core/gate.ts';
import { folders } from '../core/library.ts';
import { openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { bundledThemeIds, standardTheme } from '../core/pageThemes.ts';
import { required, UsageError, type Command, type Desk } from './command.ts';
import { endings, readArgument, sayReceipt, type Input } from './inputs.ts';
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

// Two stories with one name in one run: the second is called name-2. Case and accents do not tell names apart.
function freeName(name: string, extension: string, taken: Set<string>): string {
  for (let count = 1; ; count += 1) {
    const file = `${name}${count === 1 ? '' : `-${count}`}.${extension}`;
    const folded = file.normalize('NFC').toLowerCase();
    if (taken.has(folded)) continue;
    taken.add(folded);
    return file;
  }
}

interface Job {
  readonly out: string;
  readonly formats: readonly Format[];
  readonly settings: RenderSettings;
  readonly taken: Set<string>;
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

async function exportInput(desk: Desk, about: string, input: Input, job: Job): Promise<void> {
  const { article, readMedia } = input;
  sayReceipt(desk, about, input.receipt);
  for (const format of job.formats) {
    for (const { what, instead, count } of format.losses(article))
      desk.say(about, `${format.id}: ${what}${count > 1 ? ` (${count} times)` : ''} ${instead}`);
    const offered = exportName(article, format, input.stem ?? '').slice(0, -format.extension.length - 1);
    const name = freeName(offered, format.extension, job.taken);
    const target = join(job.out, name);
    const made = await exportArticle(desk.ports, {
      article,
      format,
      settings: job.settings,
      target,
      readMedia,
      route: 'command line',
      override: await overrideOf(desk, about, job),
    });
    for (const warning of made.warnings) desk.fail(about, warning);
    desk.print(made.path);
  }
}

/** `desk export`: articles to files, each format beside the other; prints one path per file. */
export const exportCommand: Command = {
  name: 'export',
  usage: 'FILE... --to FORMAT,... --out DIR',
  summary: 'Write articles as pages or Markdown',
  options: {
    to: { type: 'string' },
    out: { type: 'string' },
    theme: { type: 'string' },
    library: { type: 'string' },
    language: { type: 'string' },
    from: { type: 'string' },
    'override-embargo': { type: 'string' },
  },
  help: (desk) => [
    ['FILE', `a file (${endings}), - for standard input, or an article’s id with --library`],
    ['--to FORMAT,...', desk.formats.map(({ id }) => id).join(', ')],
    ['--out DIR', 'the folder to write to, made if need be; files of the same name are replaced'],
    [
      '--theme NAME',
      `the look of the page: ${bundledThemeIds.join(', ')}, or one of the library’s (${standardTheme})`,
    ],
    ['--library DIR', 'the library that holds the articles named by id'],
    ['--language TAG', 'the language of files that do not tell it (en)'],
    ['--from ENDING', 'what standard input is (txt)'],
    ['--override-embargo REASON', 'let embargoed, scheduled and killed articles leave; REASON is recorded'],
  ],
  run: async (given, desk) => {
    if (given.files.length === 0) throw new UsageError('no FILE to export');
    const formats = chooseFormats(desk, required(given, 'to'));
    const out = resolve(required(given, 'out'));
    const root = given.text('library');
    const theme = await themeOf(desk, given.text('theme'), root);
    const library = root === undefined ? null : await openLibrary(resolve(root), desk.ports);
    const from = given.text('from');
    const reading = {
      library,
      language: given.text('language') ?? 'en',
      ...(from === undefined ? {} : { from }),
    };
    await desk.ports.files.makeFolder(out);
    const reason = given.text('override-embargo') ?? null;
    if (reason?.trim() === '') throw new UsageError('--override-embargo needs a reason');
    const job = { out, formats, settings: { theme }, taken: new Set<string>(), reason, library };
    for (const [index, file] of given.files.entries()) {
      desk.progress(index, given.files.length, file);
      try {
        await exportInput(desk, file, await readArgument(desk, file, reading), job);
      } catch (error) {
        desk.fail(file, error);
      }
    }
  },
};
