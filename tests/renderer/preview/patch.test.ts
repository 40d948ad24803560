// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newArticle, type Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import type { Theme } from '../../../shared/formats/format.ts';
import { renderPage } from '../../../shared/formats/html.ts';
import { previewPage } from '../../../renderer/preview/page.ts';
import { patch } from '../../../renderer/preview/patch.ts';
import { editedArticles } from './edits.ts';

const plain: Theme = { id: 'test', css: 'body { color: black }\n@media print { body { color: red } }' };
const framed: Theme = {
  id: 'other',
  css: 'body { color: navy }',
  template: {
    masthead: ['The Harbour ', '{section}'],
    colophon: ['{date}'],
    order: ['headline', 'dates', 'kicker', 'byline', 'standfirst'],
  },
};
const page = (article: Article, theme = plain) => previewPage(article, { theme });
const load = (article: Article, theme = plain): Document =>
  new DOMParser().parseFromString(renderPage(page(article, theme)), 'text/html');

/** Equal as nodes are: the order of attributes is nobody's. */
function expectSame(shown: Document, fresh: Document): void {
  if (shown.documentElement.isEqualNode(fresh.documentElement)) return;
  expect(shown.documentElement.outerHTML).toBe(fresh.documentElement.outerHTML);
  throw new Error('The pages differ in what outerHTML does not show');
}

const paragraph = (text: string) => schema.node('paragraph', null, schema.text(text));
const article = (...texts: readonly string[]): Article => {
  const start = newArticle({ id: 'b'.repeat(32), created: '2026-11-03T08:00:00Z', language: 'en' });
  return {
    ...start,
    body: schema.node('doc', null, [...start.body.children.slice(0, 5), ...texts.map(paragraph)]),
  };
};
const replaceBlock = (from: Article, index: number, text: string): Article => ({
  ...from,
  body: from.body.copy(from.body.content.replaceChild(index, paragraph(text))),
});

describe('patch', () => {
  it('makes the page equal to a fresh load of the export, after any edits', () => {
    fc.assert(
      fc.property(editedArticles, (states) => {
        const [first, ...rest] = states;
        if (first === undefined) return;
        const shown = load(first);
        let before = page(first);
        for (const state of rest) {
          const after = page(state);
          patch(shown, before, after);
          before = after;
          expectSame(shown, load(state));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('makes the page equal to a fresh load when its theme changes among the edits', () => {
    const themes = fc.infiniteStream(fc.constantFrom(plain, framed));
    fc.assert(
      fc.property(editedArticles, themes, (states, stream) => {
        const shown = load(states[0] ?? article('x'));
        let before = page(states[0] ?? article('x'));
        for (const state of states.slice(1)) {
          const theme = stream.next().value ?? plain;
          const after = page(state, theme);
          patch(shown, before, after);
          before = after;
          expectSame(shown, load(state, theme));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('makes the page equal to a fresh load when links leave and join the list at the end', () => {
    const link = (title: string) =>
      schema.node('relatedLink', { label: 'Read Also', href: 'https://example.org/a' }, schema.text(title));
    const parts = [paragraph('one'), link('first'), link('second'), paragraph('two')];
    const orders = fc.array(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }), {
      minLength: 2,
      maxLength: 6,
    });
    const start = article('x');
    fc.assert(
      fc.property(
        orders,
        fc.array(fc.constantFrom(plain, framed), { minLength: 6, maxLength: 6 }),
        (all, themes) => {
          const states = all.map((order): Article => ({
            ...start,
            body: schema.node('doc', null, [
              ...start.body.children.slice(0, 5),
              ...order.flatMap((at) => parts[at] ?? []),
            ]),
          }));
          const [first, ...rest] = states;
          if (first === undefined) return;
          const shown = load(first);
          let before = page(first);
          for (const [at, state] of rest.entries()) {
            const theme = themes[at] ?? plain;
            patch(shown, before, page(state, theme));
            before = page(state, theme);
            expectSame(shown, load(state, theme));
          }
        },
      ),
    );
  });

  it('keeps the elements of blocks that did not change', () => {
    const before = article('one', 'two', 'three');
    const shown = load(before);
    const elements = Array.from(shown.querySelectorAll('article > *'));
    patch(shown, page(before), page(replaceBlock(before, 6, 'two and a half')));
    const now = Array.from(shown.querySelectorAll('article > *'));
    expect(now[0]).toBe(elements[0]);
    expect(now[2]).toBe(elements[2]);
    expect(now[1]?.textContent).toBe('two and a half');
  });

  it('moves the element of a block that moved', () => {
    const before = article('one', 'two', 'three');
    const [kicker, headline, standfirst, byline, dateline, one, two, three] = before.body.children;
    const order = [kicker, headline, standfirst, byline, dateline, three, one, two].filter(
      (node) => node !== undefined,
    );
    const after = { ...before, body: schema.node('doc', null, order) };
    const shown = load(before);
    const elements = Array.from(shown.querySelectorAll('article > *'));
    patch(shown, page(before), page(after));
    expect(Array.from(shown.querySelectorAll('article > *'))).toEqual([
      elements[2],
      elements[0],
      elements[1],
    ]);
  });

  it('refuses a page that does not show the state before', () => {
    const before = article('one', 'two');
    expect(() => patch(load(article('one')), page(before), page(replaceBlock(before, 6, 'x')))).toThrow(
      /units/,
    );
  });
});
