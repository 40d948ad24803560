import { expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf } from './figure.ts';

const article = someArticle();
const codes = ['EPERM', 'EACCES', 'EBUSY'];

/** Saves while every rename over an article is refused for so long, by a clock that a pause moves; null for success. */
async function saveThrough(code: string, milliseconds: number) {
  const [root, userData] = [temporaryFolder(), temporaryFolder()];
  const real = testPorts();
  const first = await createLibrary(root, real);
  const base = await first.articles.save(rewritten(article, 'Before.'), null);
  const end = real.clock.elapsed() + milliseconds;
  let refused = 0;
  const ports: Ports = {
    ...real,
    files: {
      ...real.files,
      rename: async (from, to) => {
        if (!to.endsWith('.copydesk') || real.clock.elapsed() >= end) return real.files.rename(from, to);
        refused += 1;
        throw Object.assign(new Error(`${code}: held by another program`), { code });
      },
    },
  };
  const { articles, library } = await createLibrary(root, ports);
  const journal = createJournal(ports, userData, library.id);
  const failure = await saveDraft({ journal, articles }, rewritten(article, 'After.'), base, {
    session: 'one',
    edit: 1,
  }).then(
    () => null,
    (error: unknown) => error,
  );
  const opened = await first.articles.open(article.id);
  const { recovered } = await recoverDrafts(journal, library, first.articles);
  const texts = recovered.map(({ draft }) => draft.body.lastChild?.textContent);
  return { failure, refused, text: opened.article.body.lastChild?.textContent, recovered: texts };
}

it('a rename refused for 5 s is waited for; for 60 s it is told, and the journal has the text', async () => {
  const figure = newFigure('D6', 'rename refused for up to 5 s, and for 60 s (a clock that pauses move)');
  const random = randomOf(figure.seed);
  const times = runsOf(10, 100);
  for (const code of codes)
    for (let time = 0; time < times; time += 1) {
      const short = time === 0 ? 5_000 : Math.floor(random() * 5_000);
      const soon = await saveThrough(code, short);
      const late = await saveThrough(code, 60_000);
      figure.runs += 2;
      figure.faults += soon.refused + late.refused;
      if (soon.failure !== null) problem(figure, `${code} for ${short} ms: ${messageOf(soon.failure)}`);
      if (soon.failure === null && soon.text !== 'After.') figure.lost += 1;
      if (soon.failure === null) count(figure, 'saved after the wait');
      if (late.text !== 'Before.') figure.torn += 1;
      if (!late.recovered.includes('After.')) figure.lost += 1;
      if (!(late.failure instanceof CopydeskError)) problem(figure, `${code} for 60 s: nobody was told`);
      else count(figure, 'told, and in the journal');
    }
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts).toEqual({
    'saved after the wait': figure.runs / 2,
    'told, and in the journal': figure.runs / 2,
  });
});
