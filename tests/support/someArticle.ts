import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

const field = (name: string, text: string) => schema.node(name, null, text === '' ? [] : [schema.text(text)]);

/** A small article with a headline and paragraphs; the id is 32 times `digit`. */
export const someArticle = (
  given: {
    readonly digit?: string;
    readonly headline?: string;
    readonly paragraphs?: readonly string[];
  } = {},
): Article => ({
  ...newArticle({ id: (given.digit ?? 'a').repeat(32), created: '2026-05-04T06:30:00.000Z', language: 'en' }),
  body: schema.node('doc', null, [
    field('kicker', ''),
    field('headline', given.headline ?? 'Ferry adds a late boat'),
    field('standfirst', ''),
    field('byline', ''),
    field('dateline', 'Linden Quay, May 4:'),
    ...(given.paragraphs ?? ['The last ferry leaves an hour later from Monday.']).map((text) =>
      field('paragraph', text),
    ),
  ]),
});

/** The same article with another first paragraph. */
export const rewritten = (article: Article, text: string): Article => ({
  ...article,
  body: someArticle({ paragraphs: [text] }).body,
});
