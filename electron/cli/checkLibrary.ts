import { resolve } from 'node:path';
import { mediaOf } from '../../shared/formats/media.ts';
import { messageOf } from '../../shared/error.ts';
import { openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import { hashOf } from '../core/serialise.ts';
import { required, UsageError, type Command } from './command.ts';

async function whatIsWrongWithPicture({ media }: OpenLibrary, src: string): Promise<string | null> {
  try {
    const picture = await media.read(src);
    if (picture === null) return `missing: its picture ${src}`;
    return src.includes(hashOf(picture.bytes)) ? null : `damaged: its picture ${src}`;
  } catch (error) {
    return `damaged: its picture ${src}: ${messageOf(error)}`;
  }
}

/** `desk check-library`: reads every article and picture, changes nothing; prints what is wrong, exit code 1 if anything is. */
export const checkLibraryCommand: Command = {
  name: 'check-library',
  usage: '--library DIR',
  summary: 'Read everything in a library and list what is damaged',
  options: { library: { type: 'string' } },
  help: () => [['--library DIR', 'the library; nothing in it is changed']],
  run: async (given, desk) => {
    if (given.files.length > 0) throw new UsageError(`check-library takes no FILE: ${given.files.join(' ')}`);
    const root = resolve(required(given, 'library'));
    const library = await openLibrary(root, desk.ports);
    const entries = await library.articles.list();
    const pictures = new Map<string, string | null>();
    let wrong = 0;
    const report = (file: string, what: string) => {
      wrong += 1;
      desk.print(`${file}: ${what}`);
    };
    for (const [index, { file, problem }] of entries.entries()) {
      desk.progress(index, entries.length, file);
      if (problem !== null) report(file, `${problem.code}: ${problem.message}`);
      const opened = await library.articles.open(file).catch(() => null);
      for (const src of opened === null ? [] : mediaOf(opened.article)) {
        if (!pictures.has(src)) pictures.set(src, await whatIsWrongWithPicture(library, src));
        const found = pictures.get(src) ?? null;
        if (found !== null) report(file, found);
      }
    }
    const summary = `${entries.length} articles and ${pictures.size} pictures read`;
    if (wrong === 0) desk.say(root, `${summary}, nothing is wrong`);
    else desk.fail(root, `${summary}, ${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong`);
  },
};
