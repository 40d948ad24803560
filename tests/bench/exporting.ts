import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleToJson, parseArticle, type Article } from '../../shared/article/article.ts';
import { html } from '../../shared/formats/html.ts';
import { markdown } from '../../shared/formats/markdown.ts';
import { unitsOf } from '../../shared/formats/units.ts';
import { articleOf } from './articles.ts';
import { inTurns, type Task } from './measure.ts';
import { toMarkdownByPeer, toHtmlByPeer } from './peerRenderers.ts';
import { rounded, type Topic } from './topic.ts';

const theme = { id: 'bench', css: 'body { max-width: 40em }' };

/** Whether pandoc is here to be measured against. */
export const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

interface Exporter extends Task {
  /** Whose time this one's is divided by. */
  readonly peer: string;
}

const parsing = 'JSON.parse';
const [toHtml, toMarkdown] = ['pandoc to HTML', 'pandoc to Markdown'];

/** Every way out, of the same articles: each round has nodes of its own, so that nothing made of them is remembered. */
function exportersOf(stored: readonly string[], folder: string): readonly Exporter[] {
  const read = () => stored.map((text) => parseArticle(JSON.parse(text)));
  let fresh: readonly Article[] = [];
  const renew = () => {
    fresh = read();
  };
  const pandoc = (from: string, to: string, file: string) => () => {
    const { status } = spawnSync('pandoc', ['-f', from, '-t', to, join(folder, file)], {
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`pandoc did not read ${file}`);
  };
  const body = (article: Article): string =>
    unitsOf(article)
      .map((unit) => unit.render())
      .join('\n');
  const json = stored.map((text) => articleToJson(parseArticle(JSON.parse(text))).body);
  const on = (name: string, peer: string, run: (article: Article) => unknown): Exporter => ({
    name,
    peer,
    prepare: renew,
    run: () => fresh.forEach((article) => void run(article)),
  });
  return [
    { name: parsing, peer: parsing, run: () => stored.forEach((text) => void JSON.parse(text)) },
    { name: 'Copydesk, file read and checked', peer: parsing, run: read },
    on('Copydesk, body to HTML', parsing, body),
    on('Copydesk, whole page', parsing, (article) => html.render(article, { theme })),
    {
      name: 'tiptap static-renderer, body to HTML',
      peer: parsing,
      run: () => json.forEach((one) => void toHtmlByPeer(one)),
    },
    on('Copydesk, Markdown', parsing, (article) => markdown.render(article, { theme })),
    on('prosemirror-markdown', parsing, (article) => toMarkdownByPeer(article.body)),
    {
      name: 'Copydesk, stored file to HTML',
      peer: toHtml,
      run: () => read().forEach((article) => void html.render(article, { theme })),
    },
    {
      name: 'Copydesk, stored file to Markdown',
      peer: toMarkdown,
      run: () => read().forEach((article) => void markdown.render(article, { theme })),
    },
    ...(hasPandoc
      ? [
          { name: toHtml, peer: toHtml, rounds: 2, run: pandoc('gfm', 'html', 'all.md') },
          { name: toMarkdown, peer: toMarkdown, rounds: 2, run: pandoc('html', 'gfm', 'all.html') },
        ]
      : []),
  ];
}

/** Export: so many articles of 600 words, written as pages or as Markdown, in process; one pandoc process beside. */
export const exportTopic: Topic = {
  name: 'export',
  size: { unit: 'articles', values: [100, 500] },
  rounds: 15,
  heads: ['what', 'median ms', 'ms per article', '÷ peer', 'peer'],
  notes:
    'A stored file is parsed and checked before it is rendered; the rows without that render nodes that are in memory and were never rendered before. The static renderer has its mapping built once, and the same elements. pandoc is one process for all articles, in one file, and runs in two of the rounds. Every other row has a round before, not counted, in which its code is compiled.',
  measure: async (count, { rounds }) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    try {
      const articles = Array.from({ length: count }, (_, index) => articleOf(600, index + 1));
      const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
      write('all.md', articles.map((article) => markdown.render(article, { theme })).join('\n\n'));
      write('all.html', articles.map((article) => html.render(article, { theme })).join('\n'));
      const stored = articles.map((article) => JSON.stringify(articleToJson(article)));
      const exporters = exportersOf(stored, folder);
      const times = await inTurns(rounds, exporters);
      const of = (name: string) => times.get(name) ?? Number.NaN;
      return exporters.map(({ name, peer }) => [
        name,
        rounded(of(name)),
        rounded(of(name) / count, 3),
        rounded(of(name) / of(peer), 3),
        peer,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
