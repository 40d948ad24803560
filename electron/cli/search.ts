import { resolve } from 'node:path';
import { parseQuery, type Query } from '../../shared/search/query.ts';
import { sorts, type Sort } from '../../shared/search/sort.ts';
import { foundRows, type FoundRow } from '../core/libraryIndex/foundRows.ts';
import { indexPath } from '../core/libraryIndex/indexKeeper.ts';
import { openLibrary } from '../core/openLibrary.ts';
import {
  required,
  timeText,
  UsageError,
  userDataHelp,
  userDataOf,
  type Command,
  type Desk,
  type Given,
} from './command.ts';
import { openIndex } from './openIndex.ts';

const standardLimit = 50;

/** `desk search`: the articles that answer a query, best first, one line each, fields parted by tabs. */
export const searchCommand: Command = {
  name: 'search',
  usage: 'QUERY --library DIR [--json] [--sort ORDER] [--limit N]',
  summary: 'Search the articles of a library',
  options: {
    library: { type: 'string' },
    json: { type: 'boolean' },
    sort: { type: 'string' },
    limit: { type: 'string' },
    'user-data': { type: 'string' },
  },
  help: () => [
    ['QUERY', 'words, "phrases", beginnings*, status: section: by: before: after: (dates as 2026-05-04)'],
    ['--library DIR', 'the library'],
    ['--json', 'the count, and everything that is known of each, as JSON'],
    ['--sort ORDER', `${sorts.join(', ')} (best)`],
    ['--limit N', `at most so many (${standardLimit})`],
    userDataHelp,
  ],
  run: async (given, desk) => {
    const typed = given.files.join(' ');
    if (typed.trim() === '') throw new UsageError('no QUERY');
    const wanted = { query: parseQuery(typed), sort: sortOf(given), offset: 0, limit: limitOf(given) };
    for (const part of wanted.query.unclear) desk.say('search', `“${part}” was not understood and left out`);
    const { library } = await openLibrary(resolve(required(given, 'library')), desk.ports);
    const userData = userDataOf(given, desk);
    const path = indexPath(userData, library.id);
    const { keeper, looked, inMemory } = await openIndex(desk, library, path);
    const { read, removed } = looked;
    if (inMemory !== null) {
      desk.say('search', `no index can be kept in “${userData}”: ${inMemory}`);
      desk.say('search', `without an index: ${read} files read`);
    } else if (read + removed > 0)
      desk.say(
        'search',
        `the index “${path}” was brought up to date: ${read} files read, ${removed} taken out`,
      );
    try {
      const { count, entries } = keeper.page(wanted);
      const rows = foundRows(desk.ports, library.root, entries, wanted.query);
      print(desk, given, { count, rows, query: wanted.query });
      if (count > rows.length) desk.say('search', `${count} found, ${rows.length} shown (--limit)`);
    } finally {
      keeper.close();
    }
  },
};

function sortOf(given: Given): Sort {
  const text = given.text('sort') ?? 'best';
  const sort = sorts.find((one) => one === text);
  if (sort === undefined) throw new UsageError(`--sort ${text}: one of ${sorts.join(', ')}`);
  return sort;
}

function limitOf(given: Given): number {
  const text = given.text('limit') ?? String(standardLimit);
  if (!/^[1-9]\d{0,6}$/u.test(text)) throw new UsageError(`--limit ${text}: a number from 1 on`);
  return Number(text);
}

interface Answer {
  readonly count: number;
  readonly rows: readonly FoundRow[];
  readonly query: Query;
}

function print(desk: Desk, given: Given, { count, rows, query }: Answer): void {
  if (given.has('json')) {
    const found = rows.map(({ entry, title, snippet }) => ({ ...entry, title, snippet }));
    desk.print(JSON.stringify({ count, unclear: query.unclear, found }, null, 2));
    return;
  }
  for (const { entry, snippet } of rows) {
    const { id, modified, title, file } = entry;
    desk.print([id ?? '-', timeText(modified), title || '-', file, snippet?.text ?? ''].join('\t'));
  }
}
