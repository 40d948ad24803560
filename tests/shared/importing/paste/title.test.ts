import { describe, expect, it } from 'vitest';
import { pasted } from '../../../support/pasted.ts';

const word = (...lines: readonly (readonly [style: string, text: string])[]): string =>
  `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body>${lines
    .map(([style, text]) => `<p class=${style}>${text}<o:p></o:p></p>`)
    .join('')}</body></html>`;
const docs = (...lines: readonly (readonly [size: string, text: string])[]): string =>
  `<meta charset='utf-8'><b id="docs-internal-guid-1">${lines
    .map(([size, text]) => `<p dir="ltr"><span style="font-size:${size}">${text}</span></p>`)
    .join('')}</b>`;
const titleOf = (html: string) => pasted(html).reading.title;
const none = { headline: '', standfirst: '' };

describe('the title of a pasted document', () => {
  it.each([
    word(['MsoTitle', 'Night ferry'], ['MsoSubtitle', 'It is back'], ['MsoNormal', 'Words.']),
    docs(['26pt', 'Night ferry'], ['15pt', 'It is back'], ['11pt', 'Words.']),
    `<meta name="generator" content="LibreOffice 24"/><p class="title">Night ferry</p><p class="subtitle">It is back</p><p>Words.</p>`,
  ])('is known by the styles of its program', (html) => {
    expect(titleOf(html)).toEqual({ headline: 'Night ferry', standfirst: 'It is back' });
  });

  it('needs no subtitle', () => {
    expect(titleOf(word(['MsoTitle', 'Night ferry'], ['MsoNormal', 'Words.']))).toEqual({
      headline: 'Night ferry',
      standfirst: '',
    });
  });

  it.each([
    ['is not at the top', word(['MsoNormal', 'Words.'], ['MsoTitle', 'Night ferry'], ['MsoNormal', 'More.'])],
    ['has two paragraphs', word(['MsoTitle', 'Night'], ['MsoTitle', 'ferry'], ['MsoNormal', 'Words.'])],
    ['is all there is', word(['MsoTitle', 'Night ferry'])],
    [
      'is large only in part',
      docs(['26pt', 'Night</span><span style="font-size:11pt"> ferry'], ['11pt', 'W']),
    ],
    ['is a heading of a page', '<h1 class="title">Night ferry</h1><p>Words.</p>'],
  ])('is left in the text where it %s', (_why, html) => {
    expect(titleOf(html)).toEqual(none);
  });
});
