import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { scanJournal } from '../../electron/core/journalRecord.ts';
import { isSpent, tidyJournal } from '../../electron/core/journalTidy.ts';
import { journalDesk, library, textIn } from '../support/journalDesk.ts';
import { someArticle } from '../support/someArticle.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();

describe('damage', () => {
  it('a torn end: the whole drafts count, and the file is kept aside', async () => {
    const { type, texts, path, journal, folders } = journalDesk();
    await type('One', 1);
    await type('Two', 2);
    truncateSync(path, statSync(path).size - 10);
    const damaged = readFileSync(path);
    const { files } = await journal.readAll();
    expect(files[0]?.records.map(textIn)).toEqual(['One']);
    const [kept = ''] = readdirSync(folders.quarantine);
    expect(files[0]?.quarantined).toBe(join(folders.quarantine, kept));
    expect(readFileSync(join(folders.quarantine, kept))).toEqual(damaged);
    expect(await texts()).toEqual(['One']);
    expect(readdirSync(folders.quarantine)).toHaveLength(1);
  });

  it.each([
    ['zeros', Buffer.alloc(4_096)],
    ['another program’s text', Buffer.from('[]')],
  ])('%s: kept aside, and nothing is offered', async (_, bytes) => {
    const { journal, path, folders } = journalDesk();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    const { files, problems } = await journal.readAll();
    expect([files[0]?.records, problems]).toEqual([[], []]);
    expect(readdirSync(folders.quarantine)).toHaveLength(1);
    expect(readdirSync(folders.own)).toEqual([]);
  });

  it('an empty journal is no draft, and no damage', async () => {
    const { journal, path, folders, type, texts } = journalDesk();
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '');
    expect((await journal.readAll()).files).toEqual([]);
    expect(existsSync(folders.quarantine)).toBe(false);
    await type('One', 1);
    expect(await texts()).toEqual(['One']);
  });

  it('that cannot be put aside keeps nobody from the drafts', async () => {
    const { type, path, userData } = journalDesk();
    await type('One', 1);
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from('torn')]));
    const ports = testPorts();
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC', times: 9 });
    const { files, problems } = await createJournal(ports, userData, library).readAll();
    expect(files[0]?.records.map(textIn)).toEqual(['One']);
    expect(problems).toMatchObject([{ code: 'disk-full' }]);
    expect(readFileSync(path, 'utf8')).toMatch(/torn$/);
  });

  it('one journal that cannot be read hides no other', async () => {
    const { journal, userData, type } = journalDesk();
    await type('One', 1);
    await journal.append(someArticle({ digit: 'b' }), { session: 'one', edit: 1, base: null });
    const ports = testPorts();
    ports.faulty.inject({ call: 'read', fault: 'EIO' });
    const { files, problems } = await createJournal(ports, userData, library).readAll();
    expect(files.map(({ id }) => id)).toEqual(['b'.repeat(32)]);
    expect(problems).toHaveLength(1);
  });
});

describe('discarded drafts', () => {
  it('are kept aside, and what another window typed stays', async () => {
    const { type, journal, texts, folders } = journalDesk();
    await type('Mine', 1, 'left');
    await type('Yours', 1, 'right');
    await journal.discard(article.id, 'left');
    expect(await texts()).toEqual(['Yours']);
    const [name = ''] = readdirSync(folders.discarded);
    expect(scanJournal(readFileSync(join(folders.discarded, name))).records.map(textIn)).toEqual(['Mine']);
    await journal.discard(article.id, 'left');
    expect(readdirSync(folders.discarded)).toHaveLength(1);
  });

  it('stay in the journal when they cannot be kept aside', async () => {
    const { type, journal, texts, ports } = journalDesk();
    await type('Mine', 1);
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
    await expect(journal.discard(article.id, 'one')).rejects.toMatchObject({ code: 'disk-full' });
    expect(await texts()).toEqual(['Mine']);
  });

  it('go after 90 days, and never by a clock that is wrong', async () => {
    const day = 24 * 60 * 60 * 1000;
    const then = Date.UTC(2026, 0, 1);
    expect([89, 91, 700].map((days) => isSpent(then, then, then + days * day))).toEqual([false, true, true]);
    expect(isSpent(then, then + 10 * day, then + 95 * day)).toBe(false);
    for (const wrong of [Date.UTC(1990, 0), Date.UTC(2099, 0), then - 3_600_000])
      expect(isSpent(then, then, wrong)).toBe(false);
    const { type, journal, ports, userData, folders } = journalDesk();
    ports.clock.set(Date.now());
    await type('Mine', 1);
    await journal.discard(article.id, 'one');
    expect(await tidyJournal(ports, userData, library)).toEqual([]);
    ports.clock.set(Date.now() + 100 * day);
    expect(await tidyJournal(ports, userData, library)).toHaveLength(1);
    expect(readdirSync(folders.discarded)).toEqual([]);
  });
});
