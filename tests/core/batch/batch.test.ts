import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Article } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { formats } from '../../../shared/formats/index.ts';
import { html } from '../../../shared/formats/html.ts';
import { libraryItems } from '../../../electron/core/batch/libraryItems.ts';
import { planBatch, type BatchItem, type BatchPlan } from '../../../electron/core/batch/planBatch.ts';
import { runBatch, type BatchOrder } from '../../../electron/core/batch/runBatch.ts';
import { foldName, numberedName, safeName, takeName } from '../../../electron/core/exportName.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { createLibrary } from '../../../electron/core/openLibrary.ts';
import { png } from '../../support/pictures.ts';
import { someArticle } from '../../support/someArticle.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { testPorts } from '../../support/testPorts.ts';

const theme = { id: 'plain', css: 'p { margin: 0 }' };
const [markdown] = formats.filter(({ extension }) => extension === 'md');
if (markdown === undefined) throw new Error('there is no Markdown');

const embargo = '2026-06-02T09:00:00+02:00';

/** Three articles of one headline in a library, the last of them embargoed; two share a picture. */
async function setUp(more: readonly Article[] = []) {
  const ports = testPorts();
  const root = temporaryFolder();
  const library = await createLibrary(root, ports);
  const { src } = await library.media.add(png(3, 2));
  const figure = schema.node('figure', { src, alt: 'Grey' }, [schema.node('caption'), schema.node('credit')]);
  const pictured = (article: Article): Article => ({
    ...article,
    body: article.body.copy(article.body.content.addToEnd(figure)),
  });
  const stories = [
    pictured(someArticle({ digit: 'a', headline: 'Ferry' })),
    pictured(someArticle({ digit: 'b', headline: 'FERRY' })),
    { ...someArticle({ digit: 'c', headline: 'Ferry' }), embargo },
    ...more,
  ];
  for (const story of stories) await library.articles.create(story);
  const items = await libraryItems(ports, library, null);
  const folder = temporaryFolder();
  const plan = (given: readonly BatchItem[] = items, into = folder) =>
    planBatch(ports, { items: given, formats: [html, markdown ?? html], folder: into });
  const run = (planned: BatchPlan, order: Partial<BatchOrder> = {}) =>
    runBatch(ports, planned, {
      settings: { theme },
      existing: 'replace',
      route: 'export',
      override: () => Promise.resolve(null),
      ...order,
    });
  return { ports, root, library, items, folder, src, plan, run };
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name !== 'media')
    .toSorted();
const contentOf = (folder: string) =>
  filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'hex')]);

it('writes every format of every article; names that are alike are numbered; a picture is copied once', async () => {
  const { plan, run, folder, src } = await setUp();
  const steps: [number, number, string][] = [];
  const summary = await run(await plan(), { progress: (...step) => steps.push(step) });
  expect(filesIn(folder)).toEqual(['ferry-2.html', 'ferry-2.md', 'ferry.html', 'ferry.md', src]);
  expect(summary).toMatchObject({ files: 4, articles: 2, pictures: 1, left: 0, failed: [], warnings: [] });
  expect(steps).toEqual([
    [0, 6, 'ferry.html'],
    [1, 6, 'ferry.md'],
    [2, 6, 'ferry-2.html'],
    [3, 6, 'ferry-2.md'],
    [4, 6, 'ferry-3.html'],
    [5, 6, 'ferry-3.md'],
  ]);
});

it('the same articles give the same files with the same bytes, whatever their order', async () => {
  const { items, plan, run } = await setUp();
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  await run(await plan(items, one));
  await run(await plan(items.toReversed(), other));
  expect(contentOf(other)).toEqual(contentOf(one));
});

describe('an article that may not leave', () => {
  it('is left out and listed once; the others are written, and nothing is recorded', async () => {
    const { plan, run, root, folder } = await setUp();
    const planned = await plan();
    expect(planned.held).toEqual([
      expect.objectContaining({ title: 'Ferry', message: expect.stringContaining('embargoed until') }),
    ]);
    const { held, failed } = await run(planned);
    expect(held).toEqual(planned.held);
    expect(failed).toEqual([]);
    expect(filesIn(folder).filter((name) => name.startsWith('ferry-3'))).toEqual([]);
    expect(readdirSync(join(root, '.copydesk'))).not.toContain('overrides');
  });

  it('leaves for a reason, which is recorded for each file; one that was not named as held stays', async () => {
    const { plan, run, root, library, folder } = await setUp();
    const planned = await plan();
    const b = await library.articles.open('b'.repeat(32));
    writeFileSync(join(root, b.file), articleToBytes({ ...b.article, status: 'canceled' }));
    const overrides = join(root, '.copydesk', 'overrides');
    const summary = await run(planned, {
      override: () =>
        Promise.resolve({ reason: 'Agreed', records: () => library.library.folder('overrides') }),
    });
    expect(summary.held).toEqual([expect.objectContaining({ about: b.file })]);
    expect(filesIn(folder).filter((name) => name.startsWith('ferry-'))).toEqual([
      'ferry-3.html',
      'ferry-3.md',
    ]);
    const records = readdirSync(overrides).map((name) => readFileSync(join(overrides, name), 'utf8'));
    expect(records.map((text) => (JSON.parse(text) as { target: string }).target).toSorted()).toEqual([
      join(folder, 'ferry-3.html'),
      join(folder, 'ferry-3.md'),
    ]);
  });
});

describe('files that are there already', () => {
  it('are told before anything is written, and replaced, or kept with ours beside them', async () => {
    const { plan, run, folder } = await setUp();
    writeFileSync(join(folder, 'FERRY.html'), 'mine');
    const planned = await plan();
    expect(planned.existing).toEqual(['FERRY.html']);
    expect(filesIn(folder)).toEqual(['FERRY.html']);
    await run(planned, { existing: 'both' });
    expect(readFileSync(join(folder, 'FERRY.html'), 'utf8')).toBe('mine');
    expect(filesIn(folder)).toContain('ferry-3.html');
  });

  it('are replaced if that was the answer', async () => {
    const { plan, run, folder } = await setUp();
    writeFileSync(join(folder, 'ferry.html'), 'mine');
    await run(await plan(), { existing: 'replace' });
    expect(readFileSync(join(folder, 'ferry.html'), 'utf8')).toContain('<h1');
  });

  it('nobody was asked about one that came meanwhile: it stays, and is told', async () => {
    const { plan, run, folder } = await setUp();
    const planned = await plan();
    writeFileSync(join(folder, 'ferry.html'), 'mine');
    const { failed, files } = await run(planned, { existing: 'replace' });
    expect(failed).toEqual([
      expect.objectContaining({ message: expect.stringContaining('came into the folder meanwhile') }),
    ]);
    expect(files).toBe(3);
    expect(readFileSync(join(folder, 'ferry.html'), 'utf8')).toBe('mine');
  });
});

it('stopped in the middle: the file in hand is whole, the rest is counted, nothing is half-written', async () => {
  const { plan, run, folder } = await setUp();
  let begun = 0;
  const summary = await run(await plan(), {
    progress: () => (begun += 1),
    stopped: () => begun >= 3,
  });
  expect(summary).toMatchObject({ files: 3, left: 3, articles: 2 });
  expect(filesIn(folder).filter((name) => !name.startsWith('media'))).toEqual([
    'ferry-2.html',
    'ferry.html',
    'ferry.md',
  ]);
});

it('what fails is told with its reason, and the rest goes on', async () => {
  const { plan, run, folder, root, ports, library } = await setUp();
  writeFileSync(join(root, 'cut.copydesk'), '{"schemaVersion": 1');
  mkdirSync(join(folder, 'ferry.html'));
  const planned = await plan(await libraryItems(ports, library, null));
  const { failed, files } = await run(planned);
  expect(failed.map(({ about, message }) => [about.replace(/-a{32}/u, ''), message])).toEqual([
    ['cut.copydesk', expect.stringContaining('ends in the middle')],
    ['ferry.copydesk', expect.stringContaining('ferry.html')],
  ]);
  expect(files).toBe(3);
});

it('losses are summed for each format over the articles', async () => {
  const sub = schema.node('paragraph', null, [
    schema.text('CO'),
    schema.text('2', [schema.mark('subscript')]),
  ]);
  const lossy = (digit: string): Article => {
    const article = someArticle({ digit, headline: `Story ${digit}` });
    return { ...article, body: article.body.copy(article.body.content.addToEnd(sub)) };
  };
  const wire = formats.filter(({ id }) => id === 'text');
  const { ports, library, folder, run } = await setUp([lossy('d'), lossy('e')]);
  const files = (await library.articles.list()).filter(({ title }) => title.startsWith('Story'));
  const items = await libraryItems(
    ports,
    library,
    files.map(({ file }) => file),
  );
  const { losses } = await run(await planBatch(ports, { items, formats: wire, folder }));
  const saved = await items[0]?.load();
  const single = saved === undefined ? [] : (wire[0]?.losses(saved.article) ?? []);
  expect(single.length).toBeGreaterThan(0);
  expect(losses.map(({ losses: sums }) => sums)).toEqual([
    single.map((loss) => ({ ...loss, count: 2 * loss.count })),
  ]);
});

test('names of a batch are unlike on every system, and at most 120 bytes long', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.constantFrom('Straße', 'STRASSE', 'ＦＥＲＲＹ', 'ferry', 'é', 'é', 'CON', 'con', 'x'.repeat(300)),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 12 }), (texts) => {
      const taken = new Set<string>();
      const names = texts.map((one) => takeName(safeName(one) || 'article', 'html', taken));
      expect(new Set(names.map(foldName)).size).toBe(names.length);
      expect(new Set(names.map((name) => name.normalize('NFD').toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(120);
        expect(name).toBe(name.normalize('NFC'));
        expect(name.isWellFormed()).toBe(true);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./iu);
      }
    }),
    { numRuns: 300 },
  );
});

test('a number never makes a name too long', () => {
  expect(numberedName('ü'.repeat(200), 'html', 12)).toMatch(/^ü{56}-12\.html$/u);
});
