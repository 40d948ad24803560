import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { articleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { createIndexKeeper, indexPath, type Progress } from '../../electron/core/libraryIndex/indexKeeper.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import type { Sort } from '../../shared/search/sort.ts';
import { parseQuery } from '../../shared/search/query.ts';
import { shortStory, type Story } from './shortStory.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A library of short stories with its index, and what tests ask of it. */
export async function indexDesk(stories: readonly Story[] = []) {
  const root = temporaryFolder();
  const userData = temporaryFolder();
  const { library } = await createLibrary(root, nodePorts);
  const put = (story: Story): string => {
    const article = shortStory(story);
    const name = articleName(article);
    writeFileSync(join(root, name), articleToBytes(article));
    return name;
  };
  const names = stories.map(put);
  const path = indexPath(userData, library.id);
  const open = async (
    more: { readonly ended?: () => boolean; readonly progress?: (now: Progress | null) => void } = {},
  ) => {
    const keeper = await createIndexKeeper({ ports: nodePorts, library, path, ...more });
    onTestFinished(keeper.close);
    return keeper;
  };
  const keeper = await open();
  const titles = (typed: string, sort: Sort = 'best', from = keeper) =>
    from
      .page({ query: parseQuery(typed, true), sort, offset: 0, limit: 100 })
      .entries.map(({ title }) => title);
  return { root, path, library, put, names, open, keeper, titles };
}
