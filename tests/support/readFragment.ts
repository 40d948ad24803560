import { Window } from 'happy-dom';
import { DOMParser, type Node } from 'prosemirror-model';
import { schema } from '../../shared/article/schema.ts';
import { withDatelineOut, withLabelledBlocks } from '../../shared/importing/labelledBlocks.ts';

const { document } = new Window();

/** A fragment as the editor's paste reads it: the schema's parse rules, labels told from text, the dateline lifted. */
export function readFragment(html: string): { readonly dateline: string; readonly blocks: readonly Node[] } {
  // happy-dom's elements are DOM elements in all that ProseMirror reads.
  const page = document.createElement('div') as unknown as HTMLElement;
  page.innerHTML = html;
  const parsed = DOMParser.fromSchema(schema).parseSlice(page).content.content;
  return withDatelineOut(withLabelledBlocks(parsed));
}

/** The tags and attributes of an HTML text, each once. */
export function namesIn(html: string): {
  readonly tags: readonly string[];
  readonly attributes: readonly string[];
} {
  const page = document.createElement('div');
  page.innerHTML = html;
  const all = [...page.querySelectorAll('*')];
  return {
    tags: [...new Set(all.map(({ tagName }) => tagName.toLowerCase()))],
    attributes: [...new Set(all.flatMap((one) => [...one.attributes].map(({ name }) => name)))],
  };
}
