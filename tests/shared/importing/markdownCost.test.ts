import { describe, expect, it, test } from 'vitest';
import { plainText } from '../../../shared/article/text.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { tooMuchMarkdown } from '../../../shared/importing/markdownCost.ts';
import { heavyMarkdown } from '../../support/vectors/heavy.ts';

const story =
  'The **ferry** left at [Linden Quay](https://example.org/quay) at night, “on time”, said *Asha Rao*; see `dial 4`.\n\n' +
  '> It was late.\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n## Crosshead\n\n![Quay](quay.png)\n\n';

const squashed = (text: string): string => text.replace(/\s+/gu, '');

describe('what reading Markdown may cost', () => {
  it('lets a book of marks, lists, tables and links through', () => {
    expect(tooMuchMarkdown(story.repeat(300))).toBeNull();
    expect(
      tooMuchMarkdown(`${'A word and another, wrapped by hand at some width.\n'.repeat(10)}\n`.repeat(1000)),
    ).toBeNull();
  });

  it('lets long tables, lists, code and data through', () => {
    expect(
      tooMuchMarkdown(`| a | b | c |\n|---|---|---|\n${'| 12 | words here | 3.5 |\n'.repeat(1000)}`),
    ).toBeNull();
    expect(tooMuchMarkdown(`| ${'word '.repeat(10_000)} | b |\n| ${'-'.repeat(50_000)} | - |\n`)).toBeNull();
    expect(tooMuchMarkdown('- [A title of a link](https://example.org/a-page)\n'.repeat(5000))).toBeNull();
    expect(tooMuchMarkdown(`\`\`\`\n${'if (a[0] !== b) { return c(d) }\n'.repeat(200)}\`\`\`\n`)).toBeNull();
    expect(tooMuchMarkdown(`![x](data:image/png;base64,${'iVBORw0KGgo'.repeat(90_000)})`)).toBeNull();
  });

  it('takes a text of nothing but signs for what it is, and no more of it than half a second is worth', () => {
    expect(tooMuchMarkdown(']'.repeat(2000))).toBeNull();
    expect(tooMuchMarkdown(']'.repeat(20_000))).toBe('dense');
    expect(tooMuchMarkdown(`${'>'.repeat(64)}a`)).toBeNull();
    expect(tooMuchMarkdown(`${'>'.repeat(65)}a`)).toBe('deep');
    expect(
      tooMuchMarkdown(Array.from({ length: 70 }, (_, at) => `${' '.repeat(2 * at)}- a`).join('\n')),
    ).toBe('deep');
  });

  it('tells signs that stand apart from signs that stand together', () => {
    const [together, apart] = ['*a '.repeat(6000), '*a\n\n'.repeat(6000)];
    expect([tooMuchMarkdown(together), tooMuchMarkdown(apart)]).toEqual(['dense', null]);
  });
});

test.each(heavyMarkdown)('$name of a megabyte is decided without being parsed, or harmless', ({ of }) => {
  const text = of(1_000_000);
  // What is let through has few signs, few lines and no nests: the parser walks over it once.
  if (tooMuchMarkdown(text) !== null) return;
  expect(text.split('\n').length).toBeLessThan(20_000);
  expect(text.match(/[[\]*_~`<>&!\\@|]/gu)?.length ?? 0).toBeLessThan(150_000);
});

test.each(heavyMarkdown)('$name loses no character as plain text', ({ of }) => {
  const text = of(30_000);
  if (tooMuchMarkdown(text) === null) return;
  const { body, receipt } = importMarkdown(`The ferry left.\n\n${text}`);
  expect(squashed(plainText(body))).toBe(squashed(`The ferry left.${text}`));
  expect(receipt.decisions.map(({ what }) => what).join()).toMatch(/read as plain text, every sign kept/);
});
