import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { desk } from '../support/desk.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const embargoed = () => ({ ...someArticle(), embargo: '2999-05-04T12:00:00+05:30' });

it('an embargoed article does not leave by the command line', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const file = join(folder, 'story.copydesk');
  writeFileSync(file, articleToBytes(embargoed()));
  const run = await desk(['export', file, '--to', 'html,text,fragment', '--out', out]);
  expect(run.code).toBe(1);
  expect(run.err).toContain('This article is embargoed until 4 May 2999 at 12:00 (+05:30).');
  expect(readdirSync(out)).toEqual([]);
  const blank = await desk(['export', file, '--to', 'html', '--out', out, '--override-embargo', ' ']);
  expect(blank.code).toBe(2);
});

it('for a reason it does, and the reason is recorded beside the file', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const file = join(folder, 'story.copydesk');
  writeFileSync(file, articleToBytes(embargoed()));
  const run = await desk(['export', file, '--to', 'text', '--out', out, '--override-embargo', 'Agreed']);
  expect(run.code, run.err).toBe(0);
  const [record = ''] = readdirSync(join(out, 'overrides'));
  expect(JSON.parse(readFileSync(join(out, 'overrides', record), 'utf8'))).toMatchObject({
    route: 'command line',
    format: 'text',
    reason: 'Agreed',
    held: 'embargoed',
  });
});

it('an article of a library has its override recorded there, named by id or by file', async () => {
  const folder = temporaryFolder();
  const root = join(folder, 'library');
  const out = join(folder, 'out');
  const { articles } = await createLibrary(root, nodePorts);
  const { file } = await articles.create(embargoed());
  const id = 'a'.repeat(32);
  const reason = ['--override-embargo', 'Agreed'];
  const byId = await desk(['export', id, '--library', root, '--to', 'text', '--out', out, ...reason]);
  expect(byId.code, byId.err).toBe(0);
  const byFile = await desk(['export', join(root, file), '--to', 'text', '--out', out, ...reason]);
  expect(byFile.code, byFile.err).toBe(0);
  expect(readdirSync(join(root, '.copydesk', 'overrides')).length).toBe(2);
  expect(existsSync(join(out, 'overrides'))).toBe(false);
});

it('the list says as JSON how often an article left although it was held', async () => {
  const root = join(temporaryFolder(), 'library');
  const { articles, library } = await createLibrary(root, nodePorts);
  await articles.create(embargoed());
  const folder = await library.folder('overrides');
  writeFileSync(join(folder, `20260504T063000000Z-${'a'.repeat(32)}-0f0f.json`), '{}');
  const list = await desk(['list', '--library', root, '--json']);
  expect(JSON.parse(list.out)).toMatchObject([{ id: 'a'.repeat(32), overrides: 1 }]);
});
