import type { Node } from '@tiptap/pm/model';
import { NodeSelection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { blocks } from '../../../shared/article/blocks/index.ts';
import type { Insert } from '../../../shared/article/block.ts';
import { inLanguage, readAlso } from '../../../shared/article/readAlso.ts';
import { headerLength, schema } from '../../../shared/article/schema.ts';
import type { EditorContext } from '../context.ts';
import type { Picture } from '../handle.ts';
import { messageOf } from '../../../shared/error.ts';
import type { EditorView } from '@tiptap/pm/view';
import { closeHistory } from '@tiptap/pm/history';
import { bodyStart } from './fields.ts';

/** Every block that the insert menu offers, in the order of the list of blocks. */
export const inserts: readonly Insert[] = blocks.flatMap((block) => block.inserts ?? []);

/** The choices whose label or words begin with, or hold, what was typed; the best first. */
export function findInserts(query: string): readonly Insert[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return inserts;
  const rank = ({ label, words }: Insert): number => {
    const names = [label, ...words].map((word) => word.toLowerCase());
    if (label.toLowerCase().startsWith(wanted)) return 0;
    if (names.some((name) => name.split(' ').some((word) => word.startsWith(wanted)))) return 1;
    return names.some((name) => name.includes(wanted)) ? 2 : 3;
  };
  return inserts
    .map((insert) => ({ insert, rank: rank(insert) }))
    .filter((found) => found.rank < 3)
    .toSorted((one, other) => one.rank - other.rank)
    .map((found) => found.insert);
}

/** Puts a block where the caret is: in place of an empty paragraph, else after the caret's block. */
export function insertBlock(state: EditorState, block: Node, tr: Transaction = state.tr): Transaction {
  const { $from } = tr.selection;
  const index = $from.index(0);
  const inBody = index >= headerLength;
  const here = inBody ? tr.doc.maybeChild(index) : null;
  let position = bodyStart(tr.doc);
  for (let before = headerLength; before < index; before += 1) position += tr.doc.child(before).nodeSize;
  if (here?.type.name === 'paragraph' && here.content.size === 0)
    tr.replaceWith(position, position + here.nodeSize, block);
  else {
    position += here?.nodeSize ?? 0;
    tr.insert(position, block);
  }
  // A block without text that ends the article leaves no place to write on: add one.
  const end = position + block.nodeSize;
  if (end === tr.doc.content.size && block.isLeaf) tr.insert(end, schema.node('paragraph'));
  const inside = TextSelection.findFrom(tr.doc.resolve(position), 1, true);
  const holds = inside !== null && inside.from < end;
  const next = holds ? inside : TextSelection.findFrom(tr.doc.resolve(end), 1, true);
  return tr.setSelection(next ?? NodeSelection.create(tr.doc, position)).scrollIntoView();
}

/** A figure of a picture, its alt text, caption and credit still to be written. */
export const figureOf = (picture: Picture): Node =>
  schema.node('figure', { src: picture.src, width: picture.width || null, height: picture.height || null }, [
    schema.node('caption'),
    schema.node('credit'),
  ]);

/** Asks for a picture and inserts its figure; nothing happens if that is cancelled. */
export function pickFigure(view: EditorView, context: EditorContext): void {
  const services = context.services();
  services.pickPicture().then(
    (picture) => {
      if (view.isDestroyed) return;
      if (picture !== null) view.dispatch(insertBlock(view.state, figureOf(picture)));
      view.focus();
    },
    (error: unknown) => services.report(messageOf(error)),
  );
}

// The editor's element says which language the article is in.
const readAlsoIn = (view: EditorView): string => inLanguage(readAlso, view.dom.lang) ?? 'Read Also';

/** A related link that is still to be written, with the label that the article's language has for it. */
export const relatedLinkIn = (view: EditorView): Node =>
  schema.node('relatedLink', { label: readAlsoIn(view) });

/** Inserts what was chosen in an insert menu; `tr` may have removed what was typed to choose it. */
export function chooseInsert(
  view: EditorView,
  context: EditorContext,
  choice: Insert,
  tr: Transaction = view.state.tr,
): void {
  view.dispatch(closeHistory(insertBlock(view.state, choice.make(schema, readAlsoIn(view)), tr)));
  view.focus();
  context.services().announce(`Inserted ${choice.label.toLowerCase()}`);
}
