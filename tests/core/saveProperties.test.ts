import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { articleToJson, statuses, type Article } from '../../shared/article/article.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const text = fc.string({ unit: 'binary', maxLength: 80 });
const moment = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const articles: fc.Arbitrary<Article> = fc
  .record(
    {
      headline: text,
      paragraphs: fc.array(text, { minLength: 1, maxLength: 5 }),
      envelope: fc.record(
        {
          slug: text,
          slugline: text,
          section: text,
          keywords: fc.array(text, { maxLength: 4 }),
          headlines: fc.record({ seo: text, social: text, short: text }, { requiredKeys: [] }),
          status: fc.constantFrom(...statuses),
          embargo: moment,
          rights: fc.record({ holder: text, notice: text }, { requiredKeys: [] }),
          edNote: text,
          targetLength: fc.integer({ min: 1, max: 9_000 }),
          // As JSON has it: no negative zero.
          fromElsewhere: fc
            .jsonValue({ maxDepth: 3 })
            .map((value): unknown => JSON.parse(JSON.stringify(value))),
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ['headline', 'paragraphs', 'envelope'] },
  )
  .map(({ headline, paragraphs, envelope }) => ({ ...someArticle({ headline, paragraphs }), ...envelope }));

it('the bytes of any article read back as that article, and give the same bytes again', () => {
  fc.assert(
    fc.property(articles, (article) => {
      const bytes = articleToBytes(article);
      const { article: back, readOnly } = readArticle(bytes);
      expect(readOnly).toBeNull();
      expect(articleToJson(back)).toEqual(articleToJson(article));
      expect(articleToBytes(back)).toEqual(bytes);
    }),
    { numRuns: 300 },
  );
});

it('any article that is saved opens as it was, whatever is in its fields', async () => {
  const root = temporaryFolder();
  const { articles: store } = await createLibrary(root, testPorts());
  let base = await store.save(someArticle({ headline: '' }), null);
  await fc.assert(
    fc.asyncProperty(articles, async (article) => {
      base = await store.save(article, base);
      const opened = await store.open(article.id);
      const { rev, modified, ...rest } = articleToJson(opened.article);
      expect({ ...rest, rev: 0 }).toEqual(articleToJson(article));
      expect([rev, Date.parse(modified ?? '')]).toEqual([base.rev, base.savedAt]);
    }),
    { numRuns: 40 },
  );
  const names = readdirSync(root).filter(isArticleName);
  expect(names).toHaveLength(1);
  expect(names[0]).toMatch(/^[a-z0-9-]{1,60}-a{32}\.copydesk$/);
});

type Step = { readonly writer: 0 | 1; readonly does: 'open' | 'save' | 'touch' };
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({ writer: fc.constantFrom(0, 1), does: fc.constantFrom('open', 'save', 'save', 'touch') }),
  { minLength: 1, maxLength: 12 },
);

it('two writers, each with a store of its own: what anyone saved last from a version is still on the disk', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const root = temporaryFolder();
      const ports = testPorts();
      const stores = [
        (await createLibrary(root, ports)).articles,
        (await createLibrary(root, ports)).articles,
      ] as const;
      const first = await stores[0].save(someArticle({ paragraphs: ['Start'] }), null);
      const bases = [{ hash: first.hash }, { hash: first.hash }];
      // The text each writer last handed in, until that writer itself saves over it or takes the other's.
      const kept = new Map<string, string>();
      for (const [index, { writer, does }] of history.entries()) {
        const store = stores[writer];
        ports.clock.pass(1_000);
        const path = join(root, first.file);
        if (does === 'touch') writeFileSync(path, readFileSync(path));
        else if (does === 'open') bases[writer] = await store.open(first.file);
        else {
          const typed = `Writer ${writer}, step ${index}.`;
          const base = bases[writer] ?? null;
          const key = `${writer} ${base?.hash}`;
          const result = await store
            .save(rewritten(someArticle(), typed), base)
            .catch((error: unknown) => error);
          if (result instanceof Error) kept.set(key, typed);
          else {
            kept.delete(base?.hash ?? '');
            // An acknowledged save stays until somebody saves with it as base.
            const saved = result as { readonly hash: string }; // no error, so a save
            kept.set(saved.hash, typed);
            bases[writer] = saved;
          }
        }
        const disk = readdirSync(root)
          .filter(isArticleName)
          .map((name) => readFileSync(join(root, name), 'utf8'))
          .join('\n');
        for (const typedText of kept.values()) expect(disk).toContain(typedText);
      }
      expect(
        (await stores[0].list()).every(({ problem }) => problem === null || problem.code === 'conflict'),
      ).toBe(true);
    }),
    { numRuns: 40 },
  );
}, 120_000);
