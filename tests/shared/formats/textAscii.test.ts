import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schema as s } from '../../../shared/article/schema.ts';
import { textFormats } from '../../../shared/formats/text.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';
import { articleFixture } from '../../support/articleFixtures.ts';

const settings = { theme: { id: '', css: '' } };
const paragraph = (text: string) => s.node('paragraph', null, [s.text(text)]);
const ascii = textFormats.filter(({ id }) => id.includes('ascii'));

describe.each(ascii)('$id', (format) => {
  test(
    'holds ASCII alone, and its losses name every other character that was replaced',
    { timeout: 60_000 },
    () => {
      const [plain] = textFormats;
      fc.assert(
        fc.property(anyArticle, (article) => {
          // eslint-disable-next-line no-control-regex -- ASCII is what is asked
          expect(format.render(article, settings)).toMatch(/^[\n -~]*$/u);
          const whole = plain?.render(article, settings) ?? '';
          const found = new Set([...whole.matchAll(/[^\n -~“”‘’–—…\u00a0₹€]/gu)].map(([one]) => one));
          const named = format.losses(article).filter(({ what }) => what.includes('U+'));
          expect(named.length).toBe(found.size);
        }),
        { numRuns: 60 },
      );
    },
  );

  test('writes the usual signs as a desk does, and letters without their accents', () => {
    const { body, ...envelope } = articleFixture('minimal');
    const article = {
      ...envelope,
      body: body.copy(body.content.addToEnd(paragraph('“Über ‘uns’” – ₹5 — €6… São\u00a0Paulo ß न'))),
    };
    expect(format.render(article, settings)).toContain(`"Uber 'uns'" - Rs5 -- EUR6... Sao Paulo ss ?\n`);
    expect(format.losses(article)).toEqual(
      expect.arrayContaining([
        { what: '“न” (U+0928)', instead: 'is written “?”', count: 1 },
        { what: '“ß” (U+00DF)', instead: 'is written “ss”', count: 1 },
        { what: '“ã” (U+00E3)', instead: 'is written “a”', count: 1 },
      ]),
    );
    expect(format.losses(article).map(({ what }) => what)).not.toContain('“€” (U+20AC)');
  });
});
