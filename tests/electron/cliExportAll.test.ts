import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { holdOf } from '../../shared/article/mayLeave.ts';
import { formats } from '../../shared/formats/index.ts';
import { articleFixtures } from '../support/articleFixtures.ts';
import { lines } from '../support/cliStory.ts';
import { desk } from '../support/desk.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const contentOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.\w+$/u.test(name))
    .toSorted()
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

// Stories of one headline as well: their numbers must not hang on the order of the folder.
const stories = [
  ...articleFixtures
    .map(({ article }, index) => ({ ...article, id: index.toString(16).padStart(32, '0') }))
    .filter((article) => holdOf(article, Date.now()) === null),
  ...['a', 'b', 'c'].map((digit) => someArticle({ digit, headline: digit === 'b' ? 'FERRY' : 'Ferry' })),
];

async function libraryWith(articles: typeof stories): Promise<string> {
  const root = join(temporaryFolder(), 'library');
  await createLibrary(root, nodePorts);
  for (const article of articles)
    writeFileSync(join(root, `story-${article.id}.copydesk`), articleToBytes(article));
  return root;
}

it('the whole library in every format: the same bytes in any order, time zone and language', async () => {
  const to = ['--to', formats.map(({ id }) => id).join(',')];
  const [one, other] = [temporaryFolder(), temporaryFolder()];
  const forth = await libraryWith(stories);
  const first = await desk(['export', '--all', '--library', forth, ...to, '--out', one], '', {
    TZ: 'Asia/Kolkata',
    LC_ALL: 'sv_SE.UTF-8',
  });
  const back = await libraryWith(stories.toReversed());
  const files = readdirSync(back)
    .filter((name) => name.startsWith('story-'))
    .toReversed()
    .map((name) => join(back, name));
  const second = await desk(['export', ...files, '--library', back, ...to, '--out', other], '', {
    TZ: 'America/St_Johns',
    LC_ALL: 'tr_TR.UTF-8',
  });
  expect(lines(first.out)).toHaveLength(stories.length * formats.length);
  expect(lines(second.out)).toHaveLength(stories.length * formats.length);
  expect(contentOf(other)).toEqual(contentOf(one));
  expect(first.err).toMatch(/\d+ files of \d+ articles written, with \d+ pictures?; 0 held, 0 failed/u);
}, 60_000);

it('what is held stays, is named, and makes the exit code 1; the rest is written', async () => {
  const root = await libraryWith([
    someArticle({ digit: 'a' }),
    { ...someArticle({ digit: 'b', headline: 'Secret' }), embargo: '2999-05-04T12:00:00+05:30' },
  ]);
  const out = temporaryFolder();
  const run = await desk(['export', '--all', '--library', root, '--to', 'text', '--out', out]);
  expect(run.code).toBe(1);
  expect(readdirSync(out)).toEqual(['ferry-adds-a-late-boat.txt']);
  expect(run.err).toContain(`desk: story-${'b'.repeat(32)}.copydesk: This article is embargoed until`);
  expect(run.err).toContain('desk: 1 file of 1 article written, with 0 pictures; 1 held, 0 failed\n');
});

it('files that are there: replaced, kept with ours numbered, or all refused', async () => {
  const root = await libraryWith([someArticle()]);
  const out = temporaryFolder();
  const file = join(out, 'ferry-adds-a-late-boat.txt');
  const run = (existing: string) =>
    desk(['export', '--all', '--library', root, '--to', 'text', '--out', out, '--existing', existing]);
  writeFileSync(file, 'mine');
  const refused = await run('refuse');
  expect(refused).toMatchObject({ code: 1, out: '' });
  expect(refused.err).toContain('ferry-adds-a-late-boat.txt');
  expect((await run('both')).code).toBe(0);
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(readdirSync(out)).toContain('ferry-adds-a-late-boat-2.txt');
  expect((await run('replace')).code).toBe(0);
  expect(readFileSync(file, 'utf8')).not.toBe('mine');
  expect((await run('perhaps')).code).toBe(2);
  expect((await desk(['export', '--all', '--to', 'text', '--out', out])).code).toBe(2);
});
