import type { Node } from 'prosemirror-model';
import type { Envelope } from '../article/article.ts';
import type { HeldPicture } from './heldPictures.ts';
import type { Receipt } from './receipt.ts';

/** A file's name and text. `encoding` and `damaged` come from `decodeText`, where the text came from bytes. */
export interface Source {
  readonly name: string;
  readonly text: string;
  readonly encoding?: string;
  readonly damaged?: number;
}

/** What an importer makes: an article's body, the metadata it found, and the receipt of its decisions. */
export interface Imported {
  readonly body: Node;
  readonly envelope: Partial<Omit<Envelope, 'id' | 'rev' | 'schemaVersion'>>;
  readonly receipt: Receipt;
  /** Pictures that the body shows and whoever reads the file has yet to take in. */
  readonly held?: readonly HeldPicture[];
}

/** One way to read a file as an article; never throws, never loses a word without saying so. */
export interface Importer {
  readonly id: string;
  readonly label: string;
  /** File name endings, lower case, without the dot. */
  readonly extensions: readonly string[];
  readonly run: (source: Source) => Imported;
}
