import type { NodeSpec } from 'prosemirror-model';

/** A field of the article's head: always there, may be empty, holds text and no blocks. */
export interface HeaderField {
  readonly name: 'kicker' | 'headline' | 'standfirst' | 'byline' | 'dateline';
  readonly label: string;
  readonly placeholder: string;
  readonly spec: NodeSpec;
}

const field = (
  name: HeaderField['name'],
  label: string,
  placeholder: string,
  tag: 'h1' | 'p',
  marks: string,
): HeaderField => ({
  name,
  label,
  placeholder,
  spec: {
    content: 'text*',
    marks,
    defining: true,
    isolating: true,
    parseDOM: [{ tag: `${tag}.${name}`, priority: 60 }],
    toDOM: () => [tag, { class: name }, 0],
  },
});

/** The five header fields, in the order of the page (`newsroom.md` §2 for the words). */
export const headerFields: readonly HeaderField[] = [
  field('kicker', 'Kicker', 'Kicker', 'p', ''),
  field('headline', 'Headline', 'Headline', 'h1', ''),
  field('standfirst', 'Standfirst', 'Standfirst: the story in a sentence or two', 'p', 'emphasis link'),
  field('byline', 'Byline', 'Byline', 'p', 'link'),
  field('dateline', 'Dateline', 'Dateline (New Delhi, Dec 28:)', 'p', ''),
];
