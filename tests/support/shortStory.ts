import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

/** What a short story of a test says; the higher its number, the later it was changed. */
export interface Story {
  readonly number: number;
  readonly headline?: string;
  readonly standfirst?: string;
  readonly byline?: string;
  readonly body?: string;
  readonly language?: string;
  readonly envelope?: Partial<Pick<Article, 'section' | 'status' | 'slugline' | 'keywords' | 'modified'>>;
}

/** A story as an article. */
export function shortStory(story: Story): Article {
  const block = (type: string, text = '') => schema.node(type, null, text === '' ? [] : [schema.text(text)]);
  const time = new Date(Date.UTC(2026, 0, 1) + story.number * 60_000).toISOString();
  const article = newArticle({
    id: story.number.toString(16).padStart(32, '0'),
    created: time,
    language: story.language ?? 'en',
    body: schema.node('doc', null, [
      block('kicker'),
      block('headline', story.headline),
      block('standfirst', story.standfirst),
      block('byline', story.byline),
      block('dateline'),
      block('paragraph', story.body),
    ]),
  });
  return { ...article, modified: time, ...story.envelope };
}
