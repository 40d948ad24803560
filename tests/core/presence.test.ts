import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLosses, createPresence } from '../../electron/core/presence.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { storeDesk } from '../support/storeDesk.ts';

const some = (count: number) => Array.from({ length: count }, (_, index) => `article ${index}`);

it('one that goes is gone; two of three are asked about', () => {
  const presence = createPresence();
  presence.see(some(3));
  presence.see(some(2));
  expect(presence.vanished()).toBeNull();
  presence.see([]);
  expect(presence.vanished()).toEqual({ gone: 2, of: 2 });
});

it('more than a tenth, or more than twenty, are asked about', () => {
  for (const [of, left, asked] of [
    [100, 90, false],
    [100, 89, true],
    [1000, 980, false],
    [1000, 979, true],
  ] as const) {
    const presence = createPresence();
    presence.see(some(of));
    presence.see(some(left));
    expect([of, left, presence.vanished()]).toEqual([of, left, asked ? { gone: of - left, of } : null]);
  }
});

it('the question stands until they are back, or a person accepts it, whatever comes meanwhile', () => {
  const presence = createPresence();
  presence.see(some(30));
  presence.see(['new']);
  presence.see(['new', 'newer']);
  expect(presence.vanished()).toEqual({ gone: 30, of: 32 });
  presence.see([...some(30), 'new', 'newer']);
  expect(presence.vanished()).toBeNull();
  presence.see([]);
  presence.accept();
  expect(presence.vanished()).toBeNull();
});

it('who hears of each loss asks about the same as who sees everything', () => {
  const articles = some(12);
  const steps = fc.array(fc.uniqueArray(fc.constantFrom(...articles)), { maxLength: 8 });
  fc.assert(
    fc.property(steps, (looks) => {
      const presence = createPresence();
      const losses = createLosses();
      let before: readonly string[] = articles;
      presence.see(before);
      for (const now of looks) {
        for (const one of before.filter((article) => !now.includes(article))) losses.gone(one);
        for (const one of now.filter((article) => !before.includes(article))) losses.back(one);
        presence.see(now);
        expect(losses.judge(now.length)).toEqual(presence.vanished());
        before = now;
      }
    }),
  );
});

it('what Copydesk moves away itself is no loss, whichever is heard first', () => {
  const losses = createLosses();
  for (const one of some(3)) losses.forget(one);
  for (const one of some(3)) losses.gone(one);
  expect(losses.judge(2)).toBeNull();
  for (const one of some(3)) losses.gone(one);
  expect(losses.judge(2)).toEqual({ gone: 3, of: 5 });
  for (const one of some(3)) losses.forget(one);
  expect(losses.judge(2)).toBeNull();
});

async function emptied() {
  const desk = await storeDesk();
  for (const digit of 'bcdef') await desk.articles.create(someArticle({ digit }));
  const article = someArticle();
  const base = await desk.articles.save(article, null);
  await desk.articles.list();
  const away = join(desk.root, 'away');
  mkdirSync(away);
  for (const name of desk.names().filter((one) => one.endsWith('.copydesk')))
    renameSync(join(desk.root, name), join(away, name));
  const written = () => desk.names().filter((one) => one.endsWith('.copydesk'));
  return { ...desk, article, base, away, written };
}

it('an article that is gone with all others is not written anew until a person says so', async () => {
  const { articles, article, base, written } = await emptied();
  const draft = rewritten(article, 'Typed since.');
  await expect(articles.save(draft, base)).rejects.toMatchObject({ code: 'library-missing' });
  expect(await articles.list()).toEqual([]);
  expect(articles.vanished()).toEqual({ gone: 6, of: 6 });
  expect(written()).toEqual([]);
  // A new article is nobody's.
  await articles.create({ language: 'en' });
  articles.acceptVanished();
  await articles.save(draft, base);
  expect(written()).toHaveLength(2);
});

it('it is saved when they are back', async () => {
  const { articles, article, base, away, root, written } = await emptied();
  const draft = rewritten(article, 'Typed since.');
  await expect(articles.save(draft, base)).rejects.toThrow('Nothing was written');
  for (const name of readdirSync(away)) renameSync(join(away, name), join(root, name));
  await articles.save(draft, base);
  expect(written()).toHaveLength(6);
  await articles.list();
  expect(articles.vanished()).toBeNull();
});

it('what Copydesk itself moves to the trash is not missed', async () => {
  const { articles } = await storeDesk();
  for (const digit of 'bcdef') await articles.create(someArticle({ digit }));
  await articles.list();
  for (const digit of 'bcde') await articles.trash(digit.repeat(32));
  await articles.list();
  expect(articles.vanished()).toBeNull();
});
