import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { newArticle, type Article } from '../../../shared/article/article.ts';
import { headerLength, schema } from '../../../shared/article/schema.ts';

const words = fc.constantFrom(
  '',
  'The tide came in early.',
  'Prices rose & fell <fast>',
  '“Nobody asked us,” she said.',
  'ज्वार आज जल्दी आया।',
  'ارتفع المد باكرا',
  '</script><b>bold</b>',
  ' spaced ',
);

const text = fc.tuple(words, fc.constantFrom(null, 'strong', 'emphasis', 'link')).map(([word, mark]) => {
  if (word === '') return [];
  const marks =
    mark === null
      ? []
      : [schema.mark(mark, mark === 'link' ? { href: 'https://example.org/a?b=1&c=2' } : null)];
  return [schema.text(word, marks)];
});

const inline = fc.array(text, { maxLength: 3 }).map((parts) => parts.flat());
const plain = words.map((word) => (word === '' ? [] : [schema.text(word)]));

const paragraph = inline.map((content) => schema.node('paragraph', null, content));

const picture = (letter: string): string => `media/${letter.repeat(64)}.png`;

const figure = fc
  .record({ letter: fc.constantFrom('a', 'b'), caption: inline, credit: plain, alt: words })
  .map(({ letter, caption, credit, alt }) => {
    const captions = caption.map((node) => node.mark([]));
    return schema.node('figure', { src: picture(letter), alt, width: 640, height: 360 }, [
      schema.node('caption', null, captions),
      schema.node('credit', null, credit),
    ]);
  });

const related = fc
  .record({ label: fc.constantFrom('Read Also', 'More'), title: plain, linked: fc.boolean() })
  .map(({ label, title, linked }) =>
    schema.node('relatedLink', { label, href: linked ? 'https://example.org/other' : '' }, title),
  );

const list = fc.tuple(
  fc.constantFrom('bulletList', 'orderedList'),
  fc.array(paragraph, { minLength: 1, maxLength: 3 }),
);

const table = fc.tuple(words, fc.array(inline, { minLength: 4, maxLength: 4 })).map(([caption, cells]) => {
  const cell = (type: string, at: number): Node =>
    schema.node(type, null, [schema.node('paragraph', null, cells[at])]);
  return schema.node('table', { caption }, [
    schema.node('tableRow', null, [cell('tableHeader', 0), cell('tableHeader', 1)]),
    schema.node('tableRow', null, [cell('tableCell', 2), cell('tableCell', 3)]),
  ]);
});

const block: fc.Arbitrary<Node> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 3, arbitrary: related },
  figure,
  table,
  list.map(([type, items]) =>
    schema.node(
      type,
      null,
      items.map((item) => schema.node('listItem', null, [item])),
    ),
  ),
  inline.map((content) => schema.node('heading', { level: 2 }, content)),
  paragraph.map((node) => schema.node('quote', null, [node])),
  fc.tuple(inline, plain).map(([quote, who]) =>
    schema.node('pullQuote', null, [
      schema.node(
        'pullQuoteText',
        null,
        quote.map((node) => node.mark([])),
      ),
      schema.node('attribution', null, who),
    ]),
  ),
  inline.map((content) => schema.node('correction', { date: '2026-11-05' }, content)),
  plain.map((content) => schema.node('embed', { href: 'https://example.org/clip' }, content)),
  fc
    .tuple(plain, paragraph)
    .map(([title, node]) => schema.node('factBox', null, [schema.node('factBoxTitle', null, title), node])),
  fc.constant(null).map(() => schema.node('rule')),
);

type Edit = (article: Article) => Article;

const withChildren = (article: Article, children: readonly Node[]): Article => ({
  ...article,
  body: schema.node('doc', null, [...children]),
});

const editBlocks =
  (change: (blocks: Node[]) => readonly Node[]): Edit =>
  (article) => {
    const { children } = article.body;
    const blocks = change(children.slice(headerLength));
    const kept = blocks.length === 0 ? [schema.node('paragraph')] : blocks;
    return withChildren(article, [...children.slice(0, headerLength), ...kept]);
  };

const at = fc.nat({ max: 12 });

/** One edit as a person makes it: typing in a block or field, adding, removing, moving, repeating, or metadata. */
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(at, block).map(([n, node]) => editBlocks((blocks) => blocks.with(n % blocks.length, node))),
  fc.tuple(at, block).map(([n, node]) => editBlocks((blocks) => blocks.toSpliced(n, 0, node))),
  fc.tuple(at, fc.nat({ max: 3 })).map(([n, count]) => editBlocks((blocks) => blocks.toSpliced(n, count))),
  fc.tuple(at, at).map(([n, to]) =>
    editBlocks((blocks) => {
      const from = n % blocks.length;
      return blocks.toSpliced(from, 1).toSpliced(to, 0, ...blocks.slice(from, from + 1));
    }),
  ),
  at.map((n) =>
    editBlocks((blocks) => [...blocks, ...blocks.slice(n % blocks.length, (n % blocks.length) + 1)]),
  ),
  fc.array(block, { maxLength: 6 }).map((blocks) => editBlocks(() => blocks)),
  fc.tuple(fc.nat({ max: headerLength - 1 }), words).map(([n, word]): Edit => (article) => {
    const { children } = article.body;
    const field = children[n];
    if (field === undefined) return article;
    return withChildren(
      article,
      children.with(n, field.type.create(null, word === '' ? [] : schema.text(word))),
    );
  }),
  fc.constantFrom('en', 'hi-IN', 'ar').map((language): Edit => (article) => ({ ...article, language })),
  words.map((seo): Edit => (article) => ({ ...article, headlines: { seo } })),
  fc
    .constantFrom('2026-11-03T09:30:00+05:30', '2026-11-04T10:00:00+05:30')
    .map((published): Edit => (article) => ({
      ...article,
      published,
      modified: '2026-11-05T10:00:00+05:30',
    })),
);

const empty = newArticle({ id: 'a'.repeat(32), created: '2026-11-03T08:00:00Z', language: 'en' });

/** Every state of an article through a run of random edits, from the empty one on. Unchanged nodes keep their identity. */
export const editedArticles: fc.Arbitrary<readonly Article[]> = fc
  .array(edit, { minLength: 1, maxLength: 12 })
  .map((edits) => {
    const states: Article[] = [empty];
    for (const change of edits) states.push(change(states.at(-1) ?? empty));
    return states;
  });
