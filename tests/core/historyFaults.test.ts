import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { temporaryPattern } from '../../electron/core/atomicWrite.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();

/** Every article file of a library, in the folder itself and in its history. */
const filesIn = (root: string): readonly string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /[^/]\.copydesk$/.test(name));

/** A library whose article was saved by another run, and how often a manual save over it calls the disk. */
async function setUp() {
  const root = temporaryFolder();
  const before = await createLibrary(root, testPorts());
  await before.articles.save(rewritten(article, 'The old text.'), null);
  const ports = testPorts();
  const { articles, history } = await createLibrary(root, ports);
  const base = await articles.open(article.id);
  const start = ports.faulty.calls().length;
  const save = (text: string, on = base) => articles.save(rewritten(article, text), on, { reason: 'manual' });
  return { root, ports, articles, history, save, calls: () => ports.faulty.calls().length - start };
}

it('whichever call of a save with its versions fails: nothing is torn, and the next save has its version', async () => {
  const sound = await setUp();
  await sound.save('The new text.');
  const calls = sound.calls();
  expect(calls).toBeGreaterThan(30);
  for (const fault of ['ENOSPC', 'EIO'])
    for (let nth = 1; nth <= calls; nth += 1) {
      const { root, ports, articles, history, save } = await setUp();
      const about = `call ${nth}: ${fault}`;
      ports.faulty.inject({ call: 'any', nth, fault });
      const result = await save('The new text.').then(
        () => 'saved',
        () => 'failed',
      );
      const read = () => filesIn(root).map((name) => readArticle(readFileSync(join(root, name))));
      for (const { readOnly } of read()) expect(readOnly, about).toBeNull();
      const now = await articles.open(article.id);
      const text = now.article.body.lastChild?.textContent;
      expect(result === 'saved' ? ['The new text.'] : ['The old text.', 'The new text.'], about).toContain(
        text,
      );
      await save('The newest text.', now);
      const [newest] = await history.list(article.id);
      const kept = await history.read(article.id, newest?.name ?? '');
      expect(kept.article.body.lastChild?.textContent, about).toBe('The newest text.');
      const orphans = readdirSync(root, { recursive: true, encoding: 'utf8' })
        .map((name) => name.split('/').at(-1) ?? '')
        .filter((name) => temporaryPattern.test(name));
      expect(orphans, about).toEqual([]);
    }
}, 60_000);

type Step = {
  readonly writer: 0 | 1;
  readonly does: 'open' | 'manual' | 'autosave' | 'overwrite';
};

it('two writers and a program that writes over them: what anyone saved by hand, or saved last, is still to be found', async () => {
  const steps = fc.array(
    fc.record<Step>({
      writer: fc.constantFrom(0, 1),
      does: fc.constantFrom('open', 'manual', 'autosave', 'autosave', 'overwrite'),
    }),
    { minLength: 2, maxLength: 10 },
  );
  await fc.assert(
    fc.asyncProperty(steps, async (all) => {
      const root = temporaryFolder();
      const ports = testPorts();
      const stores = [
        (await createLibrary(root, ports)).articles,
        (await createLibrary(root, ports)).articles,
      ] as const;
      const first = await stores[0].save(rewritten(article, 'Start.'), null, { reason: 'manual' });
      const path = join(root, first.file);
      const start = readFileSync(path);
      const bases = [{ hash: first.hash }, { hash: first.hash }];
      const kept = new Set(['Start.']);
      const last = ['', ''];
      for (const [index, { writer, does }] of all.entries()) {
        ports.clock.pass(1_000);
        const store = stores[writer];
        if (does === 'open') bases[writer] = await store.open(first.file);
        else if (does === 'overwrite') {
          // What a program that is not ours destroys, only a version kept before can bring back.
          writeFileSync(path, start);
          last[0] = '';
          last[1] = '';
        } else {
          const typed = `Writer ${writer}, step ${index}.`;
          const saved = await store
            .save(rewritten(article, typed), bases[writer] ?? null, { reason: does })
            .catch(() => null);
          if (saved !== null) bases[writer] = saved;
          if (saved !== null && does === 'manual') kept.add(typed);
          last[writer] = typed;
        }
        const disk = filesIn(root)
          .map((name) => readFileSync(join(root, name), 'utf8'))
          .join('\n');
        for (const text of [...kept, ...last]) expect(disk, text).toContain(text);
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
