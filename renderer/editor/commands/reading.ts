import type { EditorState } from '@tiptap/pm/state';
import { headerLength } from '../../../shared/article/schema.ts';
import { textKind, type TextKind } from './formats.ts';
import { markType } from './types.ts';

const names = ['strong', 'emphasis', 'strike', 'subscript', 'superscript', 'link'] as const;
export type MarkName = (typeof names)[number];

/** What the tools show of a state; two equal readings need no new drawing. */
export interface Reading {
  readonly kind: TextKind | null;
  readonly marks: readonly MarkName[];
  readonly possible: readonly MarkName[];
  readonly inBody: boolean;
}

/** Whether a mark is on: at the caret, or anywhere in the selection. */
export function hasMark(state: EditorState, name: MarkName): boolean {
  const type = markType(name);
  const { from, to, $from, empty } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** Reads what the toolbar and the bubble menu show. */
export function readState(state: EditorState): Reading {
  const { $from } = state.selection;
  return {
    kind: textKind(state),
    marks: names.filter((name) => hasMark(state, name)),
    possible: names.filter(
      (name) => $from.parent.inlineContent && $from.parent.type.allowsMarkType(markType(name)),
    ),
    inBody: $from.index(0) >= headerLength,
  };
}
