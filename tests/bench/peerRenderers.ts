import {
  escapeHTML,
  renderJSONContentToString,
  serializeChildrenToHTMLString,
} from '@tiptap/static-renderer/json/html-string';
import type { Node } from 'prosemirror-model';
import { defaultMarkdownSerializer, MarkdownSerializer } from 'prosemirror-markdown';

interface Rendered {
  readonly node: { readonly text?: string | undefined; readonly content?: unknown };
  readonly children?: string | string[] | undefined;
}
type Render = (of: Rendered) => string;

const element =
  (tag: string): Render =>
  ({ children }) =>
    `<${tag}>${serializeChildrenToHTMLString(children)}</${tag}>`;
const unlessEmpty =
  (tag: string): Render =>
  ({ children, node }) =>
    node.content === undefined ? '' : `<${tag}>${serializeChildrenToHTMLString(children)}</${tag}>`;

const renderJson = renderJSONContentToString({
  nodeMapping: {
    doc: ({ children }) => serializeChildrenToHTMLString(children),
    kicker: unlessEmpty('p'),
    headline: unlessEmpty('h1'),
    standfirst: unlessEmpty('p'),
    byline: unlessEmpty('p'),
    dateline: unlessEmpty('p'),
    paragraph: element('p'),
    heading: element('h2'),
    text: ({ node }) => escapeHTML(node.text ?? ''),
  },
  markMapping: {},
});

/** The bench's articles by tiptap's static renderer, whose mapping is built once. */
export const toHtmlByPeer = (json: unknown): string =>
  // A document as JSON: what the renderer takes, whose own type names every attribute.
  renderJson({ content: json as Parameters<typeof renderJson>[0]['content'] });

const { nodes, marks } = defaultMarkdownSerializer;
const field: (typeof nodes)[string] = (state, node) => {
  state.renderInline(node);
  state.closeBlock(node);
};
const serializer = new MarkdownSerializer(
  { ...nodes, kicker: field, headline: field, standfirst: field, byline: field, dateline: field },
  marks,
);

/** The bench's articles by prosemirror-markdown. */
export const toMarkdownByPeer = (body: Node): string => serializer.serialize(body);
