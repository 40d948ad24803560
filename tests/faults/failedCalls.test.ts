import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { FileCall } from '../support/faultyFiles.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, scale, type Figure } from './figure.ts';

const errnos = ['EIO', 'ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EBUSY', 'EROFS', 'EMFILE', 'EINTR'];
const article = someArticle();
const [old, fresh] = ['The old text.', 'The new text.'];
const textOf = (bytes: Uint8Array): string | undefined => {
  const { article: read, readOnly } = readArticle(bytes);
  return readOnly === null ? read.body.lastChild?.textContent : undefined;
};

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

/** Every file of the library must be the old version or the new one, whole. */
function judgeFiles(figure: Figure, about: string, root: string): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/[^/]\.copydesk$/.test(name)) continue;
    const bytes = readFileSync(join(root, name));
    if (bytes.length === 0) figure.empty += 1;
    let text: string | undefined;
    try {
      text = textOf(bytes);
    } catch {
      // Counted below: neither the one nor the other.
    }
    if (text === old || text === fresh) continue;
    figure.torn += 1;
    problem(figure, `${about}: ${name} is neither old nor new`);
  }
}

async function strike(figure: Figure, call: FileCall | 'any', nth: number, times: number, fault: string) {
  const about = `${call} ${nth}, ${times === 1 ? 'once' : 'from then on'}: ${fault}`;
  const { root, userData, file, ports, save } = await setUp();
  ports.faulty.inject({ call, nth, times, fault });
  const failure = await save();
  figure.runs += 1;
  figure.faults += 1;
  judgeFiles(figure, about, root);
  const files = readdirSync(root);
  if (!files.includes(file)) figure.missing += 1;
  count(figure, failure === null ? 'saved' : 'told that it is not saved');
  if (failure !== null && !(failure instanceof CopydeskError))
    problem(figure, `${about}: ${messageOf(failure)}`);
  // The next start, on a disk that works again.
  const after = testPorts();
  const { articles, library } = await createLibrary(root, after);
  const journal = createJournal(after, userData, library.id);
  const { recovered } = await recoverDrafts(journal, library, articles);
  const now = (await articles.open(article.id)).article.body.lastChild?.textContent;
  const kept = now === fresh || recovered.some(({ draft }) => draft.body.lastChild?.textContent === fresh);
  const inWindow = failure instanceof CopydeskError && failure.message.includes('in this window only');
  if (failure === null && now !== fresh) figure.lost += 1;
  else if (!kept && !inWindow) {
    figure.lost += 1;
    problem(figure, `${about}: the text is nowhere, and nobody was told`);
  }
  if (!kept) count(figure, 'told that it is in the window only');
}

it('whichever call of a save fails, once or from then on: old or new, and told', async () => {
  const figure = newFigure('D5', 'the Nth call fails, for every N, once and from then on');
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
