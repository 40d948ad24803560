import { basename, join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { problemOf } from './describe.ts';
import { isArticleName } from './fileNames.ts';
import { systemError } from './systemError.ts';

type Names =
  | 'library:state'
  | 'library:page'
  | 'library:files'
  | 'library:find'
  | 'library:accept'
  | 'library:choose'
  | 'library:trash'
  | 'library:reveal'
  | 'media:add'
  | 'media:pick';

/** Pictures as a dialog offers them. */
const pictures = { name: 'Pictures', extensions: ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif'] };

/** The calls about the library as a whole and its pictures. */
export function libraryHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, index, windows, flushes, desktop, ports, folder, settings } = application;

  // A draft belongs to the library it was opened from: everything is saved before another one takes its place.
  async function saveEverywhere(): Promise<void> {
    for (const { id, send } of windows.all()) {
      const { ok, message } = await flushes.ask(id, (request) => send('window:flush', { request }));
      if (!ok) throw new CopydeskError('write-failed', `The library was not changed. ${message}`);
    }
  }
  return {
    'library:state': async () => {
      try {
        const { articles, library: opened } = await library.open();
        // Only now is the folder looked through: a window asks once its sheet is drawn.
        index.follow(opened);
        const [empty, trashed] = [await articles.isEmpty(), await articles.countTrash()];
        const { id } = opened;
        return { root: library.root(), id, problem: null, empty, trashed, vanished: articles.vanished() };
      } catch (error) {
        const nothing = { id: '', empty: false, trashed: 0, vanished: null };
        return { root: library.root(), problem: problemOf(error), ...nothing };
      }
    },
    'library:page': async (question, { window }) => {
      const { library: opened } = await library.open();
      index.follow(opened);
      return index.page(
        { ...question, me: settings.get().byline },
        `${window} ${question.purpose ?? 'list'}`,
      );
    },
    'library:files': async (question) => {
      const { library: opened } = await library.open();
      index.follow(opened);
      return [...(await index.names({ ...question, me: settings.get().byline }))];
    },
    'library:find': async ({ id }) => (await library.open()).articles.find(id),
    'library:accept': async () => {
      (await library.open()).articles.acceptVanished();
      library.changed();
      return null;
    },
    'library:choose': async (_nothing, { window }) => {
      const start = library.root() === '' ? desktop.documents : library.root();
      const chosen = await desktop.chooseFolder(window, 'Choose the Library Folder', start);
      if (chosen === null || chosen === library.root()) return null;
      await saveEverywhere();
      await library.choose(chosen);
      windows.broadcast('article:show', { id: null });
      return chosen;
    },
    'library:trash': async () => [...(await (await library.open()).articles.listTrash())],
    'library:reveal': async ({ file }) => {
      if (file !== null && (basename(file) !== file || !isArticleName(file)))
        throw new CopydeskError('bad-input', `“${file}” is no file of the library`);
      const path = file === null ? library.root() : join(library.root(), file);
      if (path === '' || (await ports.files.stat(path)) === null)
        throw new CopydeskError('not-found', `“${path}” is not there`);
      desktop.reveal(path);
      return null;
    },
    'media:add': async ({ bytes }) => (await library.open()).media.add(bytes),
    'media:pick': async (_nothing, { window }) => {
      const question = { title: 'Choose a Picture', path: folder.get(), kinds: [pictures] };
      const path = await desktop.chooseFile(window, question);
      if (path === null) return null;
      folder.set(path);
      return (await library.open()).media.add(await readChosen(application, path, 30_000_000));
    },
  };
}

/** Reads a file that the person chose; throws an error that names it. */
export async function readChosen(
  { ports }: Pick<Application, 'ports'>,
  path: string,
  limit: number,
): Promise<Uint8Array> {
  try {
    // The person may choose a link; what it leads to is read.
    return await ports.files.read(await ports.files.resolve(path), limit);
  } catch (error) {
    throw systemError(error, 'read', path);
  }
}
