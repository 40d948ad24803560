import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { exportArticle } from '../../electron/core/exportArticle.ts';
import { exportName } from '../../electron/core/exportName.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { emptyBody, newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { messageOf } from '../../shared/error.ts';
import { formats } from '../../shared/formats/index.ts';
import { goldenTheme } from '../support/articleFixtures.ts';
import { naughtyStrings, naughtyTitles } from '../support/naughtyStrings.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, type Figure } from './figure.ts';

const texts = (text: string) => (text === '' ? [] : [schema.text(text)]);
const node = (name: string, text: string, attrs = {}) => schema.node(name, attrs, texts(text));

/** An article with a text wherever a person can type one. */
function articleOf(id: string, headline: string, text: string): Article {
  const figure = schema.node('figure', { alt: text }, [node('caption', text), node('credit', text)]);
  const blocks = [
    node('paragraph', 'Plain.'),
    node('paragraph', text),
    figure,
    node('heading', text, { level: 2 }),
  ];
  const heads = emptyBody().children.slice(0, 5);
  const fields = heads.map(({ type }) => node(type.name, type.name === 'headline' ? headline : text));
  const plain = newArticle({ id, created: '2026-05-04T06:30:00.000Z', language: 'en' });
  const body = schema.node('doc', null, [...fields, ...blocks]);
  return {
    ...plain,
    slug: text,
    section: text,
    keywords: [text],
    edNote: text,
    headlines: { seo: text },
    body,
  };
}

const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)(?:\.|$)/i;
// oxlint-disable-next-line no-control-regex -- what Windows forbids
const forbidden = /[\u0000-\u001f<>:"/\\|?*]|[. ]$/;

function judgeName(figure: Figure, name: string): void {
  if (reserved.test(name) || forbidden.test(name) || Buffer.byteLength(name) > 255)
    problem(figure, `“${name.slice(0, 80)}” is no name on every system`);
  count(figure, 'names judged');
}

// Ten thousand exports need no promise against a power cut.
const real = testPorts();
const unsynced: Ports = {
  ...real,
  files: {
    ...real.files,
    create: async (path, mode) => ({
      ...(await real.files.create(path, mode)),
      sync: () => Promise.resolve(),
    }),
    syncFolder: () => Promise.resolve(),
  },
};

async function exportAll(figure: Figure, article: Article, folder: string): Promise<void> {
  for (const format of formats) {
    const name = exportName(article, format);
    judgeName(figure, name);
    const target = join(folder, `${article.id}-${format.id}.${format.extension}`);
    const settings = { theme: goldenTheme };
    const order = { article, format, settings, target, readMedia: () => Promise.resolve(null) };
    const { bytes } = await exportArticle(unsynced, order);
    if (bytes === 0 || readFileSync(target).length !== bytes)
      problem(figure, `${format.id}: nothing was exported`);
    else count(figure, 'exports');
  }
}

it('515 naughty texts and 250 titles: each is created, saved, opened again and exported; no two names meet', async () => {
  const figure = newFigure(
    'D14',
    'naughty texts and titles: create, save, open again, export in every format',
  );
  const [root, out] = [temporaryFolder(), temporaryFolder()];
  const ports = testPorts();
  const { articles } = await createLibrary(root, { ...ports, files: unsynced.files });
  // Another run, which remembers nothing.
  const another = await createLibrary(root, ports);
  const cases = [
    ...naughtyStrings.map(({ kind, text }) => ({ kind, headline: text, text })),
    ...naughtyTitles.map((headline) => ({ kind: 'title', headline, text: 'Plain.' })),
  ];
  for (const [index, { kind, headline, text }] of cases.entries()) {
    figure.runs += 1;
    try {
      const given = articleOf(String(index).padStart(32, '0'), headline, text);
      const created = await articles.create(given);
      const saved = await articles.save({ ...created.article, genre: 'Current' }, created);
      const { article, file, readOnly } = await another.articles.open(saved.file);
      if (readOnly !== null || !article.body.eq(given.body) || article.slug !== text) {
        figure.lost += 1;
        problem(
          figure,
          `${kind} ${JSON.stringify(text.slice(0, 40))} is another text when it is opened again`,
        );
      }
      judgeName(figure, file);
      await exportAll(figure, article, out);
    } catch (error) {
      problem(figure, `${kind} ${JSON.stringify(text.slice(0, 40))}: ${messageOf(error).slice(0, 200)}`);
    }
  }
  const files = readdirSync(root).filter(isArticleName);
  const folded = new Set(files.map((name) => name.normalize('NFC').toLowerCase().normalize('NFC')));
  figure.counts['name collisions'] = cases.length - folded.size;
  figure.missing = cases.length - files.length;
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect([naughtyStrings.length, naughtyTitles.length]).toEqual([515, 250]);
  expect(figure.counts['exports']).toBe(cases.length * formats.length);
  expect(figure.counts['name collisions']).toBe(0);
});

it('a control that names files by their titles is caught: names meet, or are none', () => {
  const figure = newFigure('D14', 'naughty titles as names of files', 'control');
  const names = [...naughtyTitles, ...naughtyStrings.map(({ text }) => text)].map(
    (title) => `${title}.copydesk`,
  );
  for (const name of names) judgeName(figure, name);
  figure.runs = names.length;
  const folded = new Set(names.map((name) => name.normalize('NFC').toLowerCase()));
  figure.counts['name collisions'] = names.length - folded.size;
  report(figure);
  expect(figure.problems.length).toBeGreaterThan(0);
  expect(figure.counts['name collisions']).toBeGreaterThan(0);
});
