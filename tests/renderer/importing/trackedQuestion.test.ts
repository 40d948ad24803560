import { expect, it } from 'vitest';
import { CopydeskError } from '../../../shared/error.ts';
import { askTracked, trackedQuestion } from '../../../renderer/importing/trackedQuestion.ts';
import { createServices } from '../../../renderer/window/services.ts';
import { createFakeClock, settle } from '../../support/fakeClock.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';

const waiting = (...names: readonly string[]) =>
  names.map((name, chosen) => ({ name, source: () => Promise.resolve({ chosen }) }));

const one = { insertions: 1, deletions: 2, moves: 0, authors: ['Sub'] };

function windowThat(look: (chosen: number) => typeof one | null) {
  const connection = createFakeConnection({
    'import:look': (source) => look('chosen' in source ? source.chosen : -1),
    'import:stop': () => null,
  });
  return { connection, services: createServices(connection, createFakeClock()) };
}

it('asks nothing where no document holds tracked changes, and looks into Word documents only', async () => {
  const { services, connection } = windowThat(() => null);
  expect(await askTracked(services, waiting('a.txt', 'b.DOCX', 'c.html'))).toBe('none');
  expect(connection.sent.map(({ name, input }) => [name, input])).toEqual([['import:look', { chosen: 1 }]]);
});

it('asks once, about the changes of all documents together', async () => {
  const { services } = windowThat((chosen) => (chosen === 1 ? null : one));
  const answer = askTracked(services, waiting('a.docx', 'b.docx', 'c.docx'));
  await settle();
  const asked = trackedQuestion.get();
  expect(asked).toMatchObject({
    kind: 'asking',
    names: ['a.docx', 'c.docx'],
    changes: { insertions: 2, deletions: 4, authors: ['Sub'] },
  });
  if (asked?.kind === 'asking') asked.answer('reject');
  expect(await answer).toBe('reject');
  expect(trackedQuestion.get()).toBeNull();
});

it('leaves a file that cannot be looked into to the import, which says why', async () => {
  const { services } = windowThat(() => {
    throw new CopydeskError('refused', '“a.docx” was not read');
  });
  expect(await askTracked(services, waiting('a.docx'))).toBe('none');
});

it('stops looking when it is called off, and answers so', async () => {
  const { services, connection } = windowThat(() => null);
  const answer = askTracked(services, waiting('a.docx', 'b.docx'));
  const looking = trackedQuestion.get();
  expect(looking).toMatchObject({ kind: 'looking', done: 0, of: 2 });
  if (looking?.kind === 'looking') looking.cancel();
  expect(await answer).toBeNull();
  expect(connection.sent.map(({ name }) => name)).toEqual(['import:stop', 'import:look']);
});
