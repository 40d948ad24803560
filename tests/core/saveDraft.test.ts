import { expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import type { Base } from '../../electron/core/versions.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

async function desk() {
  const ports = testPorts();
  const { articles, library } = await createLibrary(temporaryFolder(), ports);
  const journal = createJournal(ports, temporaryFolder(), library.id);
  let base: Base = null;
  let edit = 0;
  const save = async (text: string) => {
    edit += 1;
    const draft = rewritten(someArticle(), text);
    base = await saveDraft({ journal, articles }, draft, base, { session: 'one', edit });
    // The next call on a journal waits for the one before.
    await journal.discard(draft.id, 'none');
  };
  // The first saves make folders and the first version.
  for (const text of ['One.', 'Two.']) await save(text);
  return { ports, save };
}

it('asks the disk for three syncs and a rename in all, the journal’s own among them, in some twenty calls', async () => {
  const { ports, save } = await desk();
  const before = ports.faulty.calls().length;
  await save('Three.');
  const calls = ports.faulty.calls().slice(before);
  const counted = (name: string) => calls.filter((call) => call === name).length;
  expect([counted('sync'), counted('syncFolder'), counted('rename')]).toEqual([2, 1, 1]);
  expect(calls.length).toBeLessThanOrEqual(23);
});

it('is in the journal before the file is replaced, and cut from it afterwards', async () => {
  const { ports, save } = await desk();
  const before = ports.faulty.calls().length;
  await save('Three.');
  const calls = ports.faulty.calls().slice(before);
  const at = (name: string) => calls.indexOf(name as (typeof calls)[number]); // -1 for what is no call
  expect(calls.slice(0, at('rename')).filter((call) => call === 'sync')).toHaveLength(2);
  expect(at('cutTo')).toBeGreaterThan(at('syncFolder'));
});
