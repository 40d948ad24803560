import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { isSafeUrl } from '../../../shared/article/address.ts';
import { schema } from '../../../shared/article/schema.ts';
import type { LibraryEntry } from '../../../shared/ipc/contract.ts';

/** Lets the related link at a position lead to an article; its title is taken over where none is written yet. */
export function linkArticle(view: EditorView, position: number, article: LibraryEntry): void {
  const node = view.state.doc.nodeAt(position);
  if (node?.type.name !== 'relatedLink') return;
  const { tr } = view.state;
  const href = isSafeUrl(article.canonical) ? article.canonical : '';
  tr.setNodeMarkup(position, null, { ...node.attrs, articleId: article.id, href });
  if (node.content.size === 0 && article.title !== '') tr.insert(position + 1, schema.text(article.title));
  const end = position + 1 + (tr.doc.nodeAt(position)?.content.size ?? 0);
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView());
}
