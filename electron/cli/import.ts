import { join, resolve } from 'node:path';
import { mediaOf } from '../../shared/formats/media.ts';
import { createLibrary, openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { required, UsageError, type Command, type Desk } from './command.ts';
import { endings, readArgument, sayReceipt } from './inputs.ts';

async function importOne(
  desk: Desk,
  file: string,
  library: OpenLibrary,
  language: string,
  from: string | undefined,
): Promise<void> {
  const given = { language, library: null, ...(from === undefined ? {} : { from }) };
  const { article, receipt, readMedia } = await readArgument(desk, file, given);
  for (const src of mediaOf(article)) {
    const picture = await readMedia(src);
    if (picture === null) desk.say(file, `a picture is missing: ${src}`);
    else await library.media.add(picture.bytes);
  }
  const made = await library.articles.create(article);
  sayReceipt(desk, file, receipt);
  desk.print(join(library.library.root, made.file));
}

/** `desk import`: files into a library; prints one path per article. */
export const importCommand: Command = {
  name: 'import',
  usage: 'FILE... --library DIR',
  summary: 'Take text, Markdown or articles into a library',
  options: {
    library: { type: 'string' },
    create: { type: 'boolean' },
    language: { type: 'string' },
    from: { type: 'string' },
  },
  help: () => [
    ['FILE', `a file (${endings}), or - for standard input`],
    ['--library DIR', 'the library'],
    ['--create', 'make DIR a library if it is none'],
    ['--language TAG', 'the language of files that do not tell it (en)'],
    ['--from ENDING', 'what standard input is (txt)'],
  ],
  run: async (given, desk) => {
    if (given.files.length === 0) throw new UsageError('no FILE to import');
    const root = resolve(required(given, 'library'));
    const library = await (given.has('create') ? createLibrary : openLibrary)(root, desk.ports);
    for (const [index, file] of given.files.entries()) {
      desk.progress(index, given.files.length, file);
      await importOne(desk, file, library, given.text('language') ?? 'en', given.text('from')).catch(
        (error: unknown) => desk.fail(file, error),
      );
    }
  },
};
