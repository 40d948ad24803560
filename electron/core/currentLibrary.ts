import { join } from 'node:path';
import type { OpenLibrary } from './openLibrary.ts';
import { gathered, watchFolder, type WatchOptions } from './watchFolder.ts';

/** The library of this run: which folder it is, and the open library in it. */
export interface CurrentLibrary {
  /** The folder's path, '' before the first start has made one. */
  readonly root: () => string;
  /** The open library; throws `library-missing` or `library-replaced`, and tries again at the next call. */
  readonly open: () => Promise<OpenLibrary>;
  /** Makes another folder the library, and remembers it. */
  readonly choose: (root: string) => Promise<void>;
  /** Says that something in the library has changed. */
  readonly changed: () => void;
  readonly stop: () => void;
}

/** What the current library needs: how a folder is found, opened and made. */
export interface CurrentLibraryPorts {
  /** The folder to open, '' at a first start. */
  readonly root: string;
  /** The folder was given for this run: it is made a library if it exists, and is never remembered. */
  readonly given: boolean;
  readonly exists: (root: string) => Promise<boolean>;
  /** Opens a folder that is a library. */
  readonly open: (root: string) => Promise<OpenLibrary>;
  /** Makes a folder a library. */
  readonly create: (root: string) => Promise<OpenLibrary>;
  /** Makes the first library of this person. */
  readonly first: () => Promise<OpenLibrary>;
  /** Remembers the folder for the next start. */
  readonly remember: (root: string) => void;
  /** The articles that windows show now, by id: their files are looked at every second. */
  readonly shown?: () => readonly string[];
  /** Told the name of each file that changed, null where it is not known. */
  readonly heard?: WatchOptions['heard'];
  /** How changes are listened to, if not as Node does. */
  readonly listen?: WatchOptions['listen'];
  /** Called at most every 200 ms, at latest 200 ms after a change by whatever program. */
  readonly changed: () => void;
}

const wait = 200;

/** Makes the holder of the current library; the folder is opened when it is first asked for. */
export function createCurrentLibrary(ports: CurrentLibraryPorts): CurrentLibrary {
  const notice = gathered(ports.changed, wait);
  let { root } = ports;
  let opening: Promise<OpenLibrary> | undefined;
  let unwatch = (): void => undefined;

  const watch = (library: OpenLibrary): OpenLibrary => {
    unwatch();
    const { articles, library: opened } = library;
    const files = () => (ports.shown?.() ?? []).flatMap((id) => articles.lastFile(id) ?? []);
    unwatch = watchFolder(opened.root, notice.call, {
      files: () => files().map((file) => join(opened.root, file)),
      ...(ports.listen === undefined ? {} : { listen: ports.listen }),
      ...(ports.heard === undefined ? {} : { heard: ports.heard }),
    });
    return library;
  };
  const remember = (chosen: string): void => {
    if (!ports.given) ports.remember(chosen);
  };
  const openRoot = async (): Promise<OpenLibrary> => {
    if (root === '') return openFirst();
    return ports.given && (await ports.exists(root)) ? ports.create(root) : ports.open(root);
  };
  const openFirst = async (): Promise<OpenLibrary> => {
    const library = await ports.first();
    ({ root } = library.library);
    remember(root);
    return library;
  };
  return {
    root: () => root,
    open: () => {
      opening ??= openRoot()
        .then(watch)
        .catch((error: unknown) => {
          opening = undefined;
          throw error;
        });
      return opening;
    },
    choose: async (chosen) => {
      const library = watch(await ports.create(chosen));
      ({ root } = library.library);
      opening = Promise.resolve(library);
      remember(root);
      notice.call();
    },
    changed: notice.call,
    stop: () => {
      notice.stop();
      unwatch();
    },
  };
}
