import { expect, onTestFinished, test } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { someArticle } from '../support/someArticle.ts';

async function deskWithThree() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  onTestFinished(() => desk.application.index.stop());
  onTestFinished(() => desk.application.library.stop());
  const { call } = desk.openWindow().connection;
  const files: string[] = [];
  for (const digit of 'abc')
    files.push((await call('article:create', { article: articleToJson(someArticle({ digit })) })).file);
  const { articles } = await desk.application.library.open();
  return { ...desk, call, files, articles };
}

test('several articles go to the trash and come back, and one that is gone does not hold up the others', async () => {
  const { call, files, articles } = await deskWithThree();
  const { done, failed } = await call('article:several', {
    deed: 'trash',
    files: ['gone.copydesk', ...files],
  });
  expect(failed).toMatchObject([{ file: 'gone.copydesk', message: expect.stringContaining('no article') }]);
  expect(done).toHaveLength(3);
  expect(await articles.names()).toEqual([]);
  const back = await call('article:several', { deed: 'restore', files: done });
  expect(back).toEqual({ done: files, failed: [] });
  expect([...(await articles.names())].toSorted()).toEqual(files.toSorted());
});

test('copies of several are articles of their own', async () => {
  const { call, files, articles } = await deskWithThree();
  const { done } = await call('article:several', { deed: 'duplicate', files: files.slice(1) });
  expect(done).toHaveLength(2);
  expect(new Set((await articles.list()).map(({ id }) => id)).size).toBe(5);
});

test('each is opened in a window of its own, a dozen at most', async () => {
  const { call, files, asked } = await deskWithThree();
  await call('article:several', { deed: 'open', files });
  expect(asked.filter(({ what }) => what === 'openWindow').map(({ value }) => value)).toEqual(
    ['a', 'b', 'c'].map((digit) => digit.repeat(32)),
  );
  const many = Array.from({ length: 13 }, () => files[0] ?? '');
  await expect(call('article:several', { deed: 'open', files: many })).rejects.toMatchObject({
    code: 'refused',
  });
});
