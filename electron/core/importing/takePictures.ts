import { dirname, join, sep } from 'node:path';
import { Fragment, type Node } from 'prosemirror-model';
import { isBlank } from '../../../shared/article/blank.ts';
import { bytesOfData } from '../../../shared/importing/dataAddress.ts';
import { heldText, type HeldPicture } from '../../../shared/importing/heldPictures.ts';
import type { Decision, Receipt } from '../../../shared/importing/receipt.ts';
import { CopydeskError, messageOf } from '../../../shared/error.ts';
import { pictureLimits, readPicture } from '../picture.ts';
import type { Files } from '../ports.ts';
import { hashOf } from '../serialise.ts';
import type { BroughtPicture } from './fileImporter.ts';
import type { ImportedFile } from './importFile.ts';

/** A body with held pictures; `held` are those that are still to be taken in. */
export interface WithHeld {
  readonly body: Node;
  readonly receipt: Receipt;
  readonly held: readonly HeldPicture[];
  readonly pictures: readonly BroughtPicture[];
}

/** No saved page shows more pictures in its article; one made to fill a disk does. */
const most = 500;
const mostBytes = 300_000_000;

interface Taken {
  readonly src: string;
  readonly width: number | null;
  readonly height: number | null;
}

const notTaken: Taken = { src: '', width: null, height: null };

// The place of a picture that is not taken is kept where something is said about it.
function withSources(
  body: Node,
  taken: ReadonlyMap<unknown, Taken>,
): { readonly body: Node; readonly lost: number } {
  let lost = 0;
  const blocks = body.children.flatMap((node) => {
    const picture = node.type.name === 'figure' ? taken.get(node.attrs['src']) : undefined;
    if (picture === undefined) return [node];
    if (picture.src === '') lost += 1;
    const made = node.type.create({ ...node.attrs, ...picture }, node.content, node.marks);
    return isBlank(made) ? [] : [made];
  });
  const hasBlock = blocks.some(({ type }) => type.isInGroup('block'));
  const paragraph = body.type.schema.node('paragraph');
  return { body: body.copy(Fragment.from(hasBlock ? blocks : [...blocks, paragraph])), lost };
}

// Two pixels are no picture: they count readers, or keep a place.
function read(bytes: Uint8Array): Taken {
  const { extension, width, height } = readPicture(bytes);
  if (width <= 2 || height <= 2)
    throw new CopydeskError(
      'refused',
      `It has ${String(width)} × ${String(height)} pixels: it only keeps a place`,
    );
  return { src: `media/${hashOf(bytes)}.${extension}`, width, height };
}

/**
 * Takes the held pictures in whose bytes `bytesOf` gives (null leaves one held): checked by their bytes, named by their
 * content, with their size. One that cannot be taken is told, and its figure keeps what is said about it.
 */
async function take(
  { body, receipt, held, pictures }: WithHeld,
  bytesOf: (picture: HeldPicture) => Promise<Uint8Array | null>,
): Promise<WithHeld> {
  const taken = new Map<unknown, Taken>();
  const brought: BroughtPicture[] = [];
  const doubts: Decision[] = [];
  const left: HeldPicture[] = [];
  let size = 0;
  for (const [at, picture] of held.entries()) {
    try {
      if (at >= most || size > mostBytes)
        throw new CopydeskError('too-large', 'There are too many pictures in one page');
      const bytes = await bytesOf(picture);
      if (bytes === null) {
        left.push(picture);
        continue;
      }
      size += bytes.length;
      const made = read(bytes);
      taken.set(picture.src, made);
      brought.push({ src: made.src, bytes });
    } catch (error) {
      taken.set(picture.src, notTaken);
      const why = error instanceof CopydeskError ? messageOf(error) : 'it cannot be read';
      doubts.push({ kind: 'doubted', what: `a picture was not taken: ${why}`, text: heldText(picture) });
    }
  }
  const made = withSources(body, taken);
  const { counts } = receipt;
  const images = (counts?.after.images ?? 0) - made.lost;
  return {
    body: made.body,
    held: left,
    pictures: [...pictures, ...brought],
    receipt: {
      ...receipt,
      decisions: [...receipt.decisions, ...doubts],
      ...(counts === undefined ? {} : { counts: { ...counts, after: { ...counts.after, images } } }),
    },
  };
}

/** Takes in the pictures that lie inside the source itself. */
export const takeInside = (made: WithHeld): Promise<WithHeld> =>
  take(made, ({ from }) => Promise.resolve(from.kind === 'data' ? bytesOfData(from.address) : null));

// A picture that lies elsewhere than its path says is reached by a link: it is left alone.
const takeBeside = (made: WithHeld, files: Files, path: string | null): Promise<WithHeld> =>
  take(made, async ({ from }) => {
    if (from.kind === 'data') return null;
    if (path === null)
      throw new CopydeskError('refused', 'It lies beside the page, which Import… reads and a drop does not');
    const refused = new CopydeskError('refused', 'It is not in the folder that was saved with the page');
    const home = await files.resolve(dirname(path));
    const [folder = ''] = from.path.split('/');
    const wanted = join(home, from.path);
    const real = await files.resolve(wanted).catch(() => {
      throw refused;
    });
    if (real.normalize('NFC') !== wanted.normalize('NFC') || !real.startsWith(join(home, folder) + sep))
      throw refused;
    return files.read(real, pictureLimits.bytes);
  });

/**
 * A file with the pictures from the folder that was saved beside it at `path`: never a link, never a file outside that
 * folder. Without a path, as for a page that was dropped, they are told instead.
 */
export async function withPicturesBeside(
  file: ImportedFile,
  files: Files,
  path: string | null,
): Promise<ImportedFile> {
  const { article, receipt, held, pictures } = file;
  if (held.length === 0 || receipt === null) return file;
  const { body, ...made } = await takeBeside({ body: article.body, receipt, held, pictures }, files, path);
  return { ...file, ...made, article: { ...article, body } };
}
