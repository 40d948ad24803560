import { createReadStream } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { idPattern, type Article } from '../../shared/article/article.ts';
import { mediaPattern } from '../../shared/article/address.ts';
import { CopydeskError } from '../../shared/error.ts';
import { importEndings } from '../../shared/importing/kinds.ts';
import type { Receipt } from '../../shared/importing/receipt.ts';
import { trackedWays, type Tracked } from '../../shared/importing/tracked.ts';
import { articleLimit } from '../core/listing.ts';
import { withPicturesBeside } from '../core/importing/takePictures.ts';
import type { Media } from '../core/mediaStore.ts';
import type { OpenLibrary } from '../core/openLibrary.ts';
import { pictureLimits, pictureTypes } from '../core/picture.ts';
import type { Ports } from '../core/ports.ts';
import { isOfLater } from '../core/readLater.ts';
import { codeOf, systemError } from '../core/systemError.ts';
import { UsageError, type Desk, type Given, type HelpLine } from './command.ts';

/** An article that a command was given, and where its pictures are. */
export interface Input {
  readonly article: Article;
  readonly receipt: Receipt | null;
  /** The name for what is made of it, without an ending; null to go by the headline. */
  readonly stem: string | null;
  readonly readMedia: (src: string) => Promise<Media | null>;
}

/** Reads a stream to its end; throws `too-large` beyond what an article may have. */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > articleLimit)
      throw new CopydeskError('too-large', `more than ${articleLimit} bytes: not read`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readInput(path: string): Promise<Uint8Array> {
  try {
    return await readStream(createReadStream(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') throw new CopydeskError('not-found', 'no such file', { cause: error });
    if (codeOf(error) === 'EISDIR')
      throw new CopydeskError('refused', 'is a folder, not a file', { cause: error });
    throw systemError(error, 'read', path);
  }
}

const noMedia = (): Promise<null> => Promise.resolve(null);

// An article's pictures lie beside its file, in the library or wherever it was copied to.
const mediaBeside =
  ({ files }: Ports, file: string) =>
  async (src: string): Promise<Media | null> => {
    if (!mediaPattern.test(src)) return null;
    try {
      const bytes = await files.read(join(dirname(file), src), pictureLimits.bytes);
      return { bytes, type: pictureTypes[src.slice(src.lastIndexOf('.') + 1)] ?? '' };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw systemError(error, 'read', src);
    }
  };

/** Reads what an argument names: a file, `-` for standard input (as plain text), or the id of an article of `library`. */
export async function readArgument(
  desk: Desk,
  argument: string,
  given: {
    readonly language: string;
    readonly library: OpenLibrary | null;
    readonly tracked: Tracked;
    readonly from?: string;
  },
): Promise<Input> {
  const { library } = given;
  if (library !== null && idPattern.test(argument)) {
    const { article, file, readOnly } = await library.articles.open(argument);
    // An export would lack what only the later Copydesk knows.
    if (readOnly !== null && isOfLater(readOnly))
      throw new CopydeskError(readOnly.code, `“${file}”: ${readOnly.message}`);
    return { article, receipt: null, stem: null, readMedia: library.media.read };
  }
  const piped = argument === '-';
  const bytes = piped ? await desk.stdin() : await readInput(argument);
  const name = piped ? `standard input.${given.from ?? 'txt'}` : basename(argument);
  const created = new Date(desk.ports.clock.now()).toISOString();
  const id = desk.ports.ids.hex(32);
  const made = await desk.road.read(name, bytes, {
    id,
    created,
    language: given.language,
    tracked: given.tracked,
  });
  const read = await withPicturesBeside(made, desk.ports.files, piped ? null : resolve(argument));
  const { problem } = read;
  if (problem !== null) desk.say(argument, `${problem.code}: ${problem.message}`);
  const stem = piped || read.receipt === null ? null : name.slice(0, name.lastIndexOf('.'));
  const brought = new Map(read.pictures.map((picture) => [picture.src, picture.bytes] as const));
  const beside = piped ? noMedia : mediaBeside(desk.ports, argument);
  const readMedia = async (src: string): Promise<Media | null> => {
    const picture = brought.get(src);
    if (picture === undefined) return beside(src);
    return { bytes: new Uint8Array(picture), type: pictureTypes[src.slice(src.lastIndexOf('.') + 1)] ?? '' };
  };
  return { ...read, stem, readMedia };
}

/** How a command takes tracked changes: as `--tracked` says, else accepted, which the receipt then tells. */
export function trackedOf(given: Given): Tracked {
  const wanted = given.text('tracked') ?? 'accept';
  const way = trackedWays.find((one) => one === wanted);
  if (way === undefined) throw new UsageError(`--tracked ${wanted}: it is ${trackedWays.join(' or ')}`);
  return way;
}

/** The help of `--tracked`. */
export const trackedHelp: HelpLine = [
  '--tracked WAY',
  'what becomes of tracked changes in Word documents: accept, reject (accept)',
];

/** The endings of the files that commands read. */
export const endings: string = importEndings.map((ending) => `.${ending}`).join(', ');

/** Says what an import decided, line by line. */
export function sayReceipt(desk: Desk, about: string, receipt: Receipt | null): void {
  for (const { kind, what, text, line, addresses = [] } of receipt?.decisions ?? []) {
    const quoted = text.trim() === '' ? '' : `: “${shorten(text.trim())}”`;
    desk.say(about, `${kind}: ${what}${line === undefined ? '' : ` (line ${line})`}${quoted}`);
    for (const one of addresses)
      desk.say(about, `${kind}: ${one.kind} “${shorten(one.text)}” ${one.address}`.trimEnd());
  }
}

const shorten = (text: string): string => (text.length <= 60 ? text : `${text.slice(0, 59)}…`);
