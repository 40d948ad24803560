import fc from 'fast-check';
import { Window } from 'happy-dom';
import { DOMParser, type Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { headerFields } from '../../../shared/article/header.ts';
import { schema } from '../../../shared/article/schema.ts';
import { pageOf } from '../../../shared/formats/html.ts';
import type { Article } from '../../../shared/article/article.ts';
import { articleFixtures, goldenTheme } from '../../support/articleFixtures.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { withPageLevels } from '../../support/pageLevels.ts';
import { anyArticle } from '../../support/articleArbitrary.ts';

const document = new Window().document;
// happy-dom's elements are DOM elements in all that ProseMirror reads.
const element = (): HTMLElement => document.createElement('article') as unknown as HTMLElement;

/** The page's article as the editor would read it: the dateline lifted out of the lead, the dates left out. */
function readPage(article: Article): Node {
  const page = element();
  page.innerHTML = pageOf(article, { theme: goldenTheme })
    .units.map((unit) => unit.render())
    .join('\n');
  page.querySelector('p.dates')?.remove();
  const dateline = page.querySelector('span.dateline');
  if (dateline !== null) {
    const lifted = element();
    lifted.innerHTML = `<p class="dateline">${dateline.innerHTML}</p>`;
    dateline.closest('p')?.before(...lifted.childNodes);
    dateline.remove();
  }
  // A page leaves empty fields out; ProseMirror's parser wants a sequence from its first node on.
  for (const { name, spec } of headerFields.toReversed()) {
    const tag = spec.parseDOM?.[0]?.tag ?? '';
    const field = page.querySelector(tag) ?? document.createElement(tag.split('.')[0] ?? 'p');
    field.className = name;
    page.prepend(field as never);
  }
  return DOMParser.fromSchema(schema).parse(page);
}

/** What a page says in another way: a picture without alt text is decorative, and articles of the library have no address. */
const lessHtml: Less = {
  attrs: (node, attrs) => {
    const decorative = attrs['decorative'] === true || attrs['alt'] === '';
    if (node.type.name === 'figure')
      return attrs['src'] === '' ? {} : { ...attrs, decorative, alt: decorative ? '' : attrs['alt'] };
    return 'articleId' in attrs ? { ...attrs, articleId: null } : attrs;
  },
};

describe('the body parsed again gives the same article', () => {
  test.each(articleFixtures)('$name', ({ article }) => {
    expect(canonical(readPage(article), lessHtml)).toEqual(canonical(withPageLevels(article.body), lessHtml));
  });

  test('and so does any article', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyArticle, (article) => {
        expect(canonical(readPage(article), lessHtml)).toEqual(
          canonical(withPageLevels(article.body), lessHtml),
        );
      }),
      { numRuns: Number(process.env['RUNS'] ?? 40) },
    );
  });
});
