import type { Article } from '../article/article.ts';
import { momentText } from './moment.ts';
import { pageRenderer } from './pageBody.ts';
import type { Template } from './theme.ts';

/** What a template puts around the article, as HTML; '' for what it does not put there, or what has no text here. */
export interface Surroundings {
  readonly masthead: string;
  readonly colophon: string;
}

/** The lines above and below an article: one `span` per part that has a text, in the template's order. */
export function surroundingsOf(article: Article, template: Template = {}): Surroundings {
  const { section = '', published, language } = article;
  const date =
    published === undefined ? '' : momentText(published, language).replace(/[,،]? \d\d:\d\d$/u, '');
  const fill = (part: string): string =>
    part.replaceAll('{section}', section).replaceAll('{date}', date).trim();
  const page = pageRenderer(article);
  const lineOf = (parts: readonly string[] = []): string =>
    parts
      .map(fill)
      .filter((text) => text !== '')
      .map((text) => `<span>${page.text(text)}</span>`)
      .join(' ');
  const [masthead, colophon] = [lineOf(template.masthead), lineOf(template.colophon)];
  return {
    masthead: masthead === '' ? '' : `<header class="masthead"><p>${masthead}</p></header>`,
    colophon: colophon === '' ? '' : `<footer class="colophon"><p>${colophon}</p></footer>`,
  };
}
