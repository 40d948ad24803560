import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldedWords, indexedText, isUnspaced } from '../../../shared/search/fold.ts';

test.each([
  ['Café Łódź Ørsted Straße', 'cafe lodz orsted strasse'],
  ['İstanbul ILICA ılıca', 'istanbul ilica ilica'],
  ['Ёлка йод ЙОД', 'елка йод йод'],
  ['Ὀδυσσεύς ΟΔΥΣΣΕΥΣ', 'οδυσσευσ οδυσσευσ'],
  ['الكِتَابُ أحمد کتاب', 'الكتاب احمد كتاب'],
  ['שָׁלוֹם', 'שלום'],
  ['ｆｕｌｌ ﬁnal', 'full final'],
  ['co\u00adoperate', 'cooperate'],
])('%s is folded to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('the vowels of Devanagari, Thai and kana stay', () => {
  expect(fold('हिन्दी विद्यालय')).toBe('हिन्दी विद्यालय');
  expect(foldedWords('कि\u200dताब')).toEqual(['किताब']);
  expect(fold('กำลัง')).toBe(fold('กํ\u0e32ลัง'));
  expect(fold('ガス')).toBe('ガス');
  expect(fold('ｶﾞｽ')).toBe('ガス');
});

test('words with marks stay whole in the index', () => {
  expect(indexedText('नई दिल्ली — «Élysée»').trim().split(/ +/u)).toEqual(['नई', 'दिल्ली', 'elysee']);
});

test('a run without spaces is indexed as its pairs and its last character', () => {
  expect(indexedText('東京都の市長').split(/ +/u)).toEqual(['東京', '京都', '都の', 'の市', '市長', '長']);
  expect(indexedText('iPhoneを発売').split(/ +/u)).toEqual(['iphone', 'を発', '発売', '売']);
  expect(foldedWords('iPhoneを発売')).toEqual(['iphone', 'を発売']);
});

const latin = fc.string({
  unit: fc
    .oneof(fc.integer({ min: 0x20, max: 0x24f }), fc.integer({ min: 0x2010, max: 0x203a }))
    .map((code) => String.fromCharCode(code)),
});

test('Latin text is folded, and parted, as it is beside another script', () => {
  // A letter of another script sends the whole text the long way.
  fc.assert(
    fc.property(latin, (text) => {
      expect(`${fold(text)} д`).toBe(fold(`${text} д`));
      const words = (parted: string): readonly string[] =>
        parted.match(/[^\u0000-\u002f\u003a-\u0060\u007b-\u007f]+/gu) ?? [];
      expect([...words(indexedText(text)), 'д']).toEqual(words(indexedText(`${text} д`)));
    }),
    { numRuns: 2000 },
  );
});

test('no character of a script without spaces is taken for one of a script with them', () => {
  const whole = Array.from({ length: 0x32000 }, (_, code) => String.fromCodePoint(code + 0x80))
    .filter((character) => isUnspaced(fold(character)))
    .filter((character) => !indexedText(`${character}${character}`).trim().includes(' '));
  expect(whole).toEqual([]);
});
