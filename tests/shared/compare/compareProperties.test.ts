import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleToJson, type Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { compareArticles, type Comparison } from '../../../shared/compare/compareArticles.ts';
import { runsOf, type Run } from '../../../shared/compare/runs.ts';
import type { Span } from '../../../shared/compare/spans.ts';
import { bodyOf, withTexts } from '../../support/comparing.ts';
import { someArticle } from '../../support/someArticle.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';

// Runs as one reading of the text: neighbours under the same marks are one.
const joined = (runs: readonly Run[]): readonly Run[] => {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && JSON.stringify(last.marks) === JSON.stringify(run.marks))
      all.splice(-1, 1, { text: last.text + run.text, marks: run.marks });
    else if (run.text !== '') all.push({ text: run.text, marks: run.marks });
  }
  return all;
};
const read = (spans: readonly Span[], side: 'before' | 'after'): readonly Run[] =>
  joined(
    spans
      .filter(({ kind }) => kind !== (side === 'before' ? 'added' : 'removed'))
      .map((span) => ({ text: span.text, marks: span.kind === 'marked' ? span[side] : span.marks })),
  );
const readBack = ({ blocks }: Comparison, side: 'before' | 'after') =>
  blocks
    .filter((block) => block[side] !== null)
    .toSorted((one, other) => (one[side] ?? 0) - (other[side] ?? 0))
    .map(({ spans }) => read(spans, side));
const whole = (article: Article) => article.body.children.map((block) => joined(runsOf(block)));

const contentOf = (article: Article): unknown => {
  const { rev: _rev, modified: _modified, ...rest } = articleToJson(article);
  return JSON.parse(JSON.stringify(rest));
};

/** The article with blocks taken out, doubled, exchanged with another's, and words changed. */
const edited = fc
  .tuple(anyArticle, anyArticle, fc.array(fc.tuple(fc.nat(4), fc.nat(), fc.nat()), { maxLength: 5 }))
  .map(([article, other, edits]) => {
    const blocks = article.body.children.slice(5);
    for (const [what, from, to] of edits) {
      const at = from % blocks.length;
      const block = blocks[at];
      if (block === undefined) continue;
      if (what === 0 && blocks.length > 1) blocks.splice(at, 1);
      if (what === 1) blocks.splice(to % blocks.length, 0, block);
      if (what === 2 && blocks.length > 1)
        blocks.splice(to % (blocks.length - 1), 0, ...blocks.splice(at, 1));
      if (what === 3) blocks.splice(at, 0, ...other.body.children.slice(5));
      if (what === 4 && block.isTextblock && block.type.validContent(block.content))
        blocks.splice(at, 1, block.cut(0, to % (block.content.size + 1)));
    }
    const body = schema.node('doc', null, [...article.body.children.slice(0, 5), ...blocks]);
    return [article, { ...article, body }] as const;
  });
const pairs = fc.oneof(edited, fc.tuple(anyArticle, anyArticle));

it('the spans give back both texts exactly, with their marks, in both orders', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const comparison = compareArticles(a, b);
      expect(readBack(comparison, 'before')).toEqual(whole(a));
      expect(readBack(comparison, 'after')).toEqual(whole(b));
      const places = comparison.blocks.map(({ after }) => after).filter((after) => after !== null);
      expect(places).toEqual(b.body.children.map((_, index) => index));
    }),
    { numRuns: 500 },
  );
});

it('a difference is told, and none is told of what is the same', () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const { same, blocks, fields } = compareArticles(a, b);
      expect(same).toBe(JSON.stringify(contentOf(a)) === JSON.stringify(contentOf(b)));
      expect(compareArticles(a, a)).toMatchObject({
        same: true,
        fields: [],
        words: { added: 0, removed: 0 },
      });
      for (const { kind, spans, details } of blocks) {
        if (kind === 'changed')
          expect(details.length + spans.filter((span) => span.kind !== 'same').length).toBeGreaterThan(0);
        if (kind === 'same') expect(spans.every((span) => span.kind === 'same')).toBe(true);
      }
      expect(JSON.parse(JSON.stringify({ blocks, fields }))).toBeTruthy();
    }),
    { numRuns: 500 },
  );
});

it('a very long text, and one of very many blocks, are compared within bounds, and still exactly', () => {
  const words = (seed: number, count: number) =>
    Array.from({ length: count }, (_, index) => `w${(index * seed) % 9_973}`).join(' ');
  const cases: readonly (readonly [Article, Article])[] = [
    [
      withTexts(`Same start. ${words(7, 20_000)} Same end.`),
      withTexts(`Same start. ${words(11, 20_000)} Same end.`),
    ],
    [withTexts(words(7, 4_000)), withTexts(words(13, 4_000))],
    [
      withTexts(...Array.from({ length: 1_500 }, (_, index) => words(index + 1, 8))),
      withTexts(...Array.from({ length: 1_500 }, (_, index) => words(index + 4_000, 8))),
    ],
  ];
  for (const [a, b] of cases) {
    const comparison = compareArticles(a, b);
    expect(readBack(comparison, 'before')).toEqual(whole(a));
    expect(readBack(comparison, 'after')).toEqual(whole(b));
  }
  const [first = ''] = bodyOf(compareArticles(...(cases[0] ?? [someArticle(), someArticle()])));
  expect(first.slice(0, 24)).toBe('changed: Same start. w0 ');
});
