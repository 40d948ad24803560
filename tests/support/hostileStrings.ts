import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

/** A text that has broken some export somewhere, and what it is. */
export interface HostileString {
  readonly name: string;
  readonly text: string;
}

/** What every format must carry, in every field, without breaking out of it (issue 4, "Hostile fields"). */
export const hostileStrings: readonly HostileString[] = [
  { name: 'the end of a script', text: 'before </script><b>bold</b><script>alert(1)</script> after' },
  { name: 'the end of a style', text: 'before </style><img src=x onerror=alert(1)> after' },
  { name: 'the end of a title', text: 'before </title><base href="https://evil.example/"> after' },
  { name: 'the end of an attribute', text: `before "' onclick="alert(1)" x='> after` },
  { name: 'the end of a CDATA section', text: 'before <![CDATA[ a ]]> ]]> after' },
  { name: 'a comment', text: 'before <!-- a --> -- --!> <!- after' },
  { name: 'character references', text: 'before &amp; &lt;b&gt; &#60; &nbsp; &copy &unknown; after' },
  { name: 'a template', text: 'before {{ title }} {% raw %} {# x #} <%= 1 %> ${x} {:.class} {{{ after' },
  { name: 'bidi marks', text: 'before \u202e\u2066 a \u202b\u2069\u200f\u200e\u202d b \u061c after' },
  { name: 'line separators', text: 'before \u2028 between \u2029 after' },
  { name: 'no-break and zero-width spaces', text: 'before \u00a0\u200b\u200d\u2060\ufeff after' },
  { name: 'a lone high surrogate', text: 'before \ud83d after' },
  { name: 'a lone low surrogate', text: 'before \ude00 after' },
  { name: 'control characters', text: 'before \u0000\u0007\u001b[31m\u007f\u0085\u009f after' },
  { name: 'non-characters', text: 'before \ufffe\uffff\ufdd0 after' },
  { name: 'decomposed letters', text: 'before e\u0301 \u1100\u1161 \u0928\u093c after' },
  { name: 'four-byte characters', text: 'before 😀 𠮷 👩‍👩‍👧 after' },
  { name: 'Markdown of every kind', text: '# *a* _b_ **c** `d` ~~e~~ [f](g) ![h](i) <j> | k | \\ l [^1]: m' },
  { name: 'front matter', text: '---' },
  { name: 'YAML', text: 'yes: no # \'on\' "off" - 12:30 !!str &a *a' },
  { name: 'white space at the edges', text: '  \t before  \n\n  after \t ' },
  { name: 'a line break of a file', text: 'before\r\nbetween\rand\nafter' },
  { name: 'a headline of 300 characters', text: 'Ferry '.repeat(50).trimEnd().padEnd(300, 's') },
  { name: 'one word of 2,000 characters', text: 'ä'.repeat(2000) },
  { name: 'a paragraph of 10,000 words', text: 'word '.repeat(9_999).concat('last') },
];

/** A place of an article that holds a text; `put` gives an article that holds the text there, and is calm elsewhere. */
export interface HostileField {
  readonly name: string;
  /** Whether readers of the article see it: false for metadata. */
  readonly visible: boolean;
  readonly put: (text: string) => Article;
}

const textIn = (text: string) => (text === '' ? [] : [schema.text(text)]);
const block = (name: string, text: string, attrs: Readonly<Record<string, unknown>> = {}) =>
  schema.node(name, attrs, textIn(text));
const paragraph = (text: string) => block('paragraph', text);
const src = 'https://example.org/pictures/quay.jpg';
const figure = (given: { readonly alt?: string; readonly caption?: string; readonly credit?: string }) =>
  schema.node('figure', { src, alt: given.alt ?? 'A quay', width: 640, height: 360 }, [
    block('caption', given.caption ?? 'The quay at dawn.'),
    block('credit', given.credit ?? 'Photo: A Person'),
  ]);
const table = (given: { readonly caption?: string; readonly head?: string; readonly cell?: string }) =>
  schema.node('table', { caption: given.caption ?? 'Boats' }, [
    schema.node('tableRow', null, [
      schema.node('tableHeader', null, [paragraph(given.head ?? 'Boat')]),
      schema.node('tableHeader', null, [paragraph('Time')]),
    ]),
    schema.node('tableRow', null, [
      schema.node('tableCell', null, [paragraph(given.cell ?? 'Late')]),
      schema.node('tableCell', null, [paragraph('23:10')]),
    ]),
  ]);
const linked = (text: string) =>
  schema.node('paragraph', null, [
    schema.text('See '),
    schema.text(text, [schema.mark('link', { href: 'https://example.org/a?b=1&c=2' })]),
    schema.text('.'),
  ]);

const envelope = { ...newArticle({ id: 'e'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' }) };
const headers = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const;
const calm = {
  kicker: 'Harbour',
  headline: 'Ferry adds a late boat',
  standfirst: 'The last ferry leaves an hour later.',
  byline: 'By Asha Rao',
  dateline: 'Linden Quay, May 4:',
} as const;

const bodyOf = (
  fields: Readonly<Record<(typeof headers)[number], string>>,
  blocks: readonly ReturnType<typeof block>[],
) => schema.node('doc', null, [...headers.map((name) => block(name, fields[name])), ...blocks]);
const lead = paragraph('The last ferry leaves an hour later from Monday.');
const last = paragraph('The harbour office said so.');

const header = (name: (typeof headers)[number]): HostileField => ({
  name,
  visible: true,
  put: (text) => ({ ...envelope, body: bodyOf({ ...calm, [name]: text }, [lead, last]) }),
});
const inBody = (name: string, make: (text: string) => ReturnType<typeof block>): HostileField => ({
  name,
  visible: true,
  put: (text) => ({ ...envelope, body: bodyOf(calm, [lead, make(text), last]) }),
});
const metadata = (name: string, make: (text: string) => Partial<Article>): HostileField => ({
  name,
  visible: false,
  put: (text) => ({ ...envelope, body: bodyOf(calm, [lead, last]), ...make(text) }),
});

/** Every field of an article that a person can type into. */
export const hostileFields: readonly HostileField[] = [
  ...headers.map(header),
  inBody('paragraph', paragraph),
  inBody('heading', (text) => block('heading', text, { level: 2 })),
  inBody('list item', (text) =>
    schema.node('bulletList', null, [schema.node('listItem', null, [paragraph(text)])]),
  ),
  inBody('quote', (text) => schema.node('quote', null, [paragraph(text)])),
  inBody('pull quote', (text) =>
    schema.node('pullQuote', null, [block('pullQuoteText', text), block('attribution', 'Asha Rao')]),
  ),
  inBody('attribution', (text) =>
    schema.node('pullQuote', null, [block('pullQuoteText', 'We waited.'), block('attribution', text)]),
  ),
  inBody('alt text', (alt) => figure({ alt })),
  inBody('caption', (caption) => figure({ caption })),
  inBody('credit', (credit) => figure({ credit })),
  inBody('table caption', (caption) => table({ caption })),
  inBody('table header', (head) => table({ head })),
  inBody('table cell', (cell) => table({ cell })),
  inBody('related title', (text) => block('relatedLink', text, { href: 'https://example.org/more' })),
  inBody('related label', (label) =>
    block('relatedLink', 'A second boat', { href: 'https://example.org/more', label }),
  ),
  inBody('fact box title', (text) =>
    schema.node('factBox', null, [block('factBoxTitle', text), paragraph('Two boats.')]),
  ),
  inBody('correction', (text) => block('correction', text, { date: '2026-05-04' })),
  inBody('editor’s note', (text) => block('editorsNote', text)),
  inBody('embed', (text) => block('embed', text, { href: 'https://video.example/watch?v=1&t=2' })),
  inBody('link text', linked),
  metadata('SEO headline', (seo) => ({ headlines: { seo } })),
  metadata('social headline', (social) => ({ headlines: { social } })),
  metadata('short headline', (short) => ({ headlines: { short } })),
  metadata('slug', (slug) => ({ slug })),
  metadata('slugline', (slugline) => ({ slugline })),
  metadata('section', (section) => ({ section })),
  metadata('genre', (genre) => ({ genre })),
  metadata('keyword', (keyword) => ({ keywords: [keyword, 'ferry'] })),
  metadata('rights holder', (holder) => ({ rights: { holder } })),
  metadata('rights notice', (notice) => ({ rights: { notice } })),
  metadata('note to editors', (edNote) => ({ edNote })),
];
