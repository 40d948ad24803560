import { expect, it } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { article, historyDesk } from '../support/historyDesk.ts';
import { rewritten } from '../support/someArticle.ts';

const { id } = article;

it('asked for again without an edit, a version saved by hand is there already', async () => {
  const { articles, kept } = await historyDesk();
  await articles.save(article, null, { reason: 'manual' });
  for (let again = 0; again < 3; again += 1) await articles.keepVersion(id, 'manual');
  expect(await kept()).toEqual(['1 manual']);
});

it.each(['import', 'restore', 'recovered'] as const)('so is one of the reason %s', async (reason) => {
  const { articles, kept } = await historyDesk();
  await articles.save(article, null, { reason });
  await articles.keepVersion(id, 'manual');
  expect(await kept()).toEqual([`1 ${reason}`]);
});

it('an article just opened becomes a version when it is saved by hand; one that nobody asked for does not suffice', async () => {
  const { articles, kept, ports } = await historyDesk();
  const one = await articles.save(article, null);
  await articles.keepVersion(id, 'manual');
  expect(await kept()).toEqual(['1 manual']);
  ports.clock.pass(6 * 60 * 1000);
  await articles.save(rewritten(article, 'Two'), one);
  expect(await kept()).toEqual(['2 autosave', '1 manual']);
  await articles.keepVersion(id, 'manual');
  // That one would be thinned; this one stays.
  expect((await kept()).toSorted()).toEqual(['1 manual', '2 autosave', '2 manual']);
});

it('the window is told whether it is there already', async () => {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  const { connection } = desk.openWindow();
  await connection.call('article:create', { article: articleToJson(article) });
  const keep = () => connection.call('history:keep', { id, reason: 'manual' });
  expect([await keep(), await keep()]).toEqual([{ kept: 'new' }, { kept: 'already' }]);
});
