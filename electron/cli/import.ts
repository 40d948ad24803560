import { join, resolve } from 'node:path';
import { mediaOf } from '../../shared/formats/media.ts';
import { filesUnder } from '../core/importing/filesUnder.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { required, UsageError, type Command, type Desk } from './command.ts';
import { endings, readArgument, sayReceipt, trackedHelp, trackedOf } from './inputs.ts';

async function importOne(
  desk: Desk,
  file: string,
  library: OpenLibrary,
  reading: Omit<Parameters<typeof readArgument>[2], 'library'>,
): Promise<void> {
  const { article, receipt, readMedia } = await readArgument(desk, file, { ...reading, library: null });
  for (const src of mediaOf(article)) {
    const picture = await readMedia(src);
    if (picture === null) desk.say(file, `a picture is missing: ${src}`);
    else await library.media.add(picture.bytes);
  }
  const made = await library.articles.create(article);
  sayReceipt(desk, file, receipt);
  desk.print(join(library.library.root, made.file));
}

// A folder stands for the files in it that can be read.
async function expand(desk: Desk, given: readonly string[]): Promise<readonly string[]> {
  const all: string[] = [];
  for (const path of given) {
    const isFolder =
      path !== '-' && (await desk.ports.files.stat(path).catch(() => null))?.kind === 'directory';
    if (!isFolder) all.push(path);
    else {
      const { files, others } = await filesUnder(desk.ports, path);
      all.push(...files);
      if (others > 0) desk.say(path, `${others} files of other kinds were left alone`);
    }
  }
  return all;
}

/** `desk import`: files into a library; prints one path per article. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE... --library DIR',
  summary: 'Take text, Markdown, HTML, Word documents or articles into a library',
  options: {
    library: { type: 'string' },
    create: { type: 'boolean' },
    language: { type: 'string' },
    from: { type: 'string' },
    tracked: { type: 'string' },
  },
  help: () => [
    ['FILE', `a file (${endings}), a folder of such files, or - for standard input`],
    ['--library DIR', 'the library'],
    ['--create', 'make DIR a library if it is none'],
    ['--language TAG', 'the language of files that do not tell it (en)'],
    ['--from ENDING', 'what standard input is (txt)'],
    trackedHelp,
  ],
  run: async (given, desk) => {
    if (given.files.length === 0) throw new UsageError('no FILE to import');
    const root = resolve(required(given, 'library'));
    const tracked = trackedOf(given);
    const library = await (given.has('create') ? createLibrary : openLibrary)(root, desk.ports);
    const files = await expand(desk, given.files);
    const from = given.text('from');
    const reading = {
      language: given.text('language') ?? 'en',
      tracked,
      ...(from === undefined ? {} : { from }),
    };
    let imported = 0;
    for (const [index, file] of files.entries()) {
      desk.progress(index, files.length, file);
      try {
        await importOne(desk, file, library, reading);
        imported += 1;
      } catch (error) {
        desk.fail(file, error);
      }
    }
    if (files.length > 1) desk.say('', `${imported} of ${files.length} files imported`);
  },
};
