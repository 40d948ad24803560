import { describe, expect, it, test } from 'vitest';
import { newArticle } from '../../../shared/article/article.ts';
import { bodyBlocks, plainText } from '../../../shared/article/text.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { templateCodes } from '../../../shared/importing/templateCode.ts';

const blocksOf = (source: string): readonly string[] =>
  bodyBlocks(importMarkdown(source).body).map(({ node }) => `${node.type.name}: ${plainText(node)}`);

describe('code of a site generator', () => {
  it.each([
    '{{< img src="quay_at_dawn" alt="*The* quay" >}}',
    '{{<img src="a">}}',
    '{{% note "One & two" %}}',
    '{% image "quay.jpg", "The [quay](x)" %}',
    '{{ page.title | upcase }}',
    '{{< figure\n  src="a"\n>}}',
  ])('%j stays as it is in the text, and the receipt tells of it', (code) => {
    const { body, receipt } = importMarkdown(`Before.\n\nThe ferry ${code} leaves.\n`);
    expect(plainText(body)).toBe(`Before.\nThe ferry ${code.replace(/\s+/gu, ' ')} leaves.`);
    expect(receipt.decisions).toEqual([
      { kind: 'doubted', what: 'Code of a site generator, kept as text', text: code, line: 3 },
    ]);
    expect(JSON.stringify(body.toJSON())).not.toContain('"marks"');
  });

  it('comes back the same from every profile', () => {
    const { body } = importMarkdown('The {{< ref "a_b_c" >}} and {% raw %} and {{ x }}.\n');
    const article = newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body });
    for (const { render } of markdownFormats)
      expect(importMarkdown(render(article, { theme: { id: 'none', css: '' } })).body.toJSON()).toEqual(
        body.toJSON(),
      );
  });

  it('leaves the text within a pair of tags as Markdown', () => {
    expect(blocksOf('{{< box >}}\n\nThe **last** ferry.\n\n{{< /box >}}\n')).toEqual([
      'paragraph: {{< box >}}',
      'paragraph: The last ferry.',
      'paragraph: {{< /box >}}',
    ]);
  });

  it('is no brace that stands alone, and nothing that never ends', () => {
    expect(templateCodes('a { b } {{ c } {% d')).toEqual([]);
    expect(templateCodes(`{{${' '.repeat(3000)}}}`)).toEqual([]);
    expect(templateCodes('one\n{% a %}\n\n{{ b }} {{< c >}}').map(({ line, text }) => [line, text])).toEqual([
      [2, '{% a %}'],
      [4, '{{ b }}'],
      [4, '{{< c >}}'],
    ]);
  });

  it('is left alone where the text uses the very characters that would stand for its signs', () => {
    expect(plainText(importMarkdown('\u{f0041} {{< a >}}\n').body)).toBe('\u{f0041} {{< a >}}');
  });
});

describe('HTML within Markdown', () => {
  test.each([
    ['a <strong>b</strong> c', [['b', 'strong']]],
    [
      'a <b>b <i>c</i></b>',
      [
        ['b ', 'strong'],
        ['c', 'strong emphasis'],
      ],
    ],
    ['a <em class="x">b</em>', [['b', 'emphasis']]],
    [
      'a <a href="https://example.org/?a=1&amp;b=2" target="_blank">b</a>',
      [['b', 'https://example.org/?a=1&b=2']],
    ],
    ["a <A HREF='https://example.org/'>b</A>", [['b', 'https://example.org/']]],
    ['<p>a <a href="https://example.org/">b</a></p>', [['b', 'https://example.org/']]],
  ])('%s keeps what it means', (source, wanted) => {
    const found: unknown[] = [];
    importMarkdown(source).body.descendants((node) => {
      const marks = node.marks.map(({ type, attrs }) => String(attrs['href'] ?? type.name)).join(' ');
      if (marks !== '') found.push([node.text, marks]);
    });
    expect(found).toEqual(wanted);
  });

  test.each(['<a href="javascript:alert(1)">b</a>', '<a onclick="x">b</a>', '<span>b</span>'])(
    '%s keeps its text only, and the receipt tells of its tag',
    (source) => {
      const { body, receipt } = importMarkdown(`a ${source}`);
      expect(JSON.stringify(body.toJSON())).not.toContain('marks');
      expect(plainText(body)).toBe('a b');
      expect(receipt.decisions.map(({ what, text }) => `${what} ${text}`)).toEqual([
        `HTML ${source.slice(0, source.indexOf('>') + 1)}`,
      ]);
    },
  );

  test('is paragraphs where it is blocks, with its references read, and what no reader sees left out', () => {
    const source =
      '<div><h2>At&nbsp;dawn</h2><p>One &#8212; &lt;two&gt;</p><script>x</script><!-- y --></div>';
    expect(blocksOf(source)).toEqual(['paragraph: At\u00a0dawn', 'paragraph: One — <two>']);
    expect(importMarkdown(source).receipt.decisions).toEqual([
      { kind: 'doubted', what: 'HTML', text: source, line: 1 },
    ]);
  });
});
