// @vitest-environment happy-dom
import { Fragment, Slice } from '@tiptap/pm/model';
import { expect, it } from 'vitest';
import { cleanSlice, isSliceContext } from '../../../renderer/editor/extensions/cleanSlice.ts';
import { textToParagraphs } from '../../../renderer/editor/extensions/paste.ts';
import { labelledSlice } from '../../../renderer/editor/extensions/pasteArticle.ts';
import { whyRefused } from '../../../renderer/editor/views/addressField.ts';
import { schema } from '../../../shared/article/schema.ts';
import { richBody } from './richBody.ts';

const context = (...parts: readonly unknown[]): string => `1 1 ${JSON.stringify(parts)}`;

it('believes the context of a copied slice only where an article could hold it', () => {
  expect(isSliceContext(context('quote', null))).toBe(true);
  expect(isSliceContext(context('relatedLink', { label: 'x', href: 'https://example.org/a' }))).toBe(true);
  expect(isSliceContext(context('relatedLink', { label: 'x', href: 'javascript:alert(1)' }))).toBe(false);
  expect(isSliceContext(context('figure', { src: 'file:///etc/passwd' }))).toBe(false);
  expect(isSliceContext(context('heading', { level: 9 }))).toBe(false);
  expect(isSliceContext('1 1 [')).toBe(false);
  expect(isSliceContext('1 1 {"0":"quote"}')).toBe(false);
  expect(isSliceContext(`1 1 ["quote", null${' '.repeat(20_000)}]`)).toBe(false);
});

it('leaves a slice of an article as it is, but for header fields, which become paragraphs', () => {
  const body = richBody();
  const clean = cleanSlice(new Slice(body.content, 1, 1));
  expect(clean.content.childCount).toBe(body.childCount);
  expect(clean.content.child(1).type.name).toBe('paragraph');
  body.children.slice(5).forEach((node, index) => expect(clean.content.child(index + 5).eq(node)).toBe(true));
});

const lines = (text: string): readonly string[] =>
  textToParagraphs(text).map((node) => node.textBetween(0, node.content.size, '', '|'));

it.each([
  ['one\ntwo', ['one', 'two']],
  ['one\n\ntwo', ['one', 'two']],
  ['one\r\n\r\ntwo\r\n', ['one', 'two']],
  ['short\nlines\n\nend', ['short|lines', 'end']],
  [`${'long '.repeat(12)}\nwrapped\n\nend`, [`${'long '.repeat(12)}wrapped`, 'end']],
  ['\n\n  spaced  \n \n\t\nout\n\n', ['spaced', 'out']],
  ['nul\u0000 byte\nx', ['nul byte', 'x']],
])('reads %j as paragraphs', (given, expected) => {
  expect(lines(given)).toEqual(expected);
});

it.each([
  ['javascript:alert(1)', /“javascript:” are not allowed/],
  ['\\\\evil\\share', /whole address/],
  ['//evil.example', /whole address/],
  ['two words', /no spaces/],
  ['data:text/html,x', /“data:” are not allowed/],
])('says why %s is refused', (address, why) => {
  expect(whyRefused(address)).toMatch(why);
});

const strong = (text: string) => schema.text(text, [schema.mark('strong')]);
const paragraphOf = (...content: readonly string[]) =>
  schema.node(
    'paragraph',
    null,
    content.map((text) => (text.endsWith(':') ? strong(text) : schema.text(text))),
  );

it('takes a bold label of a foreign page for the block that it stands for', () => {
  const nodes = [
    paragraphOf('The ferry leaves later.'),
    paragraphOf('Read Also:', ' A second boat for the quay'),
    paragraphOf('Correction (2026-05-04):', ' It leaves at ten.'),
    paragraphOf('Background:', ' It is an old boat.'),
    paragraphOf('The end.'),
  ];
  const read = labelledSlice(new Slice(Fragment.from(nodes), 1, 1));
  expect(read.content.content.map((node) => [node.type.name, node.textContent])).toEqual([
    ['paragraph', 'The ferry leaves later.'],
    ['relatedLink', 'A second boat for the quay'],
    ['correction', 'It leaves at ten.'],
    ['paragraph', 'Background: It is an old boat.'],
    ['paragraph', 'The end.'],
  ]);
  expect([read.openStart, read.openEnd]).toEqual([1, 1]);
});

it('leaves a few words that were copied out of one paragraph as words', () => {
  const slice = new Slice(Fragment.from(paragraphOf('Read Also:', ' A second boat for the quay')), 1, 1);
  expect(labelledSlice(slice)).toBe(slice);
});
