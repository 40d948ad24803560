import { expect, it } from 'vitest';
import { isWholeArticle } from '../../../renderer/editor/extensions/wholeArticle.ts';

const sentence = 'The ferry leaves at ten past eleven and not a minute later. ';

it.each([
  ['a headline in one line', 'Night ferry returns', false],
  ['a headline that was broken in two', 'Night ferry returns\nto Marrow Sound', false],
  ['one long paragraph', sentence.repeat(6), false],
  ['a long paragraph with line ends behind it', `${sentence.repeat(6)}\n\n`, false],
  ['a headline and a story', `Night ferry returns\n\n${sentence.repeat(6)}`, true],
  ['a story with the line ends of Windows', `Night ferry\r\n${sentence.repeat(6)}`, true],
])('tells %s from a whole article', (_, text, whole) => {
  expect(isWholeArticle(text)).toBe(whole);
});
