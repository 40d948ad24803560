import { directionOf, type Article } from '../article/article.ts';
import { titleOf } from '../article/text.ts';
import { cleanText, escapeAttribute, escapeText, jsonForScript } from './escape.ts';
import type { Format, RenderSettings, Theme } from './format.ts';
import { htmlLosses } from './htmlLosses.ts';
import { surroundingsOf, type Surroundings } from './masthead.ts';
import { absolute, descriptionOf, newsArticle, picturesOf, type Picture } from './newsArticle.ts';
import { unitsOf, type Unit, type UnitMemory } from './units.ts';

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

/** The page of an article; nothing of its body is rendered yet. `memory` as `unitsOf` has it. */
export const pageOf = (article: Article, { theme }: RenderSettings, memory?: UnitMemory): Page => ({
  language: article.language,
  direction: directionOf(article),
  head: headOf(article, theme),
  ...surroundingsOf(article, theme.template),
  units: unitsOf(article, theme.template?.order, memory),
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

// A line of the head, '' for one that would be empty. Open Graph's names stand in `property`.
const line = (by: 'name' | 'property', name: string, content: string | undefined): string =>
  content === undefined || content === ''
    ? ''
    : `<meta ${by}="${name}" content="${escapeAttribute(content)}">\n`;
const meta = (name: string, content: string | undefined): string => line('name', name, content);
const property = (name: string, content: string | undefined): string => line('property', name, content);

// "hi-Deva-IN" is hi_IN to Open Graph, which has no other locales than of a language in a country.
function localeOf(language: string): string | undefined {
  const [base = '', ...rest] = language.split('-');
  const region = rest.find((part) => /^[a-z]{2}$/i.test(part));
  return region === undefined ? undefined : `${base.toLowerCase()}_${region.toUpperCase()}`;
}

function pictureLines(picture: Picture | undefined, canonical: string | undefined): string {
  if (picture === undefined) return '';
  const { src, width, height, alt } = picture;
  return (
    property('og:image', absolute(src, canonical) ?? '') +
    property('og:image:width', width === null ? '' : String(width)) +
    property('og:image:height', height === null ? '' : String(height)) +
    property('og:image:alt', alt)
  );
}

function headOf(article: Article, theme: Theme): string {
  const { body, canonical, headlines, published } = article;
  const headline = titleOf(body);
  const description = descriptionOf(article);
  const picture = picturesOf(article).find(({ src }) => absolute(src, canonical) !== null);
  const isLarge = (picture?.width ?? 0) >= 300 && (picture?.height ?? 0) >= 157;
  return `
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Copydesk">
<title>${escapeText(headlines?.seo ?? '') || escapeText(headline) || 'Untitled'}</title>
${meta('description', description)}${
    canonical === undefined ? '' : `<link rel="canonical" href="${escapeAttribute(canonical)}">\n`
  }${property('og:type', 'article')}${property('og:title', headlines?.social ?? headline)}${
    property('og:description', description) + property('og:url', canonical)
  }${pictureLines(picture, canonical)}${property('og:locale', localeOf(article.language))}${
    property('article:published_time', published) + property('article:modified_time', article.modified)
  }${property('article:section', article.section)}${(article.keywords ?? [])
    .map((keyword) => property('article:tag', keyword))
    .join('')}${meta('twitter:card', isLarge ? 'summary_large_image' : 'summary')}<style>
${styleOf(theme)}</style>
<script type="application/ld+json">
${jsonForScript(newsArticle(article))}
</script>
`;
}

const styles = new WeakMap<Theme, string>();

// A style element ends at the first "</style": a theme that holds one is broken, not the page.
function styleOf(theme: Theme): string {
  const known = styles.get(theme);
  if (known !== undefined) return known;
  const text = `${cleanText(theme.css)
    .replaceAll(/<\/(?=style)/gi, '<\\/')
    .trim()}\n`;
  styles.set(theme, text);
  return text;
}

/** A complete HTML page: styles inside, pictures beside it. */
export const html: Format = {
  id: 'html',
  label: 'HTML page',
  family: 'HTML',
  extension: 'html',
  render: (article, settings) => renderPage(pageOf(article, settings)),
  losses: htmlLosses,
};
