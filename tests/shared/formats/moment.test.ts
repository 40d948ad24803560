import { expect, test } from 'vitest';
import { momentText } from '../../../shared/formats/moment.ts';
import { pageLanguages, pageWords } from '../../../shared/formats/pageWords.ts';

const moment = '2026-11-03T09:30:00+05:30';

test.each([
  ['en', 'November 3, 2026, 09:30'],
  ['en-IN', '3 November 2026, 09:30'],
  ['hi', '3 नवंबर 2026, 09:30'],
  ['de-AT', '3. November 2026, 09:30'],
  ['es', '3 de noviembre de 2026, 09:30'],
  ['ar-MA', '3 نونبر 2026، 09:30'],
  ['ja', '2026年11月3日 09:30'],
  ['zh-Hant-TW', '2026年11月3日 09:30'],
  ['tlh', '2026-11-03, 09:30'],
])('a moment in %s is “%s”, in its own offset', (language, text) => {
  expect(momentText(moment, language)).toBe(text);
});

test('every language writes all twelve months, each its own way', () => {
  for (const language of pageLanguages) {
    const texts = Array.from({ length: 12 }, (_, at) =>
      momentText(`2026-${String(at + 1).padStart(2, '0')}-07T09:30:00Z`, language),
    );
    expect(new Set(texts).size, language).toBe(12);
    for (const text of texts) expect(text, language).toMatch(/2026.*09:30/u);
  }
});

test('the words of a page follow language, script and region, and are English where nobody wrote others', () => {
  expect(pageWords('hi-IN').correction).toBe('भूल सुधार');
  expect(pageWords('zh-TW').editorsNote).toBe('編者按');
  expect(pageWords('zh-Hans').editorsNote).toBe('编者按');
  expect(pageWords('nb').readAlso).toBe('Les også');
  expect(pageWords('tlh').correction).toBe('Correction');
});
