import { readFileSync, writeFileSync, appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lookAtAllJournals, lookAtJournal, lookPutAside } from '../../electron/core/journalLook.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { folderState } from '../support/folderState.ts';
import { journalDesk, library, textIn } from '../support/journalDesk.ts';
import { someArticle } from '../support/someArticle.ts';

const textsOf = ({ journals }: Awaited<ReturnType<typeof lookAtJournal>>) =>
  journals.flatMap(({ records }) => records.map(textIn));

it('finds the newest record of each session, and leaves the journal as it is', async () => {
  const { type, userData } = journalDesk();
  await type('One', 1);
  await type('Two', 2);
  await type('Other', 1, 'two');
  const before = folderState(userData);
  const look = await lookAtJournal(nodePorts, userData, library);
  expect(textsOf(look)).toEqual(['Two', 'Other']);
  expect(look).toMatchObject({ problems: [], journals: [{ id: someArticle().id, damaged: false }] });
  expect(textsOf(await lookAtAllJournals(nodePorts, userData))).toEqual(['Two', 'Other']);
  expect(folderState(userData)).toEqual(before);
});

it('gives the whole records of a damaged journal, says that it is damaged, and puts nothing aside', async () => {
  const { type, userData, path } = journalDesk();
  await type('One', 1);
  appendFileSync(path, '\ncopydesk-journal 1 torn 9 4000\n{"library":"');
  const before = folderState(userData);
  const look = await lookAtJournal(nodePorts, userData, library);
  expect(textsOf(look)).toEqual(['One']);
  expect(look.journals).toMatchObject([{ path, damaged: true }]);
  expect(folderState(userData)).toEqual(before);
});

it('takes a record that is being written for no damage', async () => {
  const { type, userData, path } = journalDesk();
  await type('One', 1);
  await type('Two', 2);
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, -20));
  const written = {
    ...nodePorts,
    clock: { ...nodePorts.clock, sleep: async () => writeFileSync(path, whole) },
  };
  const look = await lookAtJournal(written, userData, library);
  expect(textsOf(look)).toEqual(['Two']);
  expect(look.journals[0]?.damaged).toBe(false);
});

it('finds what was discarded, and where there is nothing, nothing', async () => {
  const { type, userData, journal } = journalDesk();
  expect(await lookAtAllJournals(nodePorts, userData)).toEqual({ journals: [], problems: [] });
  await type('Not wanted', 1);
  await journal.discard(someArticle().id, 'one');
  expect(textsOf(await lookAtAllJournals(nodePorts, userData))).toEqual([]);
  expect(textsOf(await lookPutAside(nodePorts, userData))).toEqual(['Not wanted']);
});

it('tells of a journal that cannot be read, and reads the others', async () => {
  const { type, userData, folders } = journalDesk();
  await type('One', 1);
  mkdirSync(join(folders.own, `${'b'.repeat(32)}.journal`));
  const look = await lookAtJournal(nodePorts, userData, library);
  expect(textsOf(look)).toEqual(['One']);
  expect(look.problems).toMatchObject([{ code: 'refused' }]);
});
