import { setBlockType, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import type { Command, EditorState } from '@tiptap/pm/state';
import { liftTarget } from '@tiptap/pm/transform';
import { headerLength } from '../../../shared/article/schema.ts';
import { markType, nodeType } from './types.ts';

const item = nodeType('listItem');

/** The kind of text block that the caret is in, as the toolbar names it. */
export type TextKind =
  | 'paragraph'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'bulletList'
  | 'orderedList'
  | 'quote';

/** The innermost kind of text around the caret; null where there is none (header, caption, cell…). */
export function textKind({ selection }: EditorState): TextKind | null {
  const { $from } = selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type, attrs } = $from.node(depth);
    // The level passes `validate` of the heading's spec: 2 to 4.
    if (type.name === 'heading') return `heading${String(attrs['level'])}` as TextKind;
    if (type.name === 'bulletList' || type.name === 'orderedList' || type.name === 'quote') return type.name;
  }
  return $from.index(0) >= headerLength && $from.parent.type.name === 'paragraph' ? 'paragraph' : null;
}

const aroundCaret = (state: EditorState, names: readonly string[]): number | null => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if (names.includes($from.node(depth).type.name)) return depth;
  return null;
};

/** Takes the text out of its list or quote. */
const unwrap: Command = (state, dispatch) => {
  if (aroundCaret(state, ['listItem']) !== null) return liftListItem(item)(state, dispatch);
  const { $from, $to } = state.selection;
  const range = $from.blockRange($to, (node) => node.type.name === 'quote');
  const target = range === null ? null : liftTarget(range);
  if (range === null || target === null) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

/** Makes the selected text a plain paragraph: out of lists and quotes, no heading. */
export const toParagraph: Command = (state, dispatch) =>
  unwrap(state, dispatch) || setBlockType(nodeType('paragraph'))(state, dispatch);

/** Makes the selected text a heading; again, a paragraph. */
export const toHeading =
  (level: 2 | 3 | 4): Command =>
  (state, dispatch) => {
    const { parent } = state.selection.$from;
    if (parent.type.name === 'heading' && parent.attrs['level'] === level)
      return toParagraph(state, dispatch);
    return setBlockType(nodeType('heading'), { level })(state, dispatch);
  };

const asParagraphs = (state: EditorState): EditorState => {
  // Headings stand in no list and no quote: they become paragraphs first, in the same step of undo.
  let next = state;
  setBlockType(nodeType('paragraph'))(state, (tr) => (next = state.apply(tr)));
  return next;
};

const wrapped =
  (wrap: Command): Command =>
  (state, dispatch) => {
    const plain = asParagraphs(state);
    if (plain === state) return wrap(state, dispatch);
    return wrap(plain, (tr) => {
      const all = state.tr;
      const change = nodeType('paragraph');
      all.setBlockType(state.selection.from, state.selection.to, change);
      for (const step of tr.steps) all.step(step);
      dispatch?.(all.scrollIntoView());
    });
  };

/** Puts the selected text into a list; in a list of the same kind takes it out, in the other kind changes it. */
export const toList =
  (name: 'bulletList' | 'orderedList'): Command =>
  (state, dispatch) => {
    const depth = aroundCaret(state, ['bulletList', 'orderedList']);
    if (depth === null) return wrapped(wrapInList(nodeType(name)))(state, dispatch);
    const { $from } = state.selection;
    if ($from.node(depth).type.name === name) return unwrap(state, dispatch);
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), nodeType(name)).scrollIntoView());
    return true;
  };

/** Puts the selected text into a quote, or takes it out. */
export const toQuote: Command = (state, dispatch) =>
  aroundCaret(state, ['quote']) === null
    ? wrapped(wrapIn(nodeType('quote')))(state, dispatch)
    : unwrap(state, dispatch);

/** Sets or clears a mark, where the text may carry it. */
export const toMark = (name: string): Command =>
  toggleMark(markType(name), null, {
    removeWhenPresent: false,
    includeWhitespace: false,
  });
