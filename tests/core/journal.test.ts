import { mkdirSync, readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { journalFolders } from '../../electron/core/journalFiles.ts';
import { readRecord } from '../../electron/core/journalRecord.ts';
import { journalDesk, library, textIn } from '../support/journalDesk.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();
const draft = (text: string) => rewritten(article, text);

describe('what is typed', () => {
  it('is on the disk when the call resolves, readable for its owner only', async () => {
    const { type, texts, path } = journalDesk();
    await type('One', 1);
    expect(await texts()).toEqual(['One']);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await type('Two', 2);
    expect(await texts()).toEqual(['Two']);
  });

  it('is synced before it is promised, and a new journal’s name too', async () => {
    const { type, ports } = journalDesk();
    await type('One', 1);
    const calls = ports.faulty.calls().join(' ');
    expect(calls).toMatch(/append write size sync close syncFolder$/);
    await type('Two', 2);
    expect(ports.faulty.calls().join(' ').slice(calls.length)).toBe(' stat append write size sync close');
  });

  it('is written once per edit', async () => {
    const { type, ports } = journalDesk();
    await type('One', 1);
    const calls = ports.faulty.calls().length;
    await type('One', 1);
    expect(ports.faulty.calls()).toHaveLength(calls);
  });

  it('is kept for each window of an article', async () => {
    const { type, texts } = journalDesk();
    await type('Mine', 4, 'left');
    await type('Yours', 2, 'right');
    expect(await texts()).toEqual(['Mine', 'Yours']);
  });

  it('that cannot be saved for a long time does not fill the disk', async () => {
    const { journal, path, texts } = journalDesk();
    const long = 'x'.repeat(3_000_000);
    for (let edit = 1; edit <= 12; edit += 1)
      await journal.append(draft(`${edit} ${long}`), { session: 'one', edit, base: null });
    expect(statSync(path).size).toBeLessThan(25_000_000);
    expect((await texts())[0]?.slice(0, 3)).toBe('12 ');
  });
});

describe('a disk that fails', () => {
  it('whichever call of an append fails: it is told, what was journalled stays, and the next edit is kept', async () => {
    for (const fault of ['ENOSPC', 'EIO', 'EACCES'])
      for (let nth = 1; nth <= 6; nth += 1) {
        const { type, texts, ports } = journalDesk();
        await type('One', 1);
        ports.faulty.inject({ call: 'any', nth, fault });
        const failed = await type('Two', 2).catch((error: unknown) => error);
        const about = `call ${nth}: ${fault}`;
        expect(failed, about).toMatchObject({ message: expect.stringMatching(/Go on typing/) });
        expect(['One', 'Two'], about).toContain((await texts())[0]);
        await type('Three', 3);
        expect(await texts(), about).toEqual(['Three']);
      }
  });

  it('a full disk takes a part: the earlier draft counts, and once there is room the newest is kept', async () => {
    const { type, texts, ports, journal, folders } = journalDesk();
    await type('One', 1);
    ports.faulty.inject({ call: 'write', fault: 40 });
    ports.faulty.inject({ call: 'write', nth: 2, times: 9, fault: 'ENOSPC' });
    for (let edit = 2; edit < 6; edit += 1)
      await expect(type(`Edit ${edit}`, edit)).rejects.toMatchObject({ code: 'disk-full' });
    const { files } = await journal.readAll();
    expect(files[0]?.records.map(textIn)).toEqual(['One']);
    for (let edit = 6; ; edit += 1)
      if (
        await type(`Edit ${edit}`, edit).then(
          () => true,
          () => false,
        )
      )
        break;
    expect((await texts())[0]).toMatch(/^Edit \d+$/);
    expect(readdirSync(folders.own)).toEqual([`${article.id}.journal`]);
  });

  it('gives back what a full disk took of a record, and writes the next one once', async () => {
    const { type, ports, path, texts } = journalDesk();
    await type('One', 1);
    const { size } = statSync(path);
    ports.faulty.inject({ call: 'write', fault: 40 });
    ports.faulty.inject({ call: 'write', nth: 2, fault: 'ENOSPC' });
    await expect(type('Two', 2)).rejects.toMatchObject({ code: 'disk-full' });
    expect(statSync(path).size).toBe(size);
    expect(await texts()).toEqual(['One']);
    await type('Six', 3);
    expect(statSync(path).size).toBe(size);
    expect(await texts()).toEqual(['Six']);
  });

  it('keeps what another window has typed when it writes the journal anew', async () => {
    const { type, ports, texts } = journalDesk();
    await type('Mine', 1, 'left');
    await type('Yours', 1, 'right');
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
    await expect(type('Ours', 2, 'left')).rejects.toMatchObject({ code: 'disk-full' });
    await type('Theirs', 3, 'left');
    expect(await texts()).toEqual(['Yours', 'Theirs']);
  });

  it('never syncs a file again after a sync that failed', async () => {
    const { type, ports, path } = journalDesk();
    await type('One', 1);
    const inode = statSync(path).ino;
    ports.faulty.inject({ call: 'sync', fault: 'EIO' });
    await expect(type('Two', 2)).rejects.toMatchObject({ code: 'write-failed' });
    await type('Three', 3);
    expect(statSync(path).ino).not.toBe(inode);
  });
});

it('an id that is no id is no path', async () => {
  const { journal } = journalDesk();
  const mark = { session: 'one', edit: 1, base: null };
  await expect(journal.append({ ...article, id: '../../x' }, mark)).rejects.toMatchObject({
    code: 'bad-input',
  });
  await expect(journal.append(article, { ...mark, session: 'a b' })).rejects.toMatchObject({
    code: 'bad-input',
  });
  expect(journalFolders('/data', '../../etc').own).toMatch(/^\/data\/journal\/[0-9a-f]{32}$/);
});

it('a journal of another library, moved here, is not ours', async () => {
  const { type, path, userData } = journalDesk();
  await type('One', 1);
  const other = journalFolders(userData, '0'.repeat(32));
  mkdirSync(other.own, { recursive: true });
  renameSync(path, join(other.own, `${article.id}.journal`));
  const { files } = await createJournal(testPorts(), userData, '0'.repeat(32)).readAll();
  expect(files.flatMap(({ records }) => records.map((record) => readRecord(record).library))).toEqual([
    library,
  ]);
});
