/**
 * Word's paragraph styles, as English and other Words, LibreOffice and newsrooms call them, and the element that each
 * becomes. Edit freely; styles that are not here become paragraphs, and the receipt says so.
 */
const paragraphs: readonly (readonly [element: string, ...names: string[]])[] = [
  ['p.kicker', 'Kicker', 'Overline', 'Eyebrow'],
  ['h1.headline', 'Title', 'Titel', 'Titre', 'Título', 'Headline'],
  ['p.standfirst', 'Standfirst', 'Subtitle', 'Untertitel', 'Sous-titre', 'Subtítulo', 'Deck', 'Dek'],
  ['p.byline', 'Byline', 'Author'],
  ['p.dateline', 'Dateline'],
  ['h2', 'heading 1', 'Heading 1', 'Heading', 'Crosshead', 'Subhead'],
  ['h3', 'heading 2', 'Heading 2'],
  [
    'h4',
    'heading 3',
    'Heading 3',
    'heading 4',
    'Heading 4',
    'heading 5',
    'Heading 5',
    'heading 6',
    'Heading 6',
  ],
  ['p.caption', 'caption', 'Caption', 'Figure', 'Illustration'],
  ['p.credit', 'Credit', 'Photo Credit'],
  ['p.pull-quote', 'Pull Quote', 'Pullquote'],
];

// After lists: an item in one of these styles is an item first.
const plain: typeof paragraphs = [
  ['blockquote > p', 'Quote', 'Intense Quote', 'Block Text', 'Quotations', 'Quote Text', 'Blockquote'],
  [
    'p',
    'Normal',
    'Body Text',
    'Body',
    'Text body',
    'Text Body',
    'No Spacing',
    'Read Also',
    'Correction',
    'Normal (Web)',
    'Standard',
    'Plain Text',
    'annotation text',
    'Table Contents',
    'Table Heading',
    'Preformatted Text',
    'First Paragraph',
    'Compact',
  ],
];

/** Word has nine levels of lists. */
const lists = Array.from({ length: 9 }, (_, above) => above).flatMap((above) =>
  (['unordered', 'ordered'] as const).map(
    (kind) =>
      `p:${kind}-list(${above + 1}) => ${'ul|ol > li > '.repeat(above)}${kind === 'ordered' ? 'ol' : 'ul'} > li:fresh`,
  ),
);

const runs: readonly (readonly [element: string, ...names: string[]])[] = [
  ['strong', 'Strong', 'Intense Emphasis'],
  ['em', 'Emphasis', 'Subtle Emphasis'],
];

const quoted = (name: string): string => name.replaceAll("'", "\\'");
const ruleOf = ([element, ...names]: (typeof paragraphs)[number]): readonly string[] =>
  names.map((name) => `p[style-name='${quoted(name)}'] => ${element}:fresh`);

/** The style map that mammoth is given. */
export const styleMap: readonly string[] = [
  ...paragraphs.flatMap(ruleOf),
  ...lists,
  ...plain.flatMap(ruleOf),
  ...runs.flatMap(([element, ...names]) =>
    names.map((name) => `r[style-name='${quoted(name)}'] => ${element}`),
  ),
  'b => strong',
  'i => em',
  'strike => s',
  'u =>',
];
