import type { Node } from 'prosemirror-model';
import { isBlank } from '../article/blank.ts';
import { textOf } from '../article/block.ts';
import { escapeText } from './escape.ts';
import type { Format } from './format.ts';
import { fragmentElement, fragmentOf } from './fragmentBody.ts';
import { isSpeakerOnly, wordPressLosses } from './fragmentLosses.ts';
import { rendererOf, type Element } from './renderBody.ts';

const comment = (name: string, inner: string, settings: Readonly<Record<string, unknown>> = {}): string => {
  const given = Object.keys(settings).length === 0 ? '' : ` ${settingsText(settings)}`;
  return `<!-- wp:${name}${given} -->\n${inner}\n<!-- /wp:${name} -->`;
};

// As WordPress itself escapes a block's settings, so that nothing in them ends the comment.
const settingsText = (settings: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(settings).replace(
    /--|[<>&]|\\"/gu,
    (found) =>
      ({ '--': '\\u002d\\u002d', '<': '\\u003c', '>': '\\u003e', '&': '\\u0026', '\\"': '\\u0022' })[found] ??
      found,
  );

const list = (items: readonly string[]): string =>
  comment(
    'list',
    `<ul class="wp-block-list">${items.map((item) => comment('list-item', item)).join('\n\n')}</ul>`,
  );

const captioned = (node: Node): readonly unknown[] => {
  const caption = textOf(node.attrs, 'caption').trim();
  return caption === '' ? [] : [['figcaption', { class: 'wp-element-caption' }, caption]];
};

// What the block editor saves for each block: other markup would be "unexpected content" to it.
const elements: Readonly<Record<string, (node: Node, own: Element) => Element>> = {
  heading: (_, [tag]) => [tag, { class: 'wp-block-heading' }, 0],
  bulletList: () => ['ul', { class: 'wp-block-list' }, 0],
  orderedList: ({ attrs }) => [
    'ol',
    { ...(attrs['start'] === 1 ? {} : { start: String(attrs['start']) }), class: 'wp-block-list' },
    0,
  ],
  quote: () => ['blockquote', { class: 'wp-block-quote' }, 0],
  rule: () => ['hr', { class: 'wp-block-separator has-alpha-channel-opacity' }],
  pullQuote: (node) =>
    isSpeakerOnly(node) ? ['', 0] : ['figure', { class: 'wp-block-pullquote' }, ['blockquote', 0]],
  pullQuoteText: () => ['p', 0],
  table: (node) => ['figure', { class: 'wp-block-table' }, ['table', ['tbody', 0]], ...captioned(node)],
  figure: ({ attrs }) => {
    const src = textOf(attrs, 'src');
    if (src === '') return ['p', 0];
    const alt = attrs['decorative'] === true ? '' : textOf(attrs, 'alt');
    return [
      'figure',
      { class: 'wp-block-image' },
      ['img', { src, alt }],
      ['figcaption', { class: 'wp-element-caption' }, 0],
    ];
  },
};

const inText = (parent: Node | null): boolean =>
  ['listItem', 'tableCell', 'tableHeader'].includes(parent?.type.name ?? '');

// WordPress has no paragraphs in an item or a cell: a line break parts them.
function lineOf(node: Node, parent: Node | null): Element {
  const shown = parent?.children.filter((child) => !isBlank(child)) ?? [];
  const before = shown[shown.indexOf(node) - 1];
  return before?.type.name === 'paragraph' ? ['', ['br'], 0] : ['', 0];
}

function specOf(node: Node, own: Element, parent: Node | null): Element {
  const { name } = node.type;
  if (name === 'paragraph' && inText(parent)) return lineOf(node, parent);
  if (name === 'attribution' && parent !== null && !isSpeakerOnly(parent)) return ['cite', 0];
  return elements[name]?.(node, own) ?? fragmentElement(node, own, parent);
}

// Their parts are inside the comment of the block.
const blockNames: Readonly<Record<string, (node: Node) => readonly [string, Record<string, unknown>?]>> = {
  paragraph: () => ['paragraph'],
  heading: ({ attrs }) =>
    attrs['level'] === 2 ? ['heading'] : ['heading', { level: Number(attrs['level']) }],
  bulletList: () => ['list'],
  orderedList: ({ attrs }) => [
    'list',
    { ordered: true, ...(attrs['start'] === 1 ? {} : { start: Number(attrs['start']) }) },
  ],
  listItem: () => ['list-item'],
  quote: () => ['quote'],
  pullQuote: (node) => [isSpeakerOnly(node) ? 'paragraph' : 'pullquote'],
  figure: ({ attrs }) => [textOf(attrs, 'src') === '' ? 'paragraph' : 'image'],
  table: () => ['table'],
  rule: () => ['separator'],
  factBoxTitle: () => ['paragraph'],
  relatedLink: () => ['paragraph'],
  correction: () => ['paragraph'],
  editorsNote: () => ['paragraph'],
  embed: () => ['paragraph'],
};

const around = (html: string, node: Node, parent: Node | null): string => {
  const block = blockNames[node.type.name];
  if (block === undefined || (node.type.name === 'paragraph' && inText(parent))) return html;
  const [name, settings] = block(node);
  return comment(name, html, settings);
};

const joinerOf = (parent: Node): string | undefined => {
  if (['bulletList', 'orderedList', 'quote'].includes(parent.type.name)) return '\n\n';
  return inText(parent) || parent.type.name === 'pullQuote' ? '' : undefined;
};

const renderer = rendererOf({ specOf, around, joinerOf });

/** The body as the posts of WordPress are stored: a comment around each block, and the classes that its editor expects. */
export const wordPress: Format = {
  id: 'fragment-wordpress',
  label: 'WordPress blocks',
  family: 'HTML',
  extension: 'html',
  render: (article) =>
    fragmentOf(article, {
      renderer,
      lead: (inner) => comment('paragraph', `<p>${inner}</p>`),
      endList: (label, items) =>
        `${comment('heading', `<h2 class="wp-block-heading">${escapeText(label)}</h2>`)}\n${list(items)}`,
    }),
  losses: wordPressLosses,
};
