import { Fragment, type Node } from '@tiptap/pm/model';
import { TextSelection, type Command, type EditorState, type Transaction } from '@tiptap/pm/state';
import { schema } from '../../../shared/article/schema.ts';
import type { BlockRange } from './blocks.ts';
import { toHeading, toList, toQuote, type TextKind } from './formats.ts';
import { nodeType } from './types.ts';

/** The text of a block as paragraphs, its marks kept where a paragraph may carry them. */
export function paragraphsOf(node: Node): readonly Node[] {
  const paragraph = nodeType('paragraph');
  const found: Node[] = [];
  const take = (part: Node): boolean => {
    if (!part.isTextblock) return true;
    const whole = paragraph.validContent(part.content);
    const text = part.textContent === '' ? null : schema.text(part.textContent);
    if (part.content.size > 0) found.push(paragraph.create(null, whole ? part.content : text));
    return false;
  };
  if (take(node)) node.descendants(take);
  return found.length === 0 ? [paragraph.create()] : found;
}

const turns: Readonly<Record<TextKind, Command | null>> = {
  paragraph: null,
  heading2: toHeading(2),
  heading3: toHeading(3),
  heading4: toHeading(4),
  bulletList: toList('bulletList'),
  orderedList: toList('orderedList'),
  quote: toQuote,
};

/** Makes the text of any blocks another kind of text, as one step of undo; the caret stays with them. */
export function turnInto(state: EditorState, range: BlockRange, kind: TextKind): Transaction {
  const { tr, doc } = state;
  const blocks = Array.from({ length: range.after - range.first }, (_, index) =>
    doc.child(range.first + index),
  );
  const flat = Fragment.from(blocks.flatMap(paragraphsOf));
  tr.replaceWith(range.from, range.to, flat);
  tr.setSelection(
    TextSelection.between(tr.doc.resolve(range.from + 1), tr.doc.resolve(range.from + flat.size - 1)),
  );
  turns[kind]?.(state.apply(tr), (turn) => {
    for (const step of turn.steps) tr.step(step);
  });
  return tr.setSelection(TextSelection.near(tr.selection.$to, -1)).scrollIntoView();
}

/** Whether a block holds text of its own that may become another kind: not a picture, a table or a line. */
export const canTurn = (node: Node): boolean => !['figure', 'table', 'rule'].includes(node.type.name);
