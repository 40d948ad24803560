import { basename, dirname, join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import type { Format, RenderSettings } from '../../shared/formats/format.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { passGate, type Override } from './gate.ts';
import { atomicWrite } from './atomicWrite.ts';
import type { Media } from './mediaStore.ts';
import type { Ports } from './ports.ts';
import { systemError } from './systemError.ts';

/** What to export, and where to. */
export interface ExportOrder {
  readonly article: Article;
  readonly format: Format;
  readonly settings: RenderSettings;
  /** The path of the file to write; what is there is replaced. */
  readonly target: string;
  /** Reads a picture of the library by its `src`, null if it is not there. */
  readonly readMedia: (src: string) => Promise<Media | null>;
  /** A person's decision on a held article: without one it is not written (`gate.ts`). */
  readonly override?: Override | null;
  /** How the person asked for it. */
  readonly route?: 'export' | 'command line';
  /** The paths of the pictures that are beside other files of the same run: they are not read again, and ours are added. */
  readonly copied?: Set<string>;
  /** Told before each file is written. */
  readonly progress?: (done: number, of: number, file: string) => void;
}

/** What an export wrote. */
export interface Exported {
  readonly path: string;
  /** The size of the file, without its pictures. */
  readonly bytes: number;
  /** The paths of the pictures, under `media/` beside the file. */
  readonly media: readonly string[];
  /** What is missing in it, in words for the person who exports. */
  readonly warnings: readonly string[];
}

/** Writes an article as a file of some format, then the pictures that the file names beside it; each whole or not at all. */
export async function exportArticle(ports: Ports, order: ExportOrder): Promise<Exported> {
  const { article, format, settings, readMedia, progress } = order;
  const text = format.render(article, settings);
  const bytes = new TextEncoder().encode(text);
  const sources = mediaOf(article).filter((src) => text.includes(src));
  const path = await throughLinks(ports, order.target);
  await refuseMissingFolder(ports, path);
  const leaving = { article, route: order.route ?? 'export', format: format.id, target: path } as const;
  await passGate(ports, leaving, order.override ?? null);
  progress?.(0, sources.length + 1, basename(path));
  await atomicWrite(ports, path, bytes, { owner: 'export' });
  const media: string[] = [];
  const warnings: string[] = [];
  for (const [index, src] of sources.entries()) {
    const picture = join(dirname(path), src);
    if (order.copied?.has(picture) === true) {
      media.push(picture);
      continue;
    }
    progress?.(index + 1, sources.length + 1, basename(picture));
    const found = await readMedia(src).catch((error: unknown) => messageOf(error));
    if (found === null) warnings.push(`A picture is missing from the library: ${src}`);
    else if (typeof found === 'string') warnings.push(`A picture could not be read: ${found}`);
    else {
      await copyPicture(ports, picture, found);
      media.push(picture);
      order.copied?.add(picture);
    }
  }
  return { path, bytes: bytes.length, media, warnings };
}

// Nothing is made where nobody asked for it: a disk may only be away.
async function refuseMissingFolder({ files }: Ports, path: string): Promise<void> {
  const folder = dirname(path);
  const there = await files.stat(folder).catch(() => null);
  if (there !== null) return;
  throw new CopydeskError(
    'not-found',
    `The folder “${folder}” is missing, so nothing was written. Choose another folder, or bring it back.`,
  );
}

// A link that a person made stays a link: the file behind it is replaced.
async function throughLinks({ files }: Ports, target: string): Promise<string> {
  try {
    return (await files.stat(target))?.kind === 'link' ? await files.resolve(target) : target;
  } catch (error) {
    throw systemError(error, 'written', target, 'Nothing was written.');
  }
}

async function copyPicture(ports: Ports, path: string, { bytes }: Media): Promise<void> {
  try {
    await ports.files.makeFolder(dirname(path));
    const there = await ports.files.stat(path);
    if (there?.kind === 'file' && there.size === bytes.length) return;
  } catch (error) {
    throw systemError(error, 'written', path);
  }
  await atomicWrite(ports, path, bytes, { owner: 'export' });
}
