import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { articleToJson, type Article } from '../../shared/article/article.ts';
import { calls } from '../../shared/ipc/contract.ts';
import { deskWithLibrary } from '../support/libraryDesk.ts';
import { someArticle } from '../support/someArticle.ts';

async function deskToLeave() {
  const desk = await deskWithLibrary();
  desk.answers.path = join(desk.folder, 'out.html');
  return { ...desk, records: join(desk.root, '.copydesk', 'overrides') };
}

type Desk = Awaited<ReturnType<typeof deskToLeave>>;

// Every call of the contract by which a whole article leaves Copydesk.
const routes = {
  'export:save': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('export:save', {
      article: articleToJson(article),
      format: 'html',
      ...(override === undefined ? {} : { override }),
    }),
  'export:copy': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('export:copy', {
      article: articleToJson(article),
      format: 'fragment',
      ...(override === undefined ? {} : { override }),
    }),
  'preview:print': ({ window }: Desk, article: Article, override?: string) =>
    window.connection.call('preview:print', {
      article: articleToJson(article),
      ...(override === undefined ? {} : { override }),
    }),
} as const;

// A Copydesk file is the writer's work in hand, not a publication.
const notLeaving = /^(?:article:|journal:|recovery:|library:|history:|import:)/u;

const embargoed = (): Article => ({ ...someArticle(), embargo: '2026-06-02T09:00:00+02:00' });
const killed = (): Article => ({ ...someArticle(), status: 'canceled' });

const leftBy = ({ asked, folder }: Desk): boolean =>
  asked.some(({ what }) => ['copy', 'print', 'chooseTarget'].includes(what)) ||
  existsSync(join(folder, 'out.html'));

test('every call that takes an article, other than those that keep it, asks for an override', () => {
  const takers = Object.entries(calls).filter(
    ([name, { input }]) => 'shape' in input && 'article' in input.shape && !notLeaving.test(name),
  );
  expect(new Set(takers.map(([name]) => name))).toEqual(new Set(Object.keys(routes)));
  for (const [name, { input }] of takers)
    expect('shape' in input && 'override' in input.shape, name).toBe(true);
  // A batch takes files, not articles; the rest of `export:` lets nothing leave.
  const others = Object.keys(calls).filter(
    (name) => name.startsWith('export:') && !Object.hasOwn(routes, name),
  );
  expect(others).toEqual(['export:plan', 'export:batch', 'export:stop', 'export:reveal']);
});

describe('a batch', () => {
  const planned = async (files: 'all' | 'held' = 'all') => {
    const desk = await deskToLeave();
    const { articles } = await desk.application.library.open();
    await articles.create(someArticle());
    const { file } = await articles.create({ ...embargoed(), id: 'b'.repeat(32) });
    await articles.create({ ...killed(), id: 'c'.repeat(32) });
    const out = join(desk.folder, 'out');
    mkdirSync(out);
    desk.answers.path = out;
    const { call } = desk.window.connection;
    const plan = await call('export:plan', { files: files === 'all' ? null : [file], formats: ['text'] });
    return { ...desk, call, plan, out, file };
  };

  test('held articles are told before, and stay; nobody is asked by silence or a blank reason', async () => {
    for (const override of [null, '', ' \n']) {
      const { call, plan, out, records } = await planned();
      expect(plan?.held.map(({ message }) => message)).toEqual([
        expect.stringMatching(/embargoed until/u),
        expect.stringMatching(/killed/u),
      ]);
      expect(readdirSync(out)).toEqual([]);
      const done = await call('export:batch', { existing: 'replace', override });
      expect(done).toMatchObject({ files: 1, articles: 1, failed: [] });
      expect(done.held).toHaveLength(2);
      expect(readdirSync(out)).toEqual(['ferry-adds-a-late-boat.txt']);
      expect(existsSync(records)).toBe(false);
    }
  });

  test('one reason lets those leave that were named, each with a record of its own', async () => {
    const { call, records, out } = await planned();
    const done = await call('export:batch', { existing: 'replace', override: 'For the archive' });
    expect(done).toMatchObject({ files: 3, held: [] });
    expect(readdirSync(out)).toHaveLength(3);
    const kept = readdirSync(records).map((name) => readFileSync(join(records, name), 'utf8'));
    expect(kept.map((text) => JSON.parse(text) as unknown)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ article: 'b'.repeat(32), held: 'embargoed', reason: 'For the archive' }),
        expect.objectContaining({ article: 'c'.repeat(32), held: 'killed', route: 'export' }),
      ]),
    );
    expect(kept).toHaveLength(2);
    expect(await call('history:overrides', { id: 'b'.repeat(32) })).toEqual([
      {
        at: Date.UTC(2026, 5, 1, 12),
        who: 'Asha',
        route: 'export',
        format: 'text',
        held: 'embargoed',
        reason: 'For the archive',
      },
    ]);
  });

  test('a selection exports nothing else, and becomes a version', async () => {
    const { call, plan, out } = await planned('held');
    expect(plan).toMatchObject({ articles: 1, failed: [], existing: [] });
    await call('export:batch', { existing: 'replace', override: 'Agreed' });
    expect(readdirSync(out)).toHaveLength(1);
    const versions = await call('history:list', { id: 'b'.repeat(32) });
    expect(versions.map(({ reason }) => reason)).toContain('export');
    await expect(call('export:batch', { existing: 'replace', override: null })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  test('when an override cannot be recorded, that article stays and the others leave', async () => {
    const { call, out, records } = await planned();
    rmSync(records, { recursive: true, force: true });
    writeFileSync(records, 'in the way');
    const done = await call('export:batch', { existing: 'replace', override: 'Because' });
    expect(done.held.map(({ message }) => message)).toEqual([
      expect.stringContaining('could not be recorded'),
      expect.stringContaining('could not be recorded'),
    ]);
    expect(readdirSync(out)).toHaveLength(1);
  });

  test('it does not go into the library, and a cancelled dialog is no batch', async () => {
    const { call, root, answers } = await planned();
    answers.path = join(root, 'pages');
    await expect(call('export:plan', { files: null, formats: ['html'] })).rejects.toMatchObject({
      code: 'refused',
    });
    answers.path = null;
    expect(await call('export:plan', { files: null, formats: ['html'] })).toBe(null);
    await expect(call('export:plan', { files: null, formats: ['papyrus'] })).rejects.toMatchObject({
      code: 'bad-input',
    });
  });

  test('stopped by the window, it finishes the file in hand', async () => {
    const desk = await deskToLeave();
    const { articles } = await desk.application.library.open();
    for (const digit of ['a', 'b', 'c', 'd']) await articles.create(someArticle({ digit, headline: digit }));
    const out = join(desk.folder, 'out');
    mkdirSync(out);
    desk.answers.path = out;
    const { call, on } = desk.window.connection;
    await call('export:plan', { files: null, formats: ['text'] });
    on('export:progress', ({ done }) => (done === 1 ? void call('export:stop', null) : undefined));
    const done = await call('export:batch', { existing: 'replace', override: null });
    expect(done.files + done.left).toBe(4);
    expect(done.left).toBeGreaterThan(0);
    expect(readdirSync(out)).toHaveLength(done.files);
  });
});

describe.each(Object.entries(routes))('%s', (_, leave) => {
  test.each([
    ['embargoed', embargoed],
    ['killed', killed],
    ['scheduled', (): Article => ({ ...someArticle(), status: 'withheld' })],
  ])('an article that is %s does not leave, and nothing is asked', async (_kind, make) => {
    const desk = await deskToLeave();
    for (const override of [undefined, '', ' \n'])
      await expect(leave(desk, make(), override)).rejects.toMatchObject({
        code: 'held',
        message: expect.stringMatching(/^This article .* Nothing has left Copydesk\.$/u),
      });
    expect(leftBy(desk)).toBe(false);
    expect(existsSync(desk.records)).toBe(false);
  });

  test('it leaves for a reason, and who, when, why and how is recorded first', async () => {
    const desk = await deskToLeave();
    await leave(desk, embargoed(), ' The agency moved it. ');
    expect(leftBy(desk)).toBe(true);
    const [name = '', ...others] = readdirSync(desk.records);
    expect(others).toEqual([]);
    expect(name).toMatch(/^20260601T120000000Z-a{32}-[0-9a-f]{4}\.json$/u);
    expect(JSON.parse(readFileSync(join(desk.records, name), 'utf8'))).toMatchObject({
      article: 'a'.repeat(32),
      headline: 'Ferry adds a late boat',
      held: 'embargoed',
      embargo: '2026-06-02T09:00:00+02:00',
      reason: 'The agency moved it.',
      when: '2026-06-01T12:00:00.000Z',
      who: 'Asha',
      computer: 'Test Desk',
    });
  });

  test('when the override cannot be recorded, nothing leaves', async () => {
    const desk = await deskToLeave();
    rmSync(desk.records, { recursive: true, force: true });
    writeFileSync(desk.records, 'in the way');
    await expect(leave(desk, killed(), 'Because')).rejects.toMatchObject({
      code: 'held',
      message: expect.stringContaining('could not be recorded'),
    });
    expect(desk.asked.some(({ what }) => ['copy', 'print'].includes(what))).toBe(false);
    expect(existsSync(join(desk.folder, 'out.html'))).toBe(false);
  });

  test('an article that nothing holds leaves unasked and unrecorded', async () => {
    const desk = await deskToLeave();
    await leave(desk, { ...someArticle(), embargo: '2026-05-31T09:00:00Z' }, undefined);
    expect(leftBy(desk)).toBe(true);
    expect(existsSync(desk.records)).toBe(false);
  });
});
