import type { Mark, ResolvedPos } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { textOf } from '../../../shared/article/block.ts';
import { schema } from '../../../shared/article/schema.ts';
import { crossesFields } from './fields.ts';
import { markType } from './types.ts';

/** The link that the link dialog is for: its range and address, '' for a link still to be made. */
export interface LinkRange {
  readonly from: number;
  readonly to: number;
  readonly href: string;
  readonly text: string;
}

const linkAt = ($pos: ResolvedPos): Mark | undefined => {
  const type = markType('link');
  return type.isInSet($pos.nodeBefore?.marks ?? []) ?? type.isInSet($pos.nodeAfter?.marks ?? []);
};

/** The whole link around a position: all text beside it with the same address. */
function around($pos: ResolvedPos, mark: Mark): { readonly from: number; readonly to: number } {
  const { parent } = $pos;
  let [from, to, offset] = [$pos.pos, $pos.pos, $pos.start()];
  const runs: { from: number; to: number }[] = [];
  parent.forEach((child) => {
    const last = runs.at(-1);
    if (!mark.isInSet(child.marks)) {
      offset += child.nodeSize;
      return;
    }
    if (last?.to === offset) last.to += child.nodeSize;
    else runs.push({ from: offset, to: offset + child.nodeSize });
    offset += child.nodeSize;
  });
  const run = runs.find((one) => one.from <= $pos.pos && one.to >= $pos.pos);
  if (run !== undefined) ({ from, to } = run);
  return { from, to };
}

/** What the link dialog edits; null where no link may stand. */
export function linkRange(state: EditorState): LinkRange | null {
  const { selection, doc } = state;
  const { $from, $to, empty } = selection;
  if (!$from.parent.inlineContent || !$from.parent.type.allowsMarkType(markType('link'))) return null;
  if (!empty && crossesFields(state)) return null;
  const reading = (from: number, to: number, href: string): LinkRange => ({
    from,
    to,
    href,
    text: doc.textBetween(from, to, ' ', ' '),
  });
  const mark = empty ? linkAt($from) : markType('link').isInSet($from.nodeAfter?.marks ?? []);
  if (empty && mark !== undefined) {
    const { from, to } = around($from, mark);
    return reading(from, to, textOf(mark.attrs, 'href'));
  }
  return reading($from.pos, $to.pos, mark === undefined ? '' : textOf(mark.attrs, 'href'));
}

/** Sets a link over a range; an empty range gets the text. */
export function setLink(state: EditorState, range: LinkRange, href: string, text: string): Transaction {
  const mark = markType('link').create({ href });
  const { tr } = state;
  if (range.from === range.to) {
    const marks = mark.addToSet(state.storedMarks ?? state.selection.$from.marks());
    return tr
      .replaceWith(range.from, range.to, schema.text(text === '' ? href : text, marks))
      .scrollIntoView();
  }
  return tr.addMark(range.from, range.to, mark).scrollIntoView();
}

/** Takes the link off a range; its text stays. */
export const removeLink = (state: EditorState, range: LinkRange): Transaction =>
  state.tr.removeMark(range.from, range.to, markType('link'));
