import type { Node } from 'prosemirror-model';
import type { CommandId } from '../../shared/commands.ts';
import type { Decision, Receipt } from '../../shared/importing/receipt.ts';
import type { CallOutput, LibraryEntry } from '../../shared/ipc/contract.ts';

/** A picture in the library's media, with its size in pixels. */
export type Picture = CallOutput<'media:add'>;

/** What the editor asks of the application around it. */
export interface EditorServices {
  readonly addPicture: (name: string, bytes: Uint8Array) => Promise<Picture>;
  /** Asks for a file; null if cancelled. */
  readonly pickPicture: () => Promise<Picture | null>;
  /** The address at which this window can show a picture (`media/…`). */
  readonly pictureUrl: (src: string) => string;
  /** The first of the library's articles that answer a search, without the one being edited. */
  readonly findArticles: (typed: string) => Promise<readonly LibraryEntry[]>;
  /** What the library has of an article; null if it is not there. */
  readonly findArticle: (id: string) => Promise<LibraryEntry | null>;
  readonly openLink: (href: string) => void;
  /** Says it to a screen reader, politely. */
  readonly announce: (text: string) => void;
  /** Shows an error that says what happened and what is safe. */
  readonly report: (message: string) => void;
  /** Something was pasted from another program: what was decided, and the ways back. */
  readonly pasted: (paste: Pasted) => void;
  /** Plain text of a whole article was pasted into a new sheet: reads it as a file is read. */
  readonly readWhole: (text: string) => void;
}

/** What was pasted, and what can still be done about it; each way back answers whether it was possible. */
export interface Pasted {
  readonly receipt: Receipt;
  /** Puts the text in as it was, without formatting, in place of what was made of it. */
  readonly asItWas: () => boolean;
  readonly undo: () => boolean;
  /** Puts what was removed in after what was pasted. */
  readonly putBack: (decision: Decision) => boolean;
}

/** Where the person is in the article. */
export interface Place {
  /** Index of the top-level node that holds the caret. */
  readonly index: number;
  /** Position in the document. */
  readonly caret: number;
  /** Words in the selection, 0 without one. */
  readonly selectedWords: number;
}

export interface EditorProps {
  /** The document to start with; a new article is a new editor (by React's `key`). */
  readonly body: Node;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly readOnly: boolean;
  readonly caret: number | null;
  readonly scroll: number;
  readonly services: EditorServices;
  /** Every change of the document, by whatever route; called in the key path, so it does little. */
  /** `removed`: how much the person's own steps took out, in positions. */
  readonly onChange: (body: Node, removed: number) => void;
  readonly onPlace: (place: Place) => void;
  readonly onReady: (handle: EditorHandle) => void;
}

/** What the application does with the editor. */
export interface EditorHandle {
  /** Runs an edit, insert or format command; false if it does not apply here. */
  readonly run: (id: CommandId) => boolean;
  readonly focus: () => void;
  /** Puts the caret at the start of a top-level node and scrolls it into view. */
  readonly focusBlock: (index: number) => void;
  /** Replaces the whole document as one undoable step. */
  readonly replaceBody: (body: Node) => void;
  readonly undo: () => boolean;
  readonly place: () => Place;
  readonly scroll: () => number;
}
