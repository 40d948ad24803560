import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { FileCall } from '../support/faultyFiles.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { errnos } from './errnos.ts';
import { count, harm, newFigure, none, report, scale, type Figure } from './figure.ts';
import { judgeSave } from './judgeSave.ts';

const article = someArticle();
const [old, fresh] = ['The old text.', 'The new text.'];

/** A library with an article of another run, and its next save by this one, through the journal. */
async function setUp() {
  const [root, userData] = [temporaryFolder(), temporaryFolder()];
  const before = await createLibrary(root, testPorts());
  const { file } = await before.articles.save(rewritten(article, old), null);
  const ports = testPorts();
  const { articles, library } = await createLibrary(root, ports);
  const journal = createJournal(ports, userData, library.id);
  const base = await articles.open(article.id);
  const begun = ports.faulty.calls().length;
  const save = () =>
    saveDraft(
      { journal, articles },
      rewritten(article, fresh),
      base,
      { session: 'one', edit: 1 },
      {
        reason: 'manual',
      },
    ).then(
      () => null,
      (error: unknown) => error,
    );
  return { root, userData, file, ports, save, calls: () => ports.faulty.calls().slice(begun) };
}

async function strike(figure: Figure, call: FileCall | 'any', nth: number, times: number, fault: string) {
  const about = `${call} ${nth}, ${times === 1 ? 'once' : 'from then on'}: ${fault}`;
  const { root, userData, file, ports, save } = await setUp();
  ports.faulty.inject({ call, nth, times, fault });
  const failure = await save();
  figure.runs += 1;
  figure.faults += 1;
  if (!readdirSync(root).includes(file)) figure.missing += 1;
  const told =
    failure === null ? null : { message: messageOf(failure), ours: failure instanceof CopydeskError };
  await judgeSave(figure, about, { root, userData, id: article.id, old, fresh }, told);
}

it('whichever call of a save fails, once or from then on: old or new, and told', async () => {
  const figure = newFigure('D5 port', 'the Nth call fails, for every N, once and from then on');
  const sound = await setUp();
  expect(await sound.save()).toBeNull();
  const calls = sound.calls();
  expect(calls.length).toBeGreaterThan(30);
  // The quick tier has three errors of three kinds; the full tier all.
  const faults = scale === null ? ['EIO', 'ENOSPC', 'EACCES'] : errnos;
  for (const fault of faults)
    for (let nth = 1; nth <= calls.length; nth += 1) {
      await strike(figure, 'any', nth, 1, fault);
      await strike(figure, 'any', nth, Infinity, fault);
    }
  // A kind of call that fails for good while the others work.
  for (const fault of faults)
    for (const call of new Set(calls))
      for (let nth = 1; nth <= calls.filter((one) => one === call).length; nth += 1)
        await strike(figure, call, nth, Infinity, fault);
  count(figure, 'calls of one save', calls.length);
  report(figure);
  expect(harm(figure)).toEqual(none);
});
