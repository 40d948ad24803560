import { newArticle, type Article } from '../../shared/article/article.ts';
import { importText } from '../../shared/importing/text.ts';
import { articleFixtures, type ArticleFixture } from './articleFixtures.ts';
import { corpusText } from './corpora.ts';

/** The records of a CSV text whose fields may be quoted, without its first line of names. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  let record: string[] = [];
  const end = () => {
    if (record.length > 0) records.push(record);
    record = [];
  };
  for (const [, quoted, bare, mark] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gu)) {
    record.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (mark !== ',') end();
  }
  return records.filter((fields) => fields.some((field) => field !== '')).slice(1);
}

const idOf = (count: number): string => String(count).padStart(32, '0');

function wikinews(csv: string): readonly ArticleFixture[] {
  return readCsv(csv).map(([url = '', date = '', title = '', text = ''], at) => {
    const { body } = importText({ name: `${title}.txt`, text: `${title}\n\n${text}` });
    const article: Article = {
      ...newArticle({ id: idOf(9000 + at), created: `${date}T12:00:00Z`, language: 'en', body }),
      published: `${date}T12:00:00Z`,
      canonical: encodeURI(decodeURI(url)),
    };
    return { name: `wikinews ${at + 1}`, article };
  });
}

function seed(text: string): ArticleFixture {
  const { body } = importText({ name: 'seed.txt', text });
  const given = { id: idOf(8999), created: '2023-12-28T06:30:00Z', language: 'en', body };
  return { name: 'seed', article: newArticle(given) };
}

const seedText = corpusText('copydesk-cases/seed.txt');
const newsText = corpusText('wikinews/wikinews.csv');
if (seedText === null || newsText === null)
  console.warn('Skipped: the stories of ../shared/corpora, which is not beside the project');

/** The seed and 50 articles of Wikinews, as imported; none where the test data are not beside the project. */
export const corpusStories: readonly ArticleFixture[] = [
  ...(seedText === null ? [] : [seed(seedText)]),
  ...(newsText === null ? [] : wikinews(newsText)),
];

/** Every story that exports are judged with: all fixtures, and those of the test data. */
export const realStories: readonly ArticleFixture[] = [...articleFixtures, ...corpusStories];
