import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { DOMParser, Fragment, type Schema } from 'prosemirror-model';
import type { Block, ElementLike } from '../block.ts';
import { withEmptyFirst } from '../leadingParts.ts';
import { insideStrong, mdastText, strongOf } from '../mdast.ts';

const boldOf = (node: RootContent | undefined): readonly PhrasingContent[] | null => {
  const [only, ...others] = node?.type === 'paragraph' ? node.children : [];
  return others.length === 0 ? insideStrong(only) : null;
};

const speakerOf = (node: RootContent | undefined): string => {
  const isPlain = node?.type === 'paragraph' && node.children.every(({ type }) => type === 'text');
  return isPlain ? (/^[—–] *(.+)$/su.exec(mdastText(node))?.[1] ?? '') : '';
};

const isQuoteAlone = (element: ElementLike): boolean =>
  element.querySelector('blockquote') !== null &&
  (element.querySelector('blockquote p') !== null || element.querySelector('blockquote cite') === null) &&
  element.querySelector('img, table, pre, ul, ol, video, iframe, p ~ p, blockquote ~ blockquote') === null;

function quoteContent(schema: Schema, element: ElementLike): Fragment {
  const words = element.querySelector('blockquote p') ?? element.querySelector('blockquote');
  const speaker = element.querySelector('figcaption, cite')?.textContent?.trim() ?? '';
  // ProseMirror's own parser handed the element in, so its parts are DOM nodes.
  const parsed = DOMParser.fromSchema(schema).parse(words, { topNode: schema.node('pullQuoteText') });
  return Fragment.from([
    parsed,
    schema.node('attribution', null, speaker === '' ? [] : [schema.text(speaker)]),
  ]);
}

/** A display quote with its speaker: repeats words of the story, so it is not a block quote. */
export const pullQuote: Block = {
  name: 'pullQuote',
  label: 'Pull quote',
  nodes: {
    pullQuote: {
      group: 'block',
      content: 'pullQuoteText attribution',
      defining: true,
      isolating: true,
      parseDOM: [
        {
          tag: 'figure.pull-quote',
          priority: 60,
          getAttrs: (element: ElementLike) => element.querySelector('blockquote') === null && null,
          getContent: (element: ElementLike, schema) =>
            withEmptyFirst(schema, { node: 'pullQuote', first: 'pullQuoteText' }, element),
        },
        { tag: 'figure.pull-quote', priority: 60 },
        // Without the class, as in a fragment or on a foreign page: one quoted paragraph and who said it.
        {
          tag: 'figure',
          priority: 55,
          getAttrs: (element: ElementLike) => isQuoteAlone(element) && null,
          getContent: (element: ElementLike, schema) => quoteContent(schema, element),
        },
      ],
      toDOM: () => ['figure', { class: 'pull-quote' }, 0],
    },
    pullQuoteText: {
      content: 'inline*',
      marks: 'emphasis',
      placeholder: 'The words to display',
      parseDOM: [
        {
          tag: 'blockquote',
          context: 'pullQuote/',
          priority: 60,
          contentElement: (element: ElementLike) => element.querySelector('p') ?? element,
        },
      ],
      toDOM: () => ['blockquote', ['p', 0]],
    },
    attribution: {
      content: 'text*',
      marks: '',
      placeholder: 'Who said it',
      parseDOM: [
        { tag: 'figcaption', context: 'pullQuote/', priority: 60 },
        { tag: 'cite', context: 'pullQuote/' },
      ],
      toDOM: () => ['figcaption', ['cite', 0]],
    },
  },
  inserts: [
    {
      label: 'Pull quote',
      hint: 'Words from the story, set large, with the speaker',
      words: ['display quote', 'attribution'],
      make: (schema) =>
        schema.node('pullQuote', null, [schema.node('pullQuoteText'), schema.node('attribution')]),
    },
  ],
  // A bold quote, and its speaker after a dash.
  toMdast: (node, write) => {
    const [words, speaker] = node.children;
    const text = words === undefined ? [] : write.inline(words);
    const name = speaker?.textContent.trim() ?? '';
    const children: Paragraph[] = [];
    if (mdastText({ type: 'paragraph', children: text }) !== '')
      children.push({ type: 'paragraph', children: [strongOf(text)] });
    if (name !== '') children.push({ type: 'paragraph', children: [{ type: 'text', value: `— ${name}` }] });
    return [{ type: 'blockquote', children }];
  },
  fromMdast: (node, read) => {
    const children = node.type === 'blockquote' ? [...node.children] : [];
    const words = boldOf(children[0]);
    if (words !== null) children.shift();
    const speaker = speakerOf(children[0]);
    if (speaker !== '') children.shift();
    if ((words === null && speaker === '') || children.length > 0) return null;
    return [
      read.schema.node('pullQuote', null, [
        read.schema.node('pullQuoteText', null, read.inline(words ?? [], 'pullQuoteText')),
        read.schema.node('attribution', null, speaker === '' ? [] : [read.schema.text(speaker)]),
      ]),
    ];
  },
};
