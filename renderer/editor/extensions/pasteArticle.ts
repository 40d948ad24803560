import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isBlank } from '../../../shared/article/blank.ts';
import { withDatelineOut, withLabelledBlocks } from '../../../shared/importing/labelledBlocks.ts';
import type { PastedTitle } from '../../../shared/importing/paste/title.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';

/** A pasted slice with its labelled paragraphs as the blocks that they stand for; a slice of one block stays text. */
export function labelledSlice(slice: Slice): Slice {
  const nodes = slice.content.content;
  if (nodes.length < 2) return slice;
  const read = withLabelledBlocks(nodes);
  const same = (at: number): boolean => read.at(at) === nodes.at(at);
  return new Slice(Fragment.from(read), same(0) ? slice.openStart : 0, same(-1) ? slice.openEnd : 0);
}

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

// A field is text: a link, or a raised or struck letter, would be lost in it.
const isPlain = (node: Node): boolean =>
  node.children.every(({ marks }) => marks.every(({ type }) => ['strong', 'emphasis'].includes(type.name)));

const says = (node: Node | undefined, text: string): boolean =>
  text !== '' && node !== undefined && flat(node.textContent) === text && isPlain(node);

const isBodyBlock = ({ type }: Node): boolean => type.isInGroup('block');

const lifted = (what: string, text: string): readonly Decision[] =>
  text === '' ? [] : [{ kind: 'lifted', what, text }];

/** Pastes a document with a title by its style into an article where nothing was written yet; false if it has none. */
function pasteTitled(view: EditorView, nodes: readonly Node[], title: PastedTitle): boolean {
  const { doc, selection, tr, schema } = view.state;
  const field = selection.$from.depth > 0 ? selection.$from.node(1) : null;
  const isHere = field !== null && (field.type.name === 'headline' || isBodyBlock(field));
  const [first, ...below] = nodes;
  if (!isHere || !doc.children.every((node) => (isBodyBlock(node) ? isBlank(node) : node.content.size === 0)))
    return false;
  if (!says(first, title.headline)) return false;
  const standfirst = says(below[0], title.standfirst) ? title.standfirst : '';
  const { dateline, blocks } = withDatelineOut(standfirst === '' ? below : below.slice(1));
  if (blocks.length === 0 || !blocks.every(isBodyBlock)) return false;
  const texts: Readonly<Record<string, string>> = { headline: title.headline, standfirst, dateline };
  const fields = doc.children
    .filter((node) => !isBodyBlock(node))
    .map((node) => {
      const text = texts[node.type.name] ?? '';
      return text === '' ? node : node.copy(Fragment.from(schema.text(text)));
    });
  tr.replaceWith(0, doc.content.size, [...fields, ...blocks]);
  tr.setSelection(Selection.atEnd(tr.doc));
  const told = [
    ...lifted('Headline', title.headline),
    ...lifted('Standfirst', standfirst),
    ...lifted('Dateline', dateline),
  ];
  view.dispatch(tr.setMeta('lifted', told).scrollIntoView());
  return true;
}

/**
 * Pastes the text of a whole article into a body where nothing was written yet: what the source's styles call its title
 * and its subtitle, and a dateline that it begins with, go into the fields for them, in the same step. False if that is
 * not the case, then nothing was done.
 */
export function pasteArticle(view: EditorView, slice: Slice, title: PastedTitle | null): boolean {
  const { doc, selection, tr } = view.state;
  const nodes = slice.content.content;
  if (nodes.length < 2 || nodes.some(({ isBlock }) => !isBlock)) return false;
  if (title !== null && pasteTitled(view, nodes, title)) return true;
  const field = doc.children.find(({ type }) => type.name === 'dateline');
  const blocks = doc.children.filter(isBodyBlock);
  // With everything selected the selection is in no block.
  const isInBody = selection.$from.depth > 0 && isBodyBlock(selection.$from.node(1));
  if (field === undefined || field.content.size > 0 || !isInBody || !blocks.every(isBlank)) return false;
  const { dateline, blocks: rest } = withDatelineOut(nodes);
  if (dateline === '') return false;
  const cut = rest.length === nodes.length ? slice.openStart : 0;
  tr.replaceSelection(new Slice(Fragment.from(rest), cut, slice.openEnd));
  let at = 0;
  tr.doc.forEach((node, position) => {
    if (node.type.name === 'dateline') at = position + 1;
  });
  view.dispatch(tr.insertText(dateline, at).setMeta('lifted', lifted('Dateline', dateline)).scrollIntoView());
  return true;
}
