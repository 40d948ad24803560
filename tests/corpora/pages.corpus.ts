import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { headerText } from '../../shared/article/text.ts';
import type { Node } from 'prosemirror-model';
import type { Receipt } from '../../shared/importing/receipt.ts';
import { documentOf } from '../../shared/importing/html/dom.ts';
import { runningText } from '../../shared/importing/html/foreignPage.ts';
import { html } from '../../shared/importing/html.ts';
import { describeFolder, likeness, writeReport } from './report.ts';

interface Page {
  readonly name: string;
  readonly source: string;
  readonly expected: string;
  /** What the page may be called: its expected title, or the heading it shows. */
  readonly titles: readonly string[];
}

const squashed = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const titlesOf = (source: string): readonly string[] => {
  const page = documentOf(source);
  return [page.title, ...[...page.querySelectorAll('h1')].map(({ textContent }) => textContent)].map(
    squashed,
  );
};

// Only markup, no text, would be left of a script, a handler or a frame.
const active = (json: string): boolean => /<script|javascript:|"on[a-z]+":|<iframe/iu.test(json);

const numbersOf = (text: string): ReadonlySet<string> => new Set(text.match(/\p{Nd}+/gu));

// Numbers of the page that neither the article nor the receipt holds.
function untold(source: string, body: Node, { decisions }: Receipt): readonly string[] {
  const parts = decisions.map(({ text }) => text);
  body.descendants((node) => {
    if (node.isTextblock) parts.push(node.textContent);
    for (const value of Object.values(node.attrs) as readonly unknown[])
      if (typeof value === 'string') parts.push(value);
  });
  const said = numbersOf(parts.join(' '));
  const page = documentOf(source.replaceAll('<', ' <')).body;
  for (const code of page.querySelectorAll('script, style, noscript, template, svg, iframe')) code.remove();
  return [...numbersOf(page.textContent)].filter((number) => !said.has(number));
}

function judge(name: string, pages: readonly Page[]): void {
  const rows = pages.map(({ name: page, source, expected, titles }) => {
    const start = performance.now();
    const { body, receipt } = html.run({ name: page, text: source });
    const time = performance.now() - start;
    const headline = headerText(body, 'headline');
    return {
      page,
      score: likeness(runningText(body), expected),
      titled: titles.some(
        (title) => title === headline || (title.includes(headline) && headline.length > 20),
      ),
      active: active(JSON.stringify(body)),
      untold: untold(source, body, receipt),
      removed: receipt.decisions.filter(({ kind }) => kind === 'removed').length,
      time,
    };
  });
  const times = rows.map(({ time }) => time).toSorted((a, b) => a - b);
  writeReport(
    name,
    ['page', 'F1', 'title', 'active content', 'removed', 'numbers untold', 'ms'],
    rows.map((row) => [
      row.page,
      row.score.toFixed(3),
      row.titled ? 'right' : 'other',
      row.active ? 'yes' : 'none',
      row.removed,
      row.untold.length,
      Math.round(row.time),
    ]),
  );
  const mean = rows.reduce((sum, { score }) => sum + score, 0) / rows.length;
  const titled = rows.filter((row) => row.titled).length;
  const p95 = times[Math.ceil(times.length * 0.95) - 1] ?? 0;
  console.log(
    `${name}: ${rows.length} pages, mean F1 ${mean.toFixed(3)}, titles ${titled}, p95 ${Math.round(p95)} ms`,
  );
  expect(rows.filter(({ score }) => score < 0.6).map(({ page }) => page)).toEqual([]);
  expect(rows.filter((row) => row.active).map(({ page }) => page)).toEqual([]);
  expect(rows.flatMap((row) => row.untold)).toEqual([]);
  expect(mean).toBeGreaterThanOrEqual(0.95);
  expect(titled / rows.length).toBeGreaterThanOrEqual(0.95);
}

describeFolder('article-extraction-benchmark', (folder) => {
  it('finds the article of each page', () => {
    // The benchmark's own file: an id for each page, and the text of its article.
    const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
      string,
      { readonly articleBody: string }
    >;
    const pages = Object.entries(truth).map(([id, { articleBody }]) => {
      const source = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString();
      return { name: id.slice(0, 8), source, expected: articleBody, titles: titlesOf(source) };
    });
    judge('article-extraction-benchmark', pages);
  });
});

describeFolder('readability', (folder) => {
  it('finds the article of each page', () => {
    const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const pages = names.map(({ name }) => {
      const read = (file: string): string => readFileSync(join(folder, name, file), 'utf8');
      // Written by the benchmark beside each page.
      const { title } = JSON.parse(read('expected-metadata.json')) as { readonly title: string };
      const source = read('source.html');
      const expected = documentOf(read('expected.html').replaceAll('<', ' <')).body.textContent;
      return { name, source, expected, titles: [squashed(title), ...titlesOf(source)] };
    });
    judge('readability', pages);
  });
});
