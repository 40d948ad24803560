import { spawnSync } from 'node:child_process';
import { parseHTML } from 'linkedom';
import { Marked } from 'marked';
import MarkdownIt from 'markdown-it';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { parse } from 'parse5';
import TurndownService from 'turndown';
import { html } from '../../shared/formats/html.ts';
import { markdown } from '../../shared/formats/markdown.ts';
import { text } from '../../shared/formats/text.ts';
import type { Format } from '../../shared/formats/format.ts';
import { importerFor } from '../../shared/importing/index.ts';
import { articleOf } from './articles.ts';
import { hasPandoc } from './exporting.ts';
import { inTurns, type Task } from './measure.ts';
import { rounded, type Topic } from './topic.ts';

const theme = { id: 'bench', css: 'body { max-width: 40em }' };
const count = 20;

interface Way extends Task {
  readonly peer: string;
}

// What a newsroom gets from elsewhere: no page of ours, so the article in it has to be found.
const foreign = (page: string): string =>
  page
    .replace(/<head>[\s\S]*?<\/head>/u, '<head><title>Council votes on the bridge</title></head>')
    .replace('<article>', '<nav><a href="/">Front page</a> <a href="/city">City</a></nav><article>');

function waysOf(words: number): readonly Way[] {
  const articles = Array.from({ length: count }, (_, index) => articleOf(words, index + 1));
  const written = ({ render }: Format) => articles.map((article) => render(article, { theme }));
  const [texts, notes, own] = [written(text), written(markdown), written(html)];
  const pages = own.map(foreign);
  const marked = new Marked({ gfm: true });
  const markdownIt = new MarkdownIt();
  const turndown = new TurndownService();
  const remark = (source: string) =>
    fromMarkdown(source, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const on = (
    name: string,
    peer: string,
    sources: readonly string[],
    run: (source: string) => unknown,
  ): Way => ({
    name,
    peer,
    run: () => sources.forEach((source) => void run(source)),
  });
  const copydesk = (name: string) => (source: string) =>
    importerFor(name)?.run({ name, text: source }).receipt.wordsAfter;
  const pandoc = (name: string, from: string, sources: readonly string[]): readonly Way[] =>
    hasPandoc
      ? [
          {
            name,
            peer: name,
            run: () =>
              spawnSync('pandoc', ['-f', from, '-t', 'json'], {
                input: sources.join('\n\n'),
                maxBuffer: 1 << 28,
              }),
          },
        ]
      : [];
  const [lexer, tree] = ['marked lexer', 'parse5 alone'];
  return [
    on('Copydesk, plain text', lexer, texts, copydesk('a.txt')),
    on('Copydesk, Markdown', lexer, notes, copydesk('a.md')),
    on('remark with GFM alone', lexer, notes, remark),
    on(lexer, lexer, notes, (source) => marked.lexer(source)),
    on('markdown-it', lexer, notes, (source) => markdownIt.parse(source, {})),
    ...pandoc('pandoc from Markdown', 'gfm', notes),
    on('Copydesk, own page', tree, own, copydesk('a.html')),
    on('Copydesk, page of others', tree, pages, copydesk('a.html')),
    on(tree, tree, pages, (source) => parse(source)),
    on('linkedom', tree, pages, (source) => parseHTML(source)),
    on('turndown to Markdown', tree, pages, (source) => turndown.turndown(source)),
    ...pandoc('pandoc from HTML', 'html', pages),
  ];
}

/** Import: articles of so many words, read in process into an article, its receipt included; parsers alone beside. */
export const importTopic: Topic = {
  name: 'import',
  size: { unit: 'words', values: [600, 5000] },
  rounds: 5,
  heads: ['what', 'ms per article', '÷ peer', 'peer'],
  notes: `Means of ${count} articles, medians of the rounds. Copydesk’s rows end with a checked article and a receipt that counts every word; parsers alone end with tokens or a tree. pandoc is one process for all articles. The application reads foreign files in a worker, never in a window.`,
  measure: async (words, { rounds }) => {
    const ways = waysOf(words);
    const times = await inTurns(rounds, ways);
    const of = (name: string) => (times.get(name) ?? Number.NaN) / count;
    return ways.map(({ name, peer }) => [name, rounded(of(name), 3), rounded(of(name) / of(peer), 2), peer]);
  },
};
