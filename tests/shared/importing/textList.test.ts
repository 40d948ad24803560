import { describe, expect, it } from 'vitest';
import type { Node } from 'prosemirror-model';
import { newArticle } from '../../../shared/article/article.ts';
import { bodyBlocks } from '../../../shared/article/text.ts';
import { textFormats } from '../../../shared/formats/text.ts';
import { importText } from '../../../shared/importing/text.ts';

const lead =
  'The first boat of the year left the quay at five, and forty people stood in the rain to see it.';
type Outline = readonly (string | Outline)[];
const outline = (node: Node): Outline =>
  node.type.name === 'paragraph'
    ? [node.textContent]
    : [
        ...(node.type.name === 'orderedList' ? [`from ${String(node.attrs['start'])}`] : []),
        ...node.children.flatMap((child) =>
          child.type.name === 'paragraph' ? outline(child) : [outline(child)],
        ),
      ];
const read = (...lines: readonly string[]) => {
  const { body } = importText({
    name: 'a',
    text: `Boats return\n\n${lead}\n\n${lines.join('\n')}\n\n${lead}`,
  });
  body.check();
  return body;
};
const blocksOf = (body: Node): Outline =>
  bodyBlocks(body)
    .slice(1, -1)
    .map(({ node }) => (node.type.name === 'paragraph' ? node.textContent : outline(node)));

describe('lists of a text', () => {
  it('keep their levels by their indents', () => {
    expect(blocksOf(read('- a lamp', '  - of oil', '    - whale', '  - of gas', '- a rope'))).toEqual([
      [['a lamp', [['of oil', [['whale']]], ['of gas']]], ['a rope']],
    ]);
  });

  it('keep numbers with points below them, and number on', () => {
    expect(blocksOf(read('3. a lamp', '   • of oil', '   • of gas', '4. a rope', '   1. thick'))).toEqual([
      ['from 3', ['a lamp', [['of oil'], ['of gas']]], ['a rope', ['from 1', ['thick']]]],
    ]);
  });

  it('keep the levels that tabs make, and Word’s second bullet', () => {
    expect(blocksOf(read('•\ta lamp', '\to\tof oil', '\to\tof gas', '•\ta rope'))).toEqual([
      [['a lamp', [['of oil'], ['of gas']]], ['a rope']],
    ]);
  });

  it('are one list where lines are indented carelessly', () => {
    expect(blocksOf(read('  - a lamp', '- a rope', ' - a bell'))).toEqual([
      [['a lamp'], ['a rope'], ['a bell']],
    ]);
  });

  it('keep a wrapped line with its item', () => {
    expect(blocksOf(read('- a lamp that burns', '  all night', '  - of oil', '- a rope'))).toEqual([
      [['a lamp that burns all night', [['of oil']]], ['a rope']],
    ]);
  });

  it('have eight levels at most; deeper items stand on the eighth', () => {
    const lines = Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- ${level}`);
    const depth = (node: Node): number => 1 + Math.max(0, ...node.children.map(depth));
    const body = read(...lines);
    const list = bodyBlocks(body)[1]?.node;
    expect(list === undefined ? 0 : (depth(list) - 2) / 2).toBe(8);
    expect(list?.textContent).toBe(lines.map((line) => line.replace(/\D+/u, '')).join(''));
  });

  it.each(textFormats)('come back with their levels from $label', ({ render }) => {
    const body = read('- a lamp', '  1. of oil', '     - whale', '  2. of gas', '- a rope');
    const article = newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body });
    const again = importText({ name: 'a', text: render(article, { theme: { id: '', css: '' } }) });
    expect(blocksOf(again.body)).toEqual(blocksOf(body));
  });
});
