import type { Node } from 'prosemirror-model';
import { plainText } from '../../shared/article/text.ts';

/** How much there is of a document. */
export interface Extent {
  /** Characters of text. */
  readonly text: number;
  /** Positions, as ProseMirror counts them. */
  readonly positions: number;
}

/** What the person's own edits took out of the document since the base: the sum of what each of their steps replaced. */
export interface UserEdit {
  /** Positions, as ProseMirror counts them (`oldEnd - oldStart` of a step map's ranges). */
  readonly removed: number;
}

/** How much there is of a body. */
export const extentOf = (body: Node): Extent => ({
  text: plainText(body).length,
  positions: body.content.size,
});

/**
 * Whether a document lost its text, or more than 80 % of it, though nobody took out that much: then it was a program's
 * mistake (a schema that did not fit, a view that loaded empty), and an automatic save must not write it over the story.
 * Positions never shrink by more than was taken out, so an edit that was counted is never held up.
 */
export const looksEmptied = (before: Extent, after: Extent, edit: UserEdit): boolean =>
  before.text > 0 && after.text < before.text / 5 && before.positions - after.positions > edit.removed;
