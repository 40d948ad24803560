import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { newArticle, type Article } from '../../shared/article/article.ts';
import { countWords, plainText } from '../../shared/article/text.ts';
import { markdownFormats } from '../../shared/formats/markdown.ts';
import { importMarkdown } from '../../shared/importing/markdown.ts';
import { canonical } from '../support/canonical.ts';
import { describeFolder, writeReport } from './report.ts';

const theme = { id: 'none', css: '' };

const articleOf = ({ body, envelope }: ReturnType<typeof importMarkdown>): Article => ({
  ...newArticle({ id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en', body }),
  ...envelope,
});

// Where a file came from, and how often it was saved, are of the copy at hand.
const ofCopy: readonly string[] = ['body', 'id', 'rev', 'schemaVersion'];
const metadataOf = (article: Article): object =>
  Object.fromEntries(Object.entries(article).filter(([name]) => !ofCopy.includes(name)));

/** What of an article is other after it was exported and imported again, and whether the format names a loss. */
function roundTrip(
  article: Article,
  { render, losses }: (typeof markdownFormats)[number],
): { readonly changed: readonly string[]; readonly told: boolean } {
  const again = articleOf(importMarkdown(render(article, { theme })));
  const changed = [
    ...(isDeepStrictEqual(canonical(again.body), canonical(article.body)) ? [] : ['text']),
    ...(isDeepStrictEqual(metadataOf(again), metadataOf(article)) ? [] : ['metadata']),
  ];
  return { changed, told: losses(article).length > 0 };
}

describeFolder('markdown-news', (folder) => {
  it('gives the same article after import, export and import, in every profile', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .toSorted();
    const rows = files.map((name) => {
      const source = readFileSync(join(folder, name), 'utf8');
      const first = importMarkdown(source, name);
      const article = articleOf(first);
      const changed = markdownFormats.flatMap((format) =>
        roundTrip(article, format).changed.map((what) => `${format.id}: ${what}`),
      );
      const text = source.replace(/^---\n[\s\S]*?\n---\n/u, '');
      const codes = (text.match(/\{\{[<%][\s\S]*?[>%]\}\}|\{%[\s\S]*?%\}/gu) ?? []).map((code) =>
        code.replace(/\s+/gu, ' '),
      );
      const said = plainText(first.body).replace(/\s+/gu, ' ');
      const written = codes.length;
      const shown = codes.filter((code) => said.includes(code)).length;
      // The address of a link is code: the link's text stays, its tag is in the receipt.
      const tags = first.receipt.decisions
        .filter(({ what }) => what === 'HTML' || what.startsWith('Address'))
        .map((one) => one.text.replace(/\s+/gu, ' '));
      const inTags = codes.filter(
        (code) => !said.includes(code) && tags.some((tag) => tag.includes(code)),
      ).length;
      const told = first.receipt.decisions.filter(({ what }) => what.startsWith('Code of a site')).length;
      return {
        name,
        words: countWords(plainText(first.body)),
        written,
        shown,
        inTags,
        told,
        changed,
        doubts: first.receipt.decisions.length,
      };
    });
    writeReport(
      'markdown-news',
      [
        'post',
        'words',
        'template code',
        'shown',
        'in an address',
        'told of',
        'doubts',
        'changed by a round trip',
      ],
      rows.map((row) => [
        row.name,
        row.words,
        row.written,
        row.shown,
        row.inTags,
        row.told,
        row.doubts,
        row.changed.join(', ') || 'nothing',
      ]),
    );
    console.log(
      `markdown-news: ${rows.length} posts × ${markdownFormats.length} profiles, ${rows.filter(({ changed }) => changed.length > 0).length} changed`,
    );
    expect(rows.length).toBe(38);
    expect(rows.filter(({ changed }) => changed.length > 0)).toEqual([]);
    // Code of the site stays where it stands, and the receipt tells of each.
    expect(
      rows.filter(({ written, shown, inTags, told }) => shown + inTags !== written || told < written),
    ).toEqual([]);
  });
});

describeFolder('markdown-spec', (folder) => {
  it('gives the same article after import, export and import, of every example', () => {
    const sets = readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
    const rows = sets.map((name) => {
      // The specifications' own files: each example's source.
      const examples = JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly {
        readonly markdown: string;
      }[];
      const articles = examples.map(({ markdown }) => articleOf(importMarkdown(markdown)));
      const changed = markdownFormats.map((format) => {
        const others = articles
          .map((article) => roundTrip(article, format))
          .filter((one) => one.changed.length > 0);
        const silent = others.filter(({ told }) => !told).length;
        return { id: format.id, told: others.length - silent, silent };
      });
      return { name, examples: examples.length, changed };
    });
    writeReport(
      'markdown-spec',
      ['specification', 'examples', 'changed by a round trip and told as a loss', 'changed silently'],
      rows.map(({ name, examples, changed }) => [
        name,
        examples,
        changed.map(({ id, told }) => `${id} ${told}`).join(', '),
        changed.map(({ id, silent }) => `${id} ${silent}`).join(', '),
      ]),
    );
    expect(rows.map(({ examples }) => examples)).toEqual([652, 673]);
    // Only the profile without tables changes any, and says so.
    expect(rows.flatMap(({ changed }) => changed.filter(({ told }) => told > 0).map(({ id }) => id))).toEqual(
      ['commonmark'],
    );
    expect(rows.flatMap(({ changed }) => changed.filter(({ silent }) => silent > 0))).toEqual([]);
  });
});
