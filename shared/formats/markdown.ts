import type { PhrasingContent } from 'mdast';
import type { Article } from '../article/article.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { cleanText } from './escape.ts';
import type { Format } from './format.ts';
import { frontMatterOf, frontMatterText, rememberedOf } from './frontMatter.ts';
import { bodyToMdast, write } from './markdownBody.ts';
import { markdownLosses } from './markdownLosses.ts';

function render(article: Article): string {
  const dateline = cleanText(headerText(article.body, 'dateline'));
  const lead: readonly PhrasingContent[] =
    dateline === '' ? [] : [{ type: 'strong', children: [{ type: 'text', value: dateline }] }];
  const blocks = bodyBlocks(article.body).map(({ node }) => node);
  const body = write(bodyToMdast(blocks, lead, { isOurs: true, remembered: rememberedOf(article.body) }));
  return `${frontMatterText(frontMatterOf(article))}${body === '' ? '' : `\n${body}`}`;
}

/** Markdown (GFM) with YAML front matter, as Hugo, Jekyll and Eleventy read it. */
export const markdown: Format = {
  id: 'markdown',
  label: 'Markdown',
  family: 'Markdown',
  extension: 'md',
  render,
  losses: markdownLosses,
};
