import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedText, snippetOf } from '../../../shared/search/highlight.ts';
import { parseQuery } from '../../../shared/search/query.ts';

const marked = (text: string, typed: string, typing = false) => {
  const { marks } = markedText(text, parseQuery(typed, typing));
  return marks.map(({ from, to }) => text.slice(from, to));
};

test.each([
  ['The CAFÉ closed; cafes did not', 'cafe', ['CAFÉ']],
  ['The CAFÉ closed; cafes did not', 'cafe*', ['CAFÉ', 'cafe']],
  ['in form, inform, in  form', '"in form"', ['in form', 'in  form']],
  ['Straßenbahn and Straße', 'strasse', ['Straße']],
  ['東京都の市長が', '市長', ['市長']],
  ['iPhoneを発売', 'iphone', ['iPhone']],
  ['สภาเมืองอนุมัติงบประมาณ', 'งบประมาณ', ['งบประมาณ']],
  ['नई दिल्ली में विद्यालय', 'दिल्ली', ['दिल्ली']],
  ['قرأ الطالب الكِتَابَ', 'الكتاب', ['الكِتَابَ']],
  ['Вышла ёлка', 'елка', ['ёлка']],
])('%s holds %s', (text, typed, found) => {
  expect(marked(text, typed)).toEqual(found);
});

test('the word that is being typed is marked as far as it is typed', () => {
  expect(marked('The councillor spoke', 'counc', true)).toEqual(['counc']);
  expect(marked('The councillor spoke', 'counc')).toEqual([]);
});

test('a snippet shows the first match in its sentence, with every match in it', () => {
  const text = `${'Nothing of note. '.repeat(30)}The harbour was closed; harbour pilots waited. ${'More of it. '.repeat(30)}`;
  const snippet = snippetOf(text, parseQuery('harbour'));
  expect(snippet.text.length).toBeLessThan(180);
  expect(snippet.marks.map(({ from, to }) => snippet.text.slice(from, to))).toEqual(['harbour', 'harbour']);
  expect(snippet.text).toMatch(/^… .*…$/u);
});

test('marks are in order, apart, and inside the text, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      (text, typed) => {
        for (const { text: shown, marks } of [
          markedText(text + typed + text, parseQuery(typed, true)),
          snippetOf(text + typed + text, parseQuery(typed, true)),
        ]) {
          let end = 0;
          for (const mark of marks) {
            expect(mark.from).toBeGreaterThanOrEqual(end);
            expect(mark.to).toBeGreaterThan(mark.from);
            end = mark.to;
          }
          expect(end).toBeLessThanOrEqual(shown.length);
        }
      },
    ),
  );
});
