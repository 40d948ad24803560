import { describe, expect, it, test } from 'vitest';
import { linesOfLargePaste, readLargePaste } from '../../../../shared/importing/paste/largePaste.ts';
import { readOfficeSheet, sheetsIn } from '../../../../shared/importing/paste/css.ts';
import { sourceOf } from '../../../../shared/importing/paste/source.ts';

describe('a paste that is too large to be formatted', () => {
  it('is told from one that a person copies', () => {
    const long = '<p><span style="color:red">A word, <b>and</b> another.</span></p>'.repeat(2000);
    expect(linesOfLargePaste(long)).toBeNull();
  });

  it.each([
    ['too many elements', `${'<p>word</p>'.repeat(12_000)}<p>last</p>`, 12_001],
    ['too deep', `${'<div>word'.repeat(1000)}<p>last`, 1001],
    ['more than a parser should make of it', `${'<b>word<p>'.repeat(40_000)}last`, 40_001],
  ])('gives its text, nothing left out: %s', (_, html, words) => {
    const lines = linesOfLargePaste(html) ?? [];
    expect(lines.join(' ').split(' ')).toHaveLength(words);
    const { html: made, reading } = readLargePaste(lines, html);
    expect(
      made
        .replaceAll(/<\/?p>/gu, ' ')
        .trim()
        .split(/ +/u),
    ).toHaveLength(words);
    expect(made.match(/<p>/gu)?.length).toBeLessThanOrEqual(5001);
    expect(reading.decisions.map(({ what }) => what)).toEqual([
      'too large or too deeply nested to be pasted with its formatting: pasted as plain text',
    ]);
  });

  it('lets no markup through as markup', () => {
    const lines = linesOfLargePaste('<p>&lt;img src=x onerror=alert(1)></p>'.repeat(12_000)) ?? [];
    expect(readLargePaste(lines, '').html).not.toMatch(/<(?!\/?p>)/u);
  });
});

test('style sheets are found, and read, in one pass', () => {
  expect(sheetsIn('<STYLE a="b">p.One {color:red}</style><p><style>.two{x:y}</STYLE>')).toBe(
    'p.One {color:red}\n.two{x:y}',
  );
  expect(sheetsIn(`a<style>${'<style>'.repeat(100_000)}`)).toBe('');
  const { classes, lists } = readOfficeSheet(
    '/* a { b */ <!-- p.One, .Two {x:y; z:w} @list l0:level1 {q:r} -->',
  );
  expect([...classes.keys(), ...lists.keys()]).toEqual(['One', 'Two', 'l0:level1']);
  expect(classes.get('Two')?.get('z')).toBe('w');
  expect(readOfficeSheet('a'.repeat(400_000)).classes.size).toBe(0);
  expect(sourceOf('name=generator '.repeat(20_000))).toBe('a web page');
});
