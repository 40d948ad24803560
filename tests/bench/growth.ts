import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fragment } from 'prosemirror-model';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { parseArticle, articleToJson, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { wordsOf } from '../../shared/article/text.ts';
import { compareArticles } from '../../shared/compare/compareArticles.ts';
import { formats } from '../../shared/formats/index.ts';
import { importers } from '../../shared/importing/index.ts';
import { articleOf } from './articles.ts';
import { median, processorTime, timesInTurns, type Task } from './measure.ts';
import { rounded, type Topic } from './topic.ts';

const theme = { id: 'bench', css: 'body { max-width: 40em }' };

/** The article with one word more in its middle block: what a person has typed since. */
function typedIn(article: Article): Article {
  const { body } = article;
  const middle = body.childCount >> 1;
  const blocks = Array.from({ length: body.childCount }, (_, at) => body.child(at)).map((node, at) =>
    at === middle ? node.copy(node.content.append(Fragment.from(schema.text(' more')))) : node,
  );
  return { ...article, body: schema.node('doc', null, blocks) };
}

/** Everything that is done to one article whole, at one length; the library for its saves is `root`. */
async function costsOf(words: number, root: string): Promise<readonly Task[]> {
  const article = articleOf(words);
  const changed = typedIn(article);
  const json = articleToJson(article);
  const bytes = articleToBytes(article);
  await mkdir(root);
  const { articles } = await createLibrary(root, nodePorts);
  let base = await articles.save(article, null);
  let fresh = article;
  const renew = () => {
    fresh = parseArticle(json);
  };
  return [
    { name: 'file read and checked', run: () => readArticle(bytes) },
    { name: 'file written as bytes', prepare: renew, run: () => articleToBytes(fresh) },
    {
      name: 'saved durably',
      run: async () => {
        base = await articles.save(changed, base, { reason: 'autosave' });
        base = await articles.save(article, base, { reason: 'autosave' });
      },
    },
    { name: 'words counted', prepare: renew, run: () => wordsOf(fresh.body) },
    { name: 'compared with its last version', run: () => compareArticles(article, changed) },
    ...formats.flatMap(({ id, render, losses }) => [
      { name: `written as ${id}`, prepare: renew, run: () => render(fresh, { theme }) },
      { name: `losses of ${id}`, prepare: renew, run: () => losses(fresh) },
    ]),
    ...importers.map(({ id, extensions, run }) => {
      const format = formats.find((one) => one.id === id) ?? formats[0];
      const text = format?.render(article, { theme }) ?? '';
      return { name: `read from ${id}`, run: () => run({ name: `a.${extensions[0]}`, text }) };
    }),
  ];
}

/** Growth: what every whole-article cost becomes when the article has twice the words. */
export const growthTopic: Topic = {
  name: 'growth',
  size: { unit: 'words', values: [25_000] },
  rounds: 25,
  heads: ['cost', 'CPU ms', 'CPU ms at twice the words', '×'],
  notes:
    'The processor’s time, on all threads. Both lengths in the same run, one after the other; × is the median of the rounds’ own ratios. What grows with the square of the length would show × 4. What takes less than a millisecond is listed, and not judged. Costs of the window (keys, preview, opening) have their growth among the goals of typing and preview.',
  measure: async (words, { rounds }) => {
    const folder = await mkdtemp(join(tmpdir(), 'copydesk-bench-'));
    try {
      const once = await costsOf(words, join(folder, 'once'));
      const twice = await costsOf(2 * words, join(folder, 'twice'));
      const tasks = once.flatMap((task, at) => {
        const other = twice[at];
        return other === undefined ? [] : [task, { ...other, name: `${other.name}, twice` }];
      });
      const times = await timesInTurns(rounds, tasks, processorTime);
      const of = (name: string) => times.get(name) ?? [];
      return once.map(({ name }) => {
        const [one, two] = [of(name), of(`${name}, twice`)];
        const grown = two.map((time, round) => time / (one[round] ?? Number.NaN));
        return [name, rounded(median(one), 3), rounded(median(two), 3), rounded(median(grown), 2)];
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};
