import { directionOf, type Article } from '../article/article.ts';
import { titleOf } from '../article/text.ts';
import { cleanText, escapeAttribute, escapeText, jsonForScript } from './escape.ts';
import type { Format, RenderSettings, Theme } from './format.ts';
import { htmlLosses } from './htmlLosses.ts';
import { surroundingsOf, type Surroundings } from './masthead.ts';
import { absolute, descriptionOf, newsArticle, picturesOf } from './newsArticle.ts';
import { unitsOf, type Unit } from './units.ts';

/** An exported page in the parts that the live preview compares and patches. */
export interface Page extends Surroundings {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The `<head>`'s inner HTML. */
  readonly head: string;
  /** The children of the page's one `<article>`. */
  readonly units: readonly Unit[];
}

// `'self'` and `data:` for the preview's own pictures, `file:` for the exported page's (`formats.md` H7).
const policy = "default-src 'none'; img-src 'self' https: data: file:; style-src 'unsafe-inline'";

/** The page of an article; nothing of its body is rendered yet. */
export const pageOf = (article: Article, { theme }: RenderSettings): Page => ({
  language: article.language,
  direction: directionOf(article),
  head: headOf(article, theme),
  ...surroundingsOf(article, theme.template),
  units: unitsOf(article, theme.template?.order),
});

/** A page as the bytes of its file. */
export const renderPage = (page: Page): string => `<!DOCTYPE html>
<html lang="${escapeAttribute(page.language)}" dir="${page.direction}">
<head>${page.head}</head>
<body>${page.masthead}
<main>
<article>
${page.units.map((unit) => `${unit.render()}\n`).join('')}</article>
</main>
${page.colophon}</body>
</html>
`;

const meta = (name: string, content: string | undefined): readonly string[] =>
  content === undefined || content === ''
    ? []
    : [
        `<meta ${/^(og|article):/.test(name) ? 'property' : 'name'}="${name}" content="${escapeAttribute(content)}">`,
      ];

// "hi-Deva-IN" is hi_IN to Open Graph, which has no other locales than of a language in a country.
function localeOf(language: string): string | undefined {
  const [base = '', ...rest] = language.split('-');
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  return region === undefined ? undefined : `${base.toLowerCase()}_${region.toUpperCase()}`;
}

function headOf(article: Article, theme: Theme): string {
  const { body, canonical, headlines, published } = article;
  const headline = titleOf(body);
  const description = descriptionOf(article);
  const [picture] = picturesOf(article).filter(({ src }) => absolute(src, canonical) !== null);
  const isLarge = (picture?.width ?? 0) >= 300 && (picture?.height ?? 0) >= 157;
  const lines = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="generator" content="Copydesk">',
    `<title>${escapeText(headlines?.seo ?? '') || escapeText(headline) || 'Untitled'}</title>`,
    ...meta('description', description),
    ...(canonical === undefined ? [] : [`<link rel="canonical" href="${escapeAttribute(canonical)}">`]),
    ...meta('og:type', 'article'),
    ...meta('og:title', headlines?.social ?? headline),
    ...meta('og:description', description),
    ...meta('og:url', canonical),
    ...(picture === undefined
      ? []
      : [
          ...meta('og:image', absolute(picture.src, canonical) ?? ''),
          ...(picture.width === null ? [] : meta('og:image:width', String(picture.width))),
          ...(picture.height === null ? [] : meta('og:image:height', String(picture.height))),
          ...meta('og:image:alt', picture.alt),
        ]),
    ...meta('og:locale', localeOf(article.language)),
    ...meta('article:published_time', published),
    ...meta('article:modified_time', article.modified),
    ...meta('article:section', article.section),
    ...(article.keywords ?? []).flatMap((keyword) => meta('article:tag', keyword)),
    ...meta('twitter:card', isLarge ? 'summary_large_image' : 'summary'),
    `<style>\n${styleText(theme.css)}</style>`,
    `<script type="application/ld+json">\n${jsonForScript(newsArticle(article))}\n</script>`,
  ];
  return `\n${lines.join('\n')}\n`;
}

// A style element ends at the first "</style": a theme that holds one is broken, not the page.
const styleText = (css: string): string =>
  `${cleanText(css)
    .replaceAll(/<\/(?=style)/gi, '<\\/')
    .trim()}\n`;

/** A complete HTML page: styles inside, pictures beside it. */
export const html: Format = {
  id: 'html',
  label: 'HTML page',
  family: 'HTML',
  extension: 'html',
  render: (article, settings) => renderPage(pageOf(article, settings)),
  losses: htmlLosses,
};
