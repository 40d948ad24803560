import { Window } from 'happy-dom';
import { DOMSerializer, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import { renderInline, rendererOf } from '../../../shared/formats/renderBody.ts';
import { articleFixtures } from '../../support/articleFixtures.ts';

const { document } = new Window();
const renderNode = (node: Node): string => rendererOf({}).node(node);
const paragraph = (...content: readonly Node[]): Node => schema.node('paragraph', null, content);
const text = (value: string, ...marks: readonly string[]): Node =>
  schema.text(
    value,
    marks.map((name) =>
      name === 'link'
        ? schema.mark('link', { href: 'https://example.org/?a=1&b="'.slice(0, -1) })
        : schema.mark(name),
    ),
  );

function bySerializer(node: Node): string {
  const holder = document.createElement('div');
  // happy-dom's document is a document in all that ProseMirror calls.
  const made: unknown = DOMSerializer.fromSchema(schema).serializeFragment(node.content, {
    document: document as never,
  });
  holder.append(made as never);
  return holder.innerHTML;
}

function byString(node: Node): string {
  const holder = document.createElement('div');
  holder.innerHTML = renderInline(node.content);
  return holder.innerHTML;
}

test.each(articleFixtures)('writes the text of $name as the editor shows it', ({ article }) => {
  article.body.descendants((node) => {
    if (node.isTextblock) expect(byString(node)).toBe(bySerializer(node));
  });
});

describe('marks', () => {
  test('one link around bold and plain text stays one link', () => {
    const node = paragraph(text('a ', 'link'), text('b', 'link', 'strong'), text(' c', 'link'));
    expect(renderNode(node)).toBe(
      '<p><a href="https://example.org/?a=1&amp;b=">a <strong>b</strong> c</a></p>',
    );
  });

  test('overlapping marks are closed and opened again in the schema’s order', () => {
    const node = paragraph(text('a', 'strong'), text('b', 'strong', 'emphasis'), text('c', 'emphasis'));
    expect(renderNode(node)).toBe('<p><strong>a<em>b</em></strong><em>c</em></p>');
  });
});

test('text and attributes are escaped, and kept in NFC without controls', () => {
  expect(renderNode(paragraph(text('<b> & "q" e\u0301\u0000\ud800')))).toBe(
    '<p>&lt;b&gt; &amp; "q" \u00e9\ufffd</p>',
  );
});

test('what is empty is left out, down to the element around it', () => {
  const figure = schema.node('figure', { src: 'a.jpg', alt: 'x' }, [
    schema.node('caption'),
    schema.node('credit'),
  ]);
  expect(renderNode(figure)).toBe('<figure><img src="a.jpg" alt="x"></figure>');
  expect(renderNode(schema.node('quote', null, [paragraph()]))).toBe('');
  expect(renderNode(schema.node('bulletList', null, [schema.node('listItem', null, [paragraph()])]))).toBe(
    '',
  );
});

test('a single paragraph in an item or a cell is bare, several are not', () => {
  const item = (...content: readonly Node[]) => schema.node('listItem', null, content);
  expect(renderNode(item(paragraph(text('a'))))).toBe('<li>a</li>');
  expect(renderNode(item(paragraph(text('a')), paragraph(text('b'))))).toBe(
    '<li>\n<p>a</p>\n<p>b</p>\n</li>',
  );
  expect(renderNode(schema.node('tableCell', null, [paragraph()]))).toBe('<td></td>');
});
