import { resolve } from 'node:path';
import { emptyQuery } from '../../shared/search/query.ts';
import { countOverrides } from '../core/overrides.ts';
import { newestFirst } from '../core/listing.ts';
import { openLibrary, type OpenLibrary } from '../core/openLibrary.ts';
import type { Entry } from '../core/describe.ts';
import { indexPath } from '../core/libraryIndex/indexKeeper.ts';
import {
  required,
  timeText,
  UsageError,
  userDataHelp,
  userDataOf,
  type Command,
  type Desk,
} from './command.ts';
import { openIndex } from './openIndex.ts';

/** `desk list`: the articles of a library, newest first, one line each, fields parted by tabs. */
export const listCommand: Command = {
  name: 'list',
  usage: '--library DIR [--json]',
  summary: 'List the articles of a library',
  options: { library: { type: 'string' }, json: { type: 'boolean' }, 'user-data': { type: 'string' } },
  help: () => [
    ['--library DIR', 'the library'],
    [
      '--json',
      'everything that is known of each, as JSON; `overrides` counts how often it left although held',
    ],
    userDataHelp,
  ],
  run: async (given, desk) => {
    if (given.files.length > 0) throw new UsageError(`list takes no FILE: ${given.files.join(' ')}`);
    const opened = await openLibrary(resolve(required(given, 'library')), desk.ports);
    const { library } = opened;
    const entries = await listed(opened, indexPath(userDataOf(given, desk), library.id), desk);
    if (given.has('json')) {
      const overrides = await countOverrides(desk.ports, library);
      const all = entries.map((entry) => ({ ...entry, overrides: overrides.get(entry.id ?? '') ?? 0 }));
      desk.print(JSON.stringify(all, null, 2));
      return;
    }
    for (const { id, modified, words, status, title, file, problem } of entries) {
      const words_ = problem === null ? `${words}` : '-';
      const state = problem === null ? status : problem.code;
      desk.print(
        [id ?? '-', timeText(modified), words_, state === '' ? '-' : state, title || '-', file].join('\t'),
      );
    }
  },
};

// A library that the application has an index of need not be read again; no index is made for a list.
async function listed(
  { articles, library }: OpenLibrary,
  path: string,
  desk: Desk,
): Promise<readonly Entry[]> {
  if ((await desk.ports.files.stat(path).catch(() => null)) === null) return articles.list();
  const { keeper } = await openIndex(desk, library, path);
  try {
    const { entries } = keeper.page({
      query: emptyQuery,
      sort: 'newest',
      offset: 0,
      limit: Number.MAX_SAFE_INTEGER,
    });
    return newestFirst(entries);
  } finally {
    keeper.close();
  }
}
