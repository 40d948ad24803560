import type { Block } from '../block.ts';

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
      parseDOM: [{ tag: 'figure.pull-quote', priority: 60 }],
      toDOM: () => ['figure', { class: 'pull-quote' }, 0],
    },
    pullQuoteText: {
      content: 'inline*',
      marks: 'emphasis',
      placeholder: 'The words to display',
      parseDOM: [{ tag: 'blockquote', context: 'pullQuote/', priority: 60 }],
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
  toMdast: () => [],
  fromMdast: () => null,
};
