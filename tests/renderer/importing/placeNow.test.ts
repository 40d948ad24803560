import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { emptyBody } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { placeNow } from '../../../renderer/importing/placeNow.ts';

const bodyOf = (...texts: readonly string[]): Node =>
  schema.node('doc', null, [
    ...emptyBody().children.slice(0, 5),
    ...texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
  ]);
const imported = bodyOf('a', 'b', 'c', 'd');
const place = (at: number, ...now: readonly string[]): number => placeNow(imported, bodyOf(...now), at) - 5;

describe('the place of what goes back', () => {
  it.each([
    ['as it was', ['a', 'b', 'c', 'd'], 2],
    ['below what was written above it', ['new', 'newer', 'a', 'b', 'c', 'd'], 4],
    ['after the block before it, however that moved', ['c', 'd', 'a', 'b'], 4],
    ['before the block after it, where the one before was rewritten', ['a', 'B', 'c', 'd'], 2],
    ['where both beside it were rewritten', ['a', 'B', 'C', 'd'], 2],
    ['where the one before it was deleted', ['a', 'c', 'd'], 1],
    ['where all was rewritten', ['A', 'B', 'C', 'D'], 2],
    ['at the end where little is left', ['A'], 1],
  ])('is found %s', (_how, now, expected) => {
    expect(place(2, ...now)).toBe(expected);
  });

  it('is among the blocks, whatever was written', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(letters, letters, fc.nat(10), (was, now, at) => {
        const found = placeNow(bodyOf(...was), bodyOf(...now), at);
        expect(found).toBeGreaterThanOrEqual(5);
        expect(found).toBeLessThanOrEqual(5 + now.length);
      }),
    );
  });

  it('is just below the block above it as long as that stands once', () => {
    const letters = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(letters, fc.nat(7), fc.constantFrom<string>('x', 'y'), (texts, pick, more) => {
        const at = (pick % texts.length) + 1;
        const now = texts.flatMap((text) => (text < 'd' ? [more, text] : [text]));
        expect(placeNow(bodyOf(...texts), bodyOf(...now), at) - 5).toBe(now.indexOf(texts[at - 1] ?? '') + 1);
      }),
    );
  });
});
