import { basename, dirname, join } from 'node:path';
import { articleToJson } from '../../../shared/article/article.ts';
import { titleOf } from '../../../shared/article/text.ts';
import { CopydeskError } from '../../../shared/error.ts';
import { mediaOf } from '../../../shared/formats/media.ts';
import { importKinds, importLimit } from '../../../shared/importing/kinds.ts';
import type { Decision, Receipt } from '../../../shared/importing/receipt.ts';
import type { ImportSource } from '../../../shared/ipc/contract.ts';
import type { Handlers } from '../../../shared/ipc/link.ts';
import type { Application, Context } from '../application.ts';
import { languageOf } from '../languageOf.ts';
import { readChosen } from '../libraryHandlers.ts';
import { pictureLimits } from '../picture.ts';
import type { ImportedFile } from './importFile.ts';
import { withPicturesBeside } from './takePictures.ts';

type Names = 'import:choose' | 'import:look' | 'import:read' | 'import:keep' | 'import:stop';

interface Given {
  readonly path: string | null;
  readonly bytes: Uint8Array;
  readonly name: string;
}

interface Taken {
  readonly file: ImportedFile;
  readonly receipt: Receipt;
}

/** The calls that make articles of foreign files: all of them go down the one road. */
export function importHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, desktop, ports, folder, road } = application;
  /** What each window chose last. */
  const chosen = new Map<number, readonly string[]>();

  function pathOf(source: ImportSource, window: number): string | null {
    if (!('chosen' in source)) return null;
    const path = chosen.get(window)?.[source.chosen];
    if (path === undefined) throw new CopydeskError('bad-input', 'No such file was chosen in this window');
    return path;
  }

  async function bytesOf(source: ImportSource, window: number): Promise<Given> {
    const path = pathOf(source, window);
    const bytes = 'bytes' in source ? source.bytes : await readChosen(application, path ?? '', importLimit);
    return { path, bytes, name: 'name' in source ? basename(source.name) : basename(path ?? '') };
  }

  async function read(source: ImportSource, window: number): Promise<Taken> {
    const { path, bytes, name } = await bytesOf(source, window);
    const created = new Date(ports.clock.now()).toISOString();
    const language = languageOf(desktop.locale);
    const given = await road.read(name, bytes, {
      id: ports.ids.hex(32),
      created,
      language,
      tracked: source.tracked,
    });
    const file = await withPicturesBeside(given, ports.files, path);
    const plain = { source: name, decisions: [], wordsBefore: 0, wordsAfter: 0 };
    const receipt = file.receipt ?? plain;
    const missing = await keepPictures(file, path);
    return { file, receipt: { ...receipt, decisions: [...receipt.decisions, ...missing] } };
  }

  // A picture inside the file, beside it, or in the library already; what is nowhere is told.
  async function keepPictures({ article, pictures }: ImportedFile, path: string | null): Promise<Decision[]> {
    const wanted = mediaOf(article);
    if (wanted.length === 0) return [];
    const { media } = await library.open();
    const missing: Decision[] = [];
    for (const src of wanted) {
      const brought = pictures.find((picture) => picture.src === src)?.bytes;
      const bytes = brought ?? (path === null ? null : await beside(path, src));
      if (bytes !== null) await media.add(bytes);
      else if ((await media.read(src)) === null)
        missing.push({ kind: 'doubted', what: 'a picture is not in the library', text: src });
    }
    return missing;
  }

  const beside = (path: string, src: string): Promise<Uint8Array | null> =>
    ports.files.read(join(dirname(path), src), pictureLimits.bytes).catch(() => null);

  return {
    'import:choose': async (_nothing, { window }) => {
      const each = importKinds.map(({ label, extensions }) => ({ name: label, extensions }));
      const every = { name: 'Copy', extensions: each.flatMap(({ extensions }) => extensions) };
      const question = { title: 'Import', path: folder.get(), kinds: [every, ...each] };
      const paths = await desktop.chooseFiles(window, question);
      const [first] = paths ?? [];
      if (paths === null || first === undefined) return null;
      folder.set(first);
      chosen.set(window, paths);
      return { names: paths.map((path) => basename(path)) };
    },
    'import:look': async (source, { window }) => {
      const { name, bytes } = await bytesOf(source, window);
      const changes = await road.look(name, bytes);
      return changes === null ? null : { ...changes, authors: [...changes.authors] };
    },
    'import:read': async (source, { window }) => {
      const { file, receipt } = await read(source, window);
      return {
        article: articleToJson(file.article),
        told: [...file.told],
        receipt: { ...receipt, decisions: [...receipt.decisions] },
      };
    },
    'import:keep': async (source, { window }) => {
      const { file, receipt } = await read(source, window);
      const { articles } = await library.open();
      const { article } = await articles.create(file.article);
      await articles.keepVersion(article.id, 'import');
      library.changed();
      const doubts = receipt.decisions.filter(({ kind }) => kind === 'doubted').length;
      return { id: article.id, title: titleOf(article.body), doubts, decisions: receipt.decisions.length };
    },
    'import:stop': () => {
      road.stop();
      return Promise.resolve(null);
    },
  };
}
