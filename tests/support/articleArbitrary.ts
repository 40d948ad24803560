import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { newArticle, statuses, type Article, type Envelope } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

// Text that Markdown and HTML would read as something else, in several scripts.
const calm = ['Ferry', 'the quay', 'नदी', 'ميناء', '港', 'a', '5', 'über', '’', '— so'];
const hostile =
  String.raw`* _ ** ` +
  '`' +
  String.raw` # - 1. > [ ] ( ) ![ ](x) <b> &amp; & \ | ~ ~~ {{ {% {: --- === + " ' < > ^ [^1] : ! = $
  www.example.org https://example.org/a_b a@b.example <!-- </script> [x] <script> ]]>`;
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...calm) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(...hostile.split(/\s+/), '# ', '- ', '1. ', '\u00a0', '\u200f', '\u2028'),
  },
  { weight: 3, arbitrary: fc.constant(' ') },
  { weight: 1, arbitrary: fc.string({ maxLength: 4 }) },
);
const words = fc.array(piece, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('') || 'x');
const plain = fc.oneof(fc.constant(''), words);
const href = fc.constantFrom(
  'https://example.org/',
  'https://example.org/a_(b)?q=1&r=%20#x',
  '/local/page',
  'mailto:a@b.example',
  '../x*y*',
  'https://example.org/?a=1&copy=2&amp;b|c)',
);

const mark = (names: readonly string[]) =>
  fc
    .constantFrom(...names)
    .chain((name) =>
      name === 'link'
        ? href.map((address) => schema.mark('link', { href: address }))
        : fc.constant(schema.mark(name)),
    );

const inline = (
  marks: readonly string[] = ['link', 'strong', 'emphasis', 'strike', 'subscript', 'superscript'],
) => {
  const text = fc.tuple(words, fc.array(mark(marks), { maxLength: 2 })).map(([value, set]) =>
    schema.text(
      value,
      set.reduce((all, one) => one.addToSet(all), schema.text('x').marks),
    ),
  );
  const hardBreak = fc.constant(schema.node('hardBreak'));
  return fc.array(fc.oneof({ weight: 6, arbitrary: text }, { weight: 1, arbitrary: hardBreak }), {
    maxLength: 4,
  });
};

const textblock = (
  name: string,
  content: fc.Arbitrary<readonly Node[]>,
  attrs: fc.Arbitrary<object> = fc.constant({}),
) => fc.tuple(content, attrs).map(([children, given]) => schema.node(name, { ...given }, children));
const textNode = (
  name: string,
  value: fc.Arbitrary<string> = plain,
  attrs: fc.Arbitrary<object> = fc.constant({}),
) =>
  textblock(
    name,
    value.map((text) => (text === '' ? [] : [schema.text(text)])),
    attrs,
  );

const paragraph = textblock('paragraph', inline());

const nestable: fc.Arbitrary<Node> = fc.letrec<{ block: Node; item: Node }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    paragraph,
    fc
      .array(tie('item'), { minLength: 1, maxLength: 3 })
      .map((items) => schema.node('bulletList', null, items)),
    fc
      .tuple(fc.array(tie('item'), { minLength: 1, maxLength: 3 }), fc.nat(20))
      .map(([items, start]) => schema.node('orderedList', { start }, items)),
    fc
      .array(tie('block'), { minLength: 1, maxLength: 3 })
      .map((inside) => schema.node('quote', null, inside)),
  ),
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
})).block;

const size = fc.option(fc.integer({ min: 1, max: 4000 }));
const figure = fc
  .tuple(
    fc.record({
      src: fc.constantFrom('', `media/${'ab'.repeat(32)}.png`, 'https://example.org/a_b(1).jpg'),
      alt: plain,
      decorative: fc.boolean(),
      width: size,
      height: size,
    }),
    textblock('caption', inline(['link', 'strong', 'emphasis', 'subscript', 'superscript'])),
    textNode('credit'),
  )
  .map(([attrs, caption, credit]) => schema.node('figure', attrs, [caption, credit]));

const span = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.constantFrom(2, 3));
const cell = (name: string, attrs: object) =>
  fc
    .tuple(fc.array(paragraph, { minLength: 1, maxLength: 2 }), fc.record({ colspan: span, rowspan: span }))
    .map(([inside, spans]) => schema.node(name, { ...attrs, ...spans }, inside));
// A head may be the first row, the first column, both or none; rows need not be of one length.
const table = fc
  .record({
    caption: plain,
    widths: fc.oneof(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
        .map(([rows, width]) => Array.from({ length: rows }, () => width)),
      fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
    ),
    head: fc.boolean(),
    side: fc.boolean(),
  })
  .chain(({ caption, widths, head, side }) =>
    fc
      .tuple(
        ...widths.map((width, row) =>
          fc
            .tuple(
              ...Array.from({ length: width }, (_, column) => {
                if (head && row === 0) return cell('tableHeader', { scope: 'col' });
                return side && column === 0 ? cell('tableHeader', { scope: 'row' }) : cell('tableCell', {});
              }),
            )
            .map((cells) => schema.node('tableRow', null, cells)),
        ),
      )
      .map((made) => schema.node('table', { caption }, made)),
  );

const relatedLink = textNode(
  'relatedLink',
  plain,
  fc.record({
    label: fc.constantFrom('Read Also', 'Mehr', 'Our *best* [pick]'),
    href: fc.oneof(fc.constant(''), href),
    articleId: fc.constantFrom(null, 'c'.repeat(32)),
  }),
);

const block: fc.Arbitrary<Node> = fc.oneof(
  { weight: 3, arbitrary: nestable },
  paragraph,
  textblock('heading', inline(), fc.record({ level: fc.constantFrom(2, 3, 4) })),
  fc
    .tuple(textblock('pullQuoteText', inline(['emphasis'])), textNode('attribution'))
    .map((parts) => schema.node('pullQuote', null, parts)),
  figure,
  table,
  relatedLink,
  fc
    .tuple(textNode('factBoxTitle'), fc.array(nestable, { minLength: 1, maxLength: 2 }))
    .map(([title, inside]) => schema.node('factBox', null, [title, ...inside])),
  textblock('correction', inline(), fc.record({ date: fc.constantFrom('', '2026-05-04') })),
  textblock('editorsNote', inline()),
  textNode('embed', plain, fc.record({ href: fc.constantFrom('', 'https://video.example/watch?v=a_b&t=1') })),
  fc.constant(schema.node('rule')),
);

const header = fc.tuple(
  textNode('kicker'),
  textNode('headline'),
  textblock(
    'standfirst',
    inline(['emphasis', 'link']).map((all) => all.filter((node) => node.isText)),
  ),
  textblock(
    'byline',
    inline(['link']).map((all) => all.filter((node) => node.isText)),
  ),
  textNode('dateline', fc.constantFrom('', 'New Delhi, Dec 28:', 'LINDEN QUAY (AP) —', 'not *really* one')),
);

const moment = fc.constantFrom(
  '2026-05-04T06:30:00Z',
  '2026-05-04T12:00:00+05:30',
  '2026-12-31T23:59:59.250-03:00',
);
/** Any metadata that an article may have, beside its id: hostile texts, in fields that may all be absent. */
export const anyMetadata: fc.Arbitrary<Partial<Envelope>> = fc
  .record(
    {
      language: fc.constantFrom('en', 'en-IN', 'hi', 'ar'),
      direction: fc.constantFrom('ltr' as const, 'rtl' as const),
      slug: words,
      slugline: words,
      section: words,
      genre: words,
      keywords: fc.array(words, { minLength: 1, maxLength: 3 }),
      headlines: fc.record({ seo: words, social: words, short: words }, { requiredKeys: ['seo'] }),
      status: fc.constantFrom(...statuses),
      embargo: moment,
      published: moment,
      modified: moment,
      expires: moment,
      rights: fc.record({ holder: words, notice: words }, { requiredKeys: ['holder'] }),
      edNote: words,
      canonical: fc.constantFrom('https://example.org/ferry?a=1&b=(2)', 'http://example.org/ärger'),
      targetLength: fc.integer({ min: 1, max: 5000 }),
    },
    { requiredKeys: [] },
  )
  // Absent fields are absent, never undefined.
  .map((fields) => ({ ...fields }));

/** Any article: every block, mark and metadata field of the schema, hostile text, blank nodes, valid by `check`. */
export const anyArticle: fc.Arbitrary<Article> = fc
  .tuple(header, fc.array(block, { minLength: 1, maxLength: 6 }), anyMetadata)
  .map(([fields, blocks, metadata]) => {
    const body = schema.node('doc', null, [...fields, ...blocks]);
    body.check();
    return {
      ...newArticle({ id: 'd'.repeat(32), created: '2026-05-04T06:30:00.000Z', language: 'en' }),
      ...metadata,
      body,
    };
  });
