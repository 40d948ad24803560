import type { PhrasingContent, RootContent } from 'mdast';
import type { Node } from 'prosemirror-model';
import { relatedLabels, weakLabels } from '../../importing/relatedLabels.ts';
import { isSafeUrl } from '../address.ts';
import type { Block, ElementLike, MarkdownReader } from '../block.ts';
import { attribute, textAttribute, textOf } from '../block.ts';
import { labelRuns } from '../labelRuns.ts';
import { emptyCopy } from '../leadingParts.ts';
import { labelled, mdastText, sameText, withLabel } from '../mdast.ts';

const isArticleId = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && /^[0-9a-z]{16,32}$/.test(value));

const hrefOf = (element: ElementLike): string => {
  const href = element.querySelector('a')?.getAttribute('href') ?? '';
  return isSafeUrl(href) ? href : '';
};

/** The label of a related link; one without words of its own says "Read Also". */
export const relatedLabel = (node: Node): string => textOf(node.attrs, 'label').trim() || 'Read Also';

const titleOf = (node: Node): readonly [string, ...unknown[]] => {
  const href = textOf(node.attrs, 'href');
  return href === '' ? ['span', { class: 'title' }, 0] : ['a', { class: 'title', href }, 0];
};

/** Whether a label says that a related link follows: a title alone needs one that does, a link may also follow a common word. */
export function isKnownLabel(label: string, href: string): boolean {
  const key = label.normalize('NFC').toLowerCase();
  return relatedLabels.includes(key) || (href !== '' && weakLabels.includes(key));
}

const titleToMdast = (node: Node): PhrasingContent[] => {
  const url = textOf(node.attrs, 'href');
  const text = { type: 'text', value: node.textContent.trim() || url } as const;
  return [url === '' ? text : { type: 'link', url, children: [text] }];
};

// One link, or text: a related link if its label is known, or the front matter remembers it.
function readTitle(label: string, content: readonly PhrasingContent[], read: MarkdownReader): Node | null {
  const [only, ...others] = content;
  if (only === undefined || others.length > 0 || (only.type !== 'link' && only.type !== 'text')) return null;
  const href = only.type === 'link' ? only.url : '';
  const title = mdastText(only);
  if (title === '' || (href !== '' && !isSafeUrl(href))) return null;
  const known = read.recall(
    (seen) =>
      sameText(seen['label'], label) && sameText(seen['title'], title) && textOf(seen, 'href') === href,
  );
  if (known === null && !isKnownLabel(label, href)) return null;
  const articleId = isArticleId(known?.['articleId'] ?? null) ? (known?.['articleId'] ?? null) : null;
  return read.schema.node(
    'relatedLink',
    { label, href, articleId },
    title === href ? [] : [read.schema.text(title)],
  );
}

/** What follows more than this is no end list: looking would ask of each heading all that is below it. */
const longestEndList = 500;

// Headings with lists of links to the very end of the article.
function readEndList(node: RootContent, read: MarkdownReader): readonly Node[] | null {
  if (node.type !== 'heading' || read.following.length > longestEndList) return null;
  const links: Node[] = [];
  const rest = [node, ...read.following];
  for (let at = 0; at < rest.length; at += 2) {
    const [heading, list] = [rest[at], rest[at + 1]];
    if (heading?.type !== 'heading' || list?.type !== 'list') return null;
    for (const item of list.children) {
      const [only, ...others] = item.children;
      if (only?.type !== 'paragraph' || others.length > 0) return null;
      const link = readTitle(mdastText(heading), only.children, read);
      if (link === null) return null;
      links.push(link);
    }
  }
  read.take(read.following.length);
  return links;
}

// A link that shows its own address has no title: the renderer's `fallback` put it there.
const contentOf = (element: ElementLike): ElementLike => {
  const title = element.querySelector('.title') ?? element;
  return title.textContent === title.getAttribute('href') ? emptyCopy(title) : title;
};

/** A related link ("Read Also"): label, title, and an address or an article of the library. */
export const relatedLink: Block = {
  name: 'relatedLink',
  label: 'Related link',
  nodes: {
    relatedLink: {
      group: 'block',
      content: 'text*',
      marks: '',
      defining: true,
      isolating: true,
      placeholder: 'Title of the related story',
      blank: (node) => node.textContent.trim() === '' && textOf(node.attrs, 'href') === '',
      fallback: (node) => textOf(node.attrs, 'href'),
      endList: {
        label: relatedLabel,
        item: (node) => ['li', titleOf(node)],
      },
      attrs: {
        label: textAttribute('Read Also'),
        href: textAttribute('', (text) => text === '' || isSafeUrl(text), 'an address'),
        articleId: attribute<string | null>(null, isArticleId, 'the id of an article'),
      },
      parseDOM: [
        {
          tag: 'aside.read-also',
          priority: 60,
          getAttrs: (element: ElementLike) => {
            const label = element.querySelector('.label')?.textContent ?? 'Read Also:';
            return { label: label.replace(/\s*:\s*$/u, ''), href: hrefOf(element) };
          },
          contentElement: (element: ElementLike) => contentOf(element),
        },
        { tag: 'nav.related > h2', priority: 60, ignore: true },
        { tag: 'nav.related > ul', priority: 60, skip: true },
        {
          tag: 'nav.related > ul > li',
          priority: 60,
          getAttrs: (element: ElementLike) => ({
            label: element.closest('nav')?.querySelector('h2')?.textContent ?? 'Read Also',
            href: hrefOf(element),
          }),
          contentElement: (element: ElementLike) => contentOf(element),
        },
      ],
      toDOM: (node) => {
        const label = ['strong', { class: 'label' }, `${relatedLabel(node)}:`] as const;
        return ['aside', { class: 'read-also', role: 'note' }, ['p', label, ' ', titleOf(node)]];
      },
    },
  },
  inserts: [
    {
      label: 'Related link',
      hint: 'Read Also: another story, in place',
      words: ['read also', 'see also', 'related'],
      make: (schema, label) => schema.node('relatedLink', label === undefined ? null : { label }),
    },
  ],
  // A label in bold, then the title; a run at the end of the article is a list under the label.
  toMdast: (node) => [withLabel(relatedLabel(node), titleToMdast(node))],
  endToMdast: (nodes) =>
    labelRuns(nodes, relatedLabel).flatMap((run): RootContent[] => [
      { type: 'heading', depth: 2, children: [{ type: 'text', value: run.label }] },
      {
        type: 'list',
        ordered: false,
        spread: false,
        children: run.items.map((node) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: titleToMdast(node) }],
        })),
      },
    ]),
  fromMdast: (node, read) => {
    const found = labelled(node);
    if (found !== null) {
      const link = readTitle(found.label, found.rest, read);
      return link === null ? null : [link];
    }
    return readEndList(node, read);
  },
  remember: {
    as: 'related',
    of: (node) => ({
      label: relatedLabel(node),
      title: node.textContent.trim() || textOf(node.attrs, 'href'),
      ...(textOf(node.attrs, 'href') === '' ? {} : { href: textOf(node.attrs, 'href') }),
      ...(node.attrs['articleId'] === null ? {} : { articleId: textOf(node.attrs, 'articleId') }),
    }),
  },
};
