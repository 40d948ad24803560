import { expect, test } from 'vitest';
import { foreignRuns, wholeRun } from '../../../shared/formats/scripts.ts';

const runs = (text: string, language: string) =>
  foreignRuns(text, language).map(({ from, to, language: tongue, direction }) => [
    text.slice(from, to),
    tongue,
    direction,
  ]);

test('names and phrases in another script are runs with a language and a direction', () => {
  expect(runs('Ferry boss أحمد علي said नमस्ते दुनिया।', 'en')).toEqual([
    ['أحمد علي', 'ar', 'rtl'],
    ['नमस्ते दुनिया', 'hi', 'ltr'],
  ]);
  expect(runs('قال John Smith أمس', 'ar')).toEqual([['John Smith', 'en', 'ltr']]);
  expect(runs('भाजपा BJP और COVID-19 ने', 'hi')).toEqual([
    ['BJP', 'en', 'ltr'],
    ['COVID-19', 'en', 'ltr'],
  ]);
});

test('brackets and quotes end a run: they belong to the text around it', () => {
  expect(runs('قال John Smith (CNN) أمس', 'ar').map(([text]) => text)).toEqual(['John Smith', 'CNN']);
});

test('a single letter is a symbol; accents, digits and the page’s own script are no runs', () => {
  expect(runs('β-blocker, 5 × x, Ω', 'en')).toEqual([]);
  expect(runs('é ş ñ 12:30 — “so”', 'en')).toEqual([]);
  expect(runs('मराठी बातमी', 'mr')).toEqual([]);
  expect(runs('Жук', 'sr-Cyrl')).toEqual([]);
  expect(runs('トヨタの東京本社', 'ja')).toEqual([]);
});

test('Chinese characters are Japanese among kana', () => {
  expect(runs('From 東京都の and 北京 to 한국어', 'en')).toEqual([
    ['東京都の', 'ja', 'ltr'],
    ['北京', 'zh', 'ltr'],
    ['한국어', 'ko', 'ltr'],
  ]);
});

test('a text is foreign as a whole when none of its letters are the page’s', () => {
  expect(wholeRun('قالت الهيئة: «نعم» (12).', 'en')).toMatchObject({ language: 'ar', direction: 'rtl' });
  expect(wholeRun('قالت BBC نعم', 'en')).toBe(null);
  expect(wholeRun('नदी 東京', 'en')).toBe(null);
  expect(wholeRun('β', 'en')).toBe(null);
});
