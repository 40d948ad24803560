import type { PhrasingContent } from 'mdast';
import type { Article } from '../article/article.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { cleanText } from './escape.ts';
import type { Format } from './format.ts';
import { frontMatterOf, frontMatterText, rememberedOf } from './frontMatter.ts';
import { lossesBy } from './losses.ts';
import { bodyToMdast, write } from './markdownBody.ts';
import { everyRule } from './markdownLosses.ts';
import { markdownProfiles, type MarkdownProfile } from './markdownProfiles.ts';

function render(profile: MarkdownProfile, whole: Article): string {
  const article = { ...whole, body: profile.lessen(whole.body) };
  const dateline = cleanText(headerText(article.body, 'dateline'));
  const lead: readonly PhrasingContent[] =
    dateline === '' ? [] : [{ type: 'strong', children: [{ type: 'text', value: dateline }] }];
  const blocks = bodyBlocks(article.body).map(({ node }) => node);
  const memory = { isOurs: true, remembered: rememberedOf(article.body) };
  const body = write(bodyToMdast(blocks, lead, memory), profile.dialect);
  return `${frontMatterText(frontMatterOf(article, profile))}${body === '' ? '' : `\n${body}`}`;
}

const formatFor = (profile: MarkdownProfile): Format => ({
  id: profile.id,
  label: profile.label,
  family: 'Markdown',
  extension: 'md',
  render: (article) => render(profile, article),
  losses: (article) => lossesBy([...everyRule, ...profile.losses], article),
  ...(profile.namePrefix === undefined ? {} : { namePrefix: profile.namePrefix }),
});

const [github, ...others] = markdownProfiles;

/** Markdown (GFM) with YAML front matter. */
export const markdown: Format = formatFor(github);

/** Markdown with YAML front matter, for each of its readers. */
export const markdownFormats: readonly Format[] = [markdown, ...others.map(formatFor)];
