import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CopydeskError } from '../../shared/error.ts';
import type { ArticleStore } from '../../electron/core/articleStore.ts';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import type { Files } from '../../electron/core/ports.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

async function setUp(headline: string) {
  const ports = testPorts();
  const root = temporaryFolder();
  const { articles } = await createLibrary(root, ports);
  const base = await articles.save(someArticle({ headline, paragraphs: ['The old text.'] }), null);
  const texts = () =>
    readdirSync(root)
      .filter(isArticleName)
      .map((name) => readFileSync(join(root, name), 'utf8'));
  return { ports, root, articles, base, texts };
}

const second = rewritten(someArticle(), 'The new text.');
const third = rewritten(someArticle(), 'The newest text.');

/** How many calls a save makes that nothing disturbs. */
async function callsOfASave(headline: string): Promise<number> {
  const { ports, articles, base } = await setUp(headline);
  const before = ports.faulty.calls().length;
  await articles.save(second, base);
  return ports.faulty.calls().length - before;
}

it.each([
  ['a save', 'Ferry adds a late boat'],
  ['a save that names the file', ''],
])(
  'whichever call of %s fails: the disk has the old or the new text, whole, and the next save works',
  async (_, headline) => {
    const calls = await callsOfASave(headline);
    expect(calls).toBeGreaterThan(10);
    for (const fault of ['ENOSPC', 'EIO', 'EACCES']) {
      for (let nth = 1; nth <= calls; nth += 1) {
        const { ports, articles, base, texts } = await setUp(headline);
        ports.faulty.inject({ call: 'any', nth, fault });
        const result = await articles.save(second, base).catch((error: unknown) => error);
        const about = `call ${nth}: ${fault}`;
        expect(texts(), about).toHaveLength(1);
        expect(texts()[0], about).toMatch(
          result instanceof Error ? /The (?:old|new) text\./ : /The new text\./,
        );
        if (result instanceof Error) expect(result, about).toBeInstanceOf(CopydeskError);
        const next = await articles.save(
          third,
          result instanceof Error ? base : (result as { hash: string }),
        ); // no error: a save
        expect(texts(), about).toEqual([expect.stringContaining('The newest text.')]);
        expect((await articles.open(third.id)).hash, about).toBe(next.hash);
        expect(
          (await articles.list()).map(({ problem }) => problem),
          about,
        ).toEqual([null]);
      }
    }
  },
  120_000,
);

it('a disk that stays full changes nothing, says so each time, and is fine once there is room', async () => {
  const { ports, articles, base, texts } = await setUp('Ferry adds a late boat');
  ports.faulty.inject({ call: 'write', fault: 'ENOSPC', times: 5 });
  for (let round = 0; round < 5; round += 1)
    await expect(articles.save(second, base)).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(
        /could not be written: the disk is full\. The file is still as it was before\./,
      ),
    });
  expect(texts()).toEqual([expect.stringContaining('The old text.')]);
  await articles.save(second, base);
  expect(texts()).toEqual([expect.stringContaining('The new text.')]);
});

it('a conflict copy that cannot be written is told, and nothing is lost on the disk', async () => {
  const { ports, root, articles, base, texts } = await setUp('Ferry adds a late boat');
  const other = await createLibrary(root, testPorts());
  await other.articles.save(rewritten(someArticle(), 'Their text.'), base);
  ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
  await expect(articles.save(second, base)).rejects.toMatchObject({ code: 'disk-full' });
  expect(texts()).toEqual([expect.stringContaining('Their text.')]);
  await expect(articles.save(second, base)).rejects.toMatchObject({ code: 'conflict' });
  expect(texts()).toHaveLength(2);
});

describe('a file that is gone for a moment, as when a sync tool replaces it', () => {
  async function blink(meanwhile: (articles: ArticleStore) => Promise<unknown>) {
    const { root, base, texts } = await setUp('Ferry adds a late boat');
    const real = testPorts();
    let blinks = 0;
    const stat: Files['stat'] = async (path) => {
      if (blinks === 0 || !path.endsWith('.copydesk')) return real.files.stat(path);
      blinks -= 1;
      return null;
    };
    const { articles } = await openLibrary(root, { ...real, files: { ...real.files, stat } });
    const opened = await articles.open(base.file);
    await meanwhile((await openLibrary(root, testPorts())).articles);
    blinks = 2;
    const saved = await articles.save(second, opened).catch((error: unknown) => error);
    return { saved, base, texts };
  }

  it('is saved over when it is the one that was opened', async () => {
    const { saved, base, texts } = await blink(async () => null);
    expect(saved).toMatchObject({ file: base.file });
    expect(texts()).toEqual([expect.stringContaining('The new text.')]);
  });

  it('is a conflict when it is another one', async () => {
    const { saved, texts } = await blink(async (articles) =>
      articles.save(third, await articles.open(second.id)),
    );
    expect(saved).toMatchObject({ code: 'conflict' });
    const kept = texts().map((text) => /The new\w* text/.exec(text)?.[0]);
    expect(new Set(kept)).toEqual(new Set(['The new text', 'The newest text']));
  });
});
