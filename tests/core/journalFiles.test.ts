import { appendFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { journalDesk, library } from '../support/journalDesk.ts';
import { someArticle } from '../support/someArticle.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();

async function typedTwice() {
  const made = journalDesk();
  await made.type('One', 1);
  await made.type('Two', 2);
  return made;
}

describe('cut', () => {
  it('forgets what the save covers, and keeps what was typed since', async () => {
    const { type, texts, journal, path } = journalDesk();
    await type('One', 1);
    await type('Two', 2);
    await type('Three', 3);
    await journal.cut(article.id, { session: 'one', edit: 2 });
    expect(await texts()).toEqual(['Three']);
    await journal.cut(article.id, { session: 'one', edit: 3 });
    expect(statSync(path).size).toBe(0);
    await journal.cut(article.id, { session: 'one', edit: 3 });
    await type('Four', 4);
    expect(await texts()).toEqual(['Four']);
  });

  it('leaves what another window, or a run before, has typed', async () => {
    const { type, texts, journal, path } = journalDesk();
    await type('Mine', 1, 'left');
    await type('Yours', 1, 'right');
    const { size } = statSync(path);
    await type('Yours', 2, 'right');
    await journal.cut(article.id, { session: 'left', edit: 9 });
    expect(await texts()).toEqual(['Yours']);
    // The newest draft alone is written anew.
    expect(statSync(path).size).toBeLessThan(size);
  });

  it('of everything syncs nothing, nor does the next draft’s name: a run that was cut short is met at the next start', async () => {
    const { type, texts, journal, ports } = await typedTwice();
    let seen = ports.faulty.calls().length;
    const calls = () => {
      const since = ports.faulty.calls().slice(seen);
      seen += since.length;
      return since.join(' ');
    };
    await journal.cut(article.id, { session: 'one', edit: 2 });
    expect(calls()).toBe('append size cutTo close');
    await type('Three', 3);
    expect(calls()).toBe('stat append write size sync close');
    await journal.cut(article.id, { session: 'one', edit: 3 });
    await journal.cut(article.id, { session: 'one', edit: 3 });
    expect(calls()).toBe('append size cutTo close');
    expect(await texts()).toEqual([]);
  });

  it('of what a run before has typed looks first, and empties the journal too', async () => {
    const { userData, path } = await typedTwice();
    const journal = createJournal(testPorts(), userData, library);
    await journal.cut(article.id, { session: 'one', edit: 1 });
    expect(statSync(path).size).toBeGreaterThan(0);
    await journal.cut(article.id, { session: 'one', edit: 2 });
    expect(statSync(path).size).toBe(0);
  });

  it('leaves what another program has added, and looks', async () => {
    const { journal, path, texts, folders } = await typedTwice();
    appendFileSync(path, 'foreign');
    await journal.cut(article.id, { session: 'one', edit: 2 });
    expect(await texts()).toEqual([]);
    expect(readdirSync(folders.quarantine)).toHaveLength(1);
  });

  it('a journal that somebody removed after it has its name synced anew', async () => {
    const { type, texts, journal, ports, path } = await typedTwice();
    await journal.cut(article.id, { session: 'one', edit: 2 });
    rmSync(path);
    await type('Three', 3);
    expect(ports.faulty.calls().at(-1)).toBe('syncFolder');
    rmSync(path);
    await journal.cut(article.id, { session: 'one', edit: 3 });
    await type('Four', 4);
    expect(ports.faulty.calls().at(-1)).toBe('syncFolder');
    expect(await texts()).toEqual(['Four']);
  });

  it('an empty journal is removed by the next start', async () => {
    const { journal, userData, folders, type, texts } = await typedTwice();
    await journal.cut(article.id, { session: 'one', edit: 2 });
    expect(await createJournal(testPorts(), userData, library).readAll()).toEqual({
      files: [],
      problems: [],
    });
    expect(readdirSync(folders.own)).toEqual([]);
    await type('Three', 3);
    expect(await texts()).toEqual(['Three']);
  });

  it('of a journal that failed is synced: an older draft must not come back', async () => {
    const { journal, type, ports, path } = await typedTwice();
    await journal.cut(article.id, { session: 'one', edit: 2 });
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
    await expect(type('Three', 3)).rejects.toMatchObject({ code: 'disk-full' });
    await journal.cut(article.id, { session: 'one', edit: 3 });
    expect(ports.faulty.calls().slice(-2)).toEqual(['remove', 'syncFolder']);
    expect(existsSync(path)).toBe(false);
  });

  const cuts = [
    { of: 'one window of two', session: 'left', edit: 1, before: ['Mine', 'Yours'], least: ['Yours'] },
    { of: 'everything', session: 'left', edit: 1, before: ['Mine'], least: [] },
  ];
  it.each(cuts)('of $of, whichever call fails: what is not covered is still there', async (wanted) => {
    const { session, edit, before, least } = wanted;
    const sessions = ['left', 'right'];
    const typed = async () => {
      const made = journalDesk();
      for (const [index, text] of before.entries()) await made.type(text, 1, sessions[index]);
      return made;
    };
    const { journal: sound, ports: counting } = await typed();
    const already = counting.faulty.calls().length;
    await sound.cut(article.id, { session, edit });
    const calls = counting.faulty.calls().length - already;
    expect(calls).toBeGreaterThanOrEqual(4);
    for (let nth = 1; nth <= calls; nth += 1) {
      const { type, texts, journal, ports } = await typed();
      ports.faulty.inject({ call: 'any', nth, fault: 'EIO' });
      await journal.cut(article.id, { session, edit }).catch(() => undefined);
      expect([before, least], `call ${nth}`).toContainEqual(await texts());
      await type('Three', 3, 'right');
      await type('Four', 4, 'left');
      expect((await texts()).toSorted(), `call ${nth}`).toEqual(['Four', 'Three']);
    }
  });
});
