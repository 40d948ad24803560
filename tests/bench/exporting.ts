import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleToJson, parseArticle } from '../../shared/article/article.ts';
import { html } from '../../shared/formats/html.ts';
import { markdown } from '../../shared/formats/markdown.ts';
import { articleOf } from './articles.ts';
import { median } from './measure.ts';
import { rounded, type Topic } from './topic.ts';

const theme = { id: 'bench', css: 'body { max-width: 40em }' };
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;

interface Exporter {
  readonly name: string;
  /** Its peer's name, by which its time is divided. */
  readonly peer: string;
  readonly run: () => void;
}

/** Export: so many articles of 600 words, read from JSON and written as a page or as Markdown; one pandoc process beside. */
export const exportTopic: Topic = {
  name: 'export',
  size: { unit: 'articles', values: [500] },
  rounds: 5,
  heads: ['what', 'median ms', '÷ peer', 'peer'],
  measure: (count, { rounds }) => {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-bench-'));
    try {
      const articles = Array.from({ length: count }, (_, index) => articleOf(600, index + 1));
      const stored = articles.map((article) => JSON.stringify(articleToJson(article)));
      const pages = articles.map((article) => html.render(article, { theme }));
      const texts = articles.map((article) => markdown.render(article, { theme }));
      writeFileSync(join(folder, 'all.md'), texts.join('\n\n'));
      writeFileSync(join(folder, 'all.html'), pages.join('\n'));
      const pandoc = (from: string, to: string, file: string) => () => {
        spawnSync('pandoc', ['-f', from, '-t', to, join(folder, file)], { maxBuffer: 1 << 28 });
      };
      const read = () => stored.map((text) => parseArticle(JSON.parse(text)));
      const exporters: readonly Exporter[] = [
        {
          name: 'JSON.parse',
          peer: 'JSON.parse',
          run: () => stored.forEach((text) => void JSON.parse(text)),
        },
        {
          name: 'Copydesk, HTML, render alone',
          peer: 'JSON.parse',
          run: () => articles.forEach((article) => html.render(article, { theme })),
        },
        {
          name: 'Copydesk, stored file to HTML',
          peer: 'pandoc to HTML',
          run: () => read().forEach((article) => html.render(article, { theme })),
        },
        {
          name: 'Copydesk, stored file to Markdown',
          peer: 'pandoc to Markdown',
          run: () => read().forEach((article) => markdown.render(article, { theme })),
        },
        ...(hasPandoc
          ? [
              { name: 'pandoc to HTML', peer: 'pandoc to HTML', run: pandoc('gfm', 'html', 'all.md') },
              {
                name: 'pandoc to Markdown',
                peer: 'pandoc to Markdown',
                run: pandoc('html', 'gfm', 'all.html'),
              },
            ]
          : []),
      ];
      const times = new Map<string, number[]>(exporters.map(({ name }) => [name, []]));
      for (let round = -1; round < rounds; round += 1) {
        for (const { name, run } of exporters) {
          const begun = performance.now();
          run();
          // The first round compiles the code.
          if (round >= 0) times.get(name)?.push(performance.now() - begun);
        }
      }
      const of = (name: string) => median(times.get(name) ?? []);
      return Promise.resolve(
        exporters.map(({ name, peer }) => [name, rounded(of(name)), rounded(of(name) / of(peer), 3), peer]),
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
