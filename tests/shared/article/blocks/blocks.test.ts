import { Window } from 'happy-dom';
import { DOMParser, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { blocks } from '../../../../shared/article/blocks/index.ts';
import { schema } from '../../../../shared/article/schema.ts';
import { bodyBlocks, plainText } from '../../../../shared/article/text.ts';
import { articleFixtures } from '../../../support/articleFixtures.ts';

const { document } = new Window();

/** The body that HTML from elsewhere becomes, its header fields empty. */
function parse(html: string): readonly Node[] {
  const page = document.createElement('article');
  const fields = ['p.kicker', 'h1.headline', 'p.standfirst', 'p.byline', 'p.dateline'];
  page.innerHTML =
    fields
      .map((field) => `<${field.replace('.', ' class=')}></${field.slice(0, field.indexOf('.'))}>`)
      .join('') + html;
  // happy-dom's elements are DOM elements in all that ProseMirror reads.
  const body = DOMParser.fromSchema(schema).parse(page as never);
  body.check();
  return bodyBlocks(body).map(({ node }) => node);
}

const outline = (html: string): string =>
  parse(html)
    .map((node) => node.toString())
    .join(' ');

const textOf = (node: Node | undefined): string => (node === undefined ? '' : plainText(node));

test('every block and every part of one stands in a fixture', () => {
  const seen = new Set<string>();
  for (const { article } of articleFixtures)
    article.body.descendants((node) => void seen.add(node.type.name));
  expect(blocks.flatMap(({ nodes }) => Object.keys(nodes)).filter((name) => !seen.has(name))).toEqual([]);
});

test('every block that is offered makes a valid node', () => {
  for (const { inserts } of blocks)
    for (const { make } of inserts ?? []) expect(() => make(schema).check()).not.toThrow();
});

describe('an attribute that no article may have is refused', () => {
  test.each([
    ['heading', { level: 1 }],
    ['orderedList', { start: -1 }],
    ['figure', { src: 'javascript:alert(1)' }],
    ['figure', { width: 0.5 }],
    ['relatedLink', { href: 'data:text/html,x' }],
    ['relatedLink', { articleId: '../x' }],
    ['correction', { date: 'yesterday' }],
    ['embed', { href: 'mailto:a@b.example' }],
    ['table', { caption: 3 }],
  ])('%s %j', (name, attrs) => {
    const type = schema.nodes[name];
    expect(() => type?.createAndFill(attrs)?.check()).toThrow(RangeError);
  });
});

describe('HTML from elsewhere', () => {
  test('a figure with a plain caption', () => {
    const [figure] = parse(
      '<figure><img src="a.jpg" alt="A boat"><figcaption>The boat</figcaption></figure>',
    );
    expect(figure?.attrs).toMatchObject({ src: 'a.jpg', alt: 'A boat', decorative: false });
    expect(textOf(figure)).toBe('The boat');
  });

  test('a bare picture', () => {
    expect(outline('<p>a</p><img src="a.jpg" alt=""><p>b</p>')).toBe(
      'paragraph("a") figure(caption, credit) paragraph("b")',
    );
  });

  test('a figure that holds a table is a table', () => {
    expect(
      parse('<figure><table><tr><td>a</td></tr></table></figure>').map((node) => node.type.name),
    ).toEqual(['table']);
  });

  test('a table with caption, head, foot and bare cells', () => {
    const [table, ...others] = parse(
      '<table><caption>Fares</caption><thead><tr><th>a</th></tr></thead><tbody><tr><td>b<br>c</td></tr></tbody><tfoot><tr><td>d</td></tr></tfoot></table>',
    );
    expect(others).toEqual([]);
    expect(table?.attrs['caption']).toBe('Fares');
    expect(table?.children.map((row) => row.firstChild?.type.name)).toEqual([
      'tableHeader',
      'tableCell',
      'tableCell',
    ]);
    expect(textOf(table)).not.toContain('Fares');
  });

  test('a list right inside a list item', () => {
    expect(outline('<ul><li><ul><li>a</li></ul></li><li>b</li></ul>')).toBe(
      'bulletList(listItem(paragraph, bulletList(listItem(paragraph("a")))), listItem(paragraph("b")))',
    );
  });

  test('headings of level 1, 5 and 6 become the nearest', () => {
    expect(parse('<h1>a</h1><h5>b</h5>').map((node) => Number(node.attrs['level']))).toEqual([2, 4]);
  });

  test('addresses that an article may not carry go, their text stays', () => {
    expect(outline('<p><a href="javascript:alert(1)">a</a> <a href="/b">b</a></p>')).toBe(
      'paragraph("a ", link("b"))',
    );
    expect(parse('<p>x</p><img src="data:image/png;base64,AA">').map((node) => node.type.name)).toEqual([
      'paragraph',
    ]);
  });
});
