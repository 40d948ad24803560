import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { goldenFiles } from '../support/goldenVersions.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { historyDesk } from '../support/historyDesk.ts';

// A Copydesk of tomorrow: one version further, with one step from today's files.
vi.mock('../../shared/article/migrations.ts', async (original) => {
  const today = await original<typeof import('../../shared/article/migrations.ts')>();
  const tomorrow = today.schemaVersion + 1;
  return {
    schemaVersion: tomorrow,
    migrate: (json: Readonly<Record<string, unknown>>) =>
      json['schemaVersion'] === tomorrow
        ? json
        : { ...today.migrate(json), schemaVersion: tomorrow, lifted: 'by the step' },
  };
});

const golden = goldenFiles.find(({ name }) => name === 'everything.copydesk');
const id = '1'.repeat(32);

async function setUp() {
  const desk = await historyDesk();
  const file = `everything-${id}.copydesk`;
  const bytes = golden?.bytes ?? Buffer.alloc(0);
  writeFileSync(join(desk.root, file), bytes);
  return { ...desk, path: join(desk.root, file), bytes };
}

it('an article of an older version is lifted when it is read, and its file stays until it is saved', async () => {
  const { articles, path, bytes } = await setUp();
  const { article, readOnly } = await articles.open(id);
  expect([readOnly, article['lifted']]).toEqual([null, 'by the step']);
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

it('the first save over it keeps the old file in the history, byte for byte, and only the first', async () => {
  const { articles, root, path, bytes } = await setUp();
  const opened = await articles.open(id);
  const saved = await articles.save({ ...opened.article, edNote: 'One' }, opened);
  await articles.save({ ...opened.article, edNote: 'Two' }, saved);
  const folder = join(root, '.copydesk', 'history', id);
  const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(kept.map((one) => one.equals(bytes))).toEqual([true]);
  expect(readFileSync(path, 'utf8')).toContain(`"schemaVersion": ${schemaVersion}`);
});

it('what cannot be kept is not lifted: an automatic save is refused, and the old file stays', async () => {
  const { articles, ports, path, bytes } = await setUp();
  const opened = await articles.open(id);
  ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
  await expect(articles.save(opened.article, opened)).rejects.toThrow('Nothing was replaced');
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

it('a file of our own version is saved all the same when its old state cannot be kept', async () => {
  const { articles, ports, root } = await setUp();
  const article = someArticle();
  const { file } = await articles.save(article, null);
  // By a program that is not ours.
  writeFileSync(join(root, file), readFileSync(join(root, file), 'utf8').replace('"en"', '"fr"'));
  const opened = await articles.open(article.id);
  ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
  const saved = await articles.save(rewritten(opened.article, 'New'), opened);
  expect(saved.unkept).toMatchObject({ code: 'disk-full' });
});
