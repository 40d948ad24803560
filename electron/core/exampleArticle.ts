import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

const { marks } = schema;
const text = (content: string) => (content === '' ? [] : [schema.text(content)]);
const block = (name: string, content: string, attrs?: Readonly<Record<string, unknown>>) =>
  schema.node(name, attrs, text(content));

const paragraph = (content: string) => block('paragraph', content);
const item = (content: string) => schema.node('listItem', null, [paragraph(content)]);

/** The article of a first start: a story to play with, that shows what a page can hold. */
export const exampleArticle = (given: { readonly id: string; readonly created: string }): Article => ({
  ...newArticle({ ...given, language: 'en' }),
  slugline: 'umbrellas-library',
  section: 'Local',
  status: 'draft',
  keywords: ['libraries', 'weather'],
  body: schema.node('doc', null, [
    block('kicker', 'Local life'),
    block('headline', 'The library that lends umbrellas'),
    block(
      'standfirst',
      'It began with nine of them in a milk churn. A year on, half the town walks home dry.',
    ),
    block('byline', 'By our correspondent at the harbour'),
    block('dateline', 'Linden Quay, May 4:'),
    paragraph(
      'Rain reaches Linden Quay sideways. It comes in over the breakwater at about four in the afternoon, when the school bell rings and the ferry empties, and for as long as anyone remembers the town has simply run for it.',
    ),
    paragraph(
      'Now it stops at the library first. Beside the door stands a dented milk churn full of umbrellas, each with a number on its handle. Readers take one as they would a novel, and bring it back when the sky allows. There is no card to fill in and no fine.',
    ),
    schema.node('pullQuote', null, [
      block(
        'pullQuoteText',
        'Books teach people to bring things back. The umbrellas only had to learn it from the books.',
      ),
      block('attribution', 'The head librarian'),
    ]),
    paragraph(
      'The first nine came from the lost-property shelf of the ferry. The harbour office gave twenty more, and a sailmaker on Rope Lane mends the broken ones on Thursdays with scraps of red canvas, so that the oldest of them now look like small boats.',
    ),
    block('heading', 'What comes back', { level: 2 }),
    schema.node('paragraph', null, [
      schema.text('Of 412 loans since last spring, 409 have ended in the churn again. Two umbrellas were '),
      schema.text('seen', [schema.mark(marks['emphasis'] ?? 'emphasis')]),
      schema.text(
        ' leaving on the mainland train. The third was returned as a lampshade, with a note of apology, and hangs over the reading table.',
      ),
    ]),
    schema.node('factBox', null, [
      block('factBoxTitle', 'Try it on this story'),
      schema.node('bulletList', null, [
        item(
          'Click any line and type. The page on the right follows, and the line at the bottom says when your words are safely saved.',
        ),
        item('On an empty line, type / to insert a picture, a table, or a box like this one.'),
        item('Alt+Up and Alt+Down move a block. Undo takes anything back.'),
        item('Done with it? Delete the article: it goes to the library’s trash, not out of the world.'),
      ]),
    ]),
    paragraph('The library is open every day but Monday. When it is closed, the churn stands outside.'),
    block('relatedLink', 'A bench for every bus stop, built by the people who wait', {
      href: 'https://example.org/linden-quay/benches',
    }),
  ]),
});
