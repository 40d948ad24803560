import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { schema } from '../../../shared/article/schema.ts';
import {
  countWords,
  headerText,
  plainText,
  readingMinutes,
  slugOf,
  titleOf,
  wordsOf,
  wordsOnce,
} from '../../../shared/article/text.ts';

const body = (headline: string, ...paragraphs: string[]) =>
  schema.node('doc', null, [
    ...['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) =>
      schema.node(name, null, name === 'headline' && headline !== '' ? [schema.text(headline)] : []),
    ),
    ...(paragraphs.length === 0 ? [''] : paragraphs).map((text) =>
      schema.node('paragraph', null, text === '' ? [] : [schema.text(text)]),
    ),
  ]);

describe('countWords', () => {
  it('text of an alphabet is counted by what a word is made of, whatever stands between', () => {
    const signs = fc.constantFrom(..."aZé9ßſ0 .,-'’–“”…†\n\t_/@ʼжЁй\u0301άשְ׳،اَ\u200cệ".split(''));
    const words = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u200c'’.,׳-]*/gu;
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 60 }), (text) => {
        expect(countWords(text)).toBe(text.match(words)?.length ?? 0);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', 0],
    ['one', 1],
    ['Don’t stop: 3.5 million, at 22-month-long talks', 7],
    ['नयी दिल्ली में बैठक', 4],
    ['القاهرة اليوم', 2],
    ['می‌خواهم برگردم', 2],
    ['Из-за «ёлки» т.е. всё', 4],
    ['Chính phủ hôm nay', 4],
    ['你好世界', 2],
  ])('%j has %i', (text, words) => expect(countWords(text)).toBe(words));

  it('adds up over paragraphs, however the document is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z ]{0,30}$/), { minLength: 1 }), (paragraphs) => {
        const words = countWords(paragraphs.join(' '));
        expect(wordsOf(body('', ...paragraphs))).toBe(words);
        expect(wordsOnce(body('', ...paragraphs))).toBe(words);
      }),
    );
  });
});

describe('readings of a body', () => {
  it('takes the headline as title, or else the first words', () => {
    expect(titleOf(body('  River rises '))).toBe('River rises');
    expect(titleOf(body('', '', 'The river rose.'))).toBe('The river rose.');
    expect(titleOf(body(''))).toBe('');
    expect(headerText(body('River rises'), 'kicker')).toBe('');
  });

  it('reads a hard break as a new line', () => {
    const paragraph = schema.node('paragraph', null, [
      schema.text('a'),
      schema.node('hardBreak'),
      schema.text('b'),
    ]);
    expect(plainText(paragraph)).toBe('a\nb');
  });

  it('never says 0 minutes for a text', () => {
    expect([0, 1, 230, 700].map(readingMinutes)).toEqual([0, 1, 1, 3]);
  });
});

describe('slugOf', () => {
  it.each([
    ['River rises in Café Köln', 'river-rises-in-cafe-koln'],
    ['It’s 5 o’clock!', 'its-5-oclock'],
    ['नयी दिल्ली', ''],
    ['CON', 'con'],
    ['a'.repeat(100), 'a'.repeat(60)],
  ])('%j becomes %j', (title, slug) => expect(slugOf(title)).toBe(slug));

  it('is ASCII, at most 60 characters, and never starts or ends with a hyphen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        expect(slugOf(title)).toMatch(/^([a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?)?$/);
      }),
    );
  });
});
