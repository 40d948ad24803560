import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { articleName } from '../../electron/core/fileNames.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes, hashOf } from '../../electron/core/serialise.ts';
import { generatedArticle, generateLibrary } from './generatedLibrary.ts';

/** A generated library in the temporary folder, as fresh ones are. */
export interface KeptLibrary {
  readonly root: string;
  /** How many bytes its articles have. */
  readonly bytes: number;
  /** Puts it by for the next who wants it: the articles of these numbers were changed, and are written as they were. */
  readonly keep: (changed: Iterable<number>) => Promise<void>;
}

const sample = (): string =>
  hashOf([0, 500, 999].map((number) => hashOf(articleToBytes(generatedArticle({ number })))).join(''));

/**
 * A library of so many generated articles, from an earlier run where one was kept: making 100,000 takes a minute. One that
 * was not put by (its user was ended), or that the generator would make otherwise now, is made anew.
 */
export async function keptLibrary(count: number): Promise<KeptLibrary> {
  const folder = join(tmpdir(), `copydesk-kept-${count}-${sample().slice(0, 16)}`);
  const root = join(folder, 'library');
  const mark = join(folder, 'whole');
  let bytes = existsSync(mark) ? Number(await readFile(mark, 'utf8')) : 0;
  await rm(mark, { force: true });
  if (!(bytes > 0)) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    bytes = await generateLibrary(root, count);
    await createLibrary(root, nodePorts);
  }
  return {
    root,
    bytes,
    keep: async (changed) => {
      for (const number of new Set(changed)) {
        const article = generatedArticle({ number });
        await writeFile(join(root, articleName(article)), articleToBytes(article));
      }
      await rm(join(root, '.copydesk', 'history'), { recursive: true, force: true });
      await writeFile(mark, String(bytes));
    },
  };
}
