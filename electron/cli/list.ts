import { resolve } from 'node:path';
import { countOverrides } from '../core/overrides.ts';
import { openLibrary } from '../core/openLibrary.ts';
import { required, timeText, UsageError, type Command } from './command.ts';

/** `desk list`: the articles of a library, newest first, one line each, fields parted by tabs. */
export const listCommand: Command = {
  name: 'list',
  usage: '--library DIR [--json]',
  summary: 'List the articles of a library',
  options: { library: { type: 'string' }, json: { type: 'boolean' } },
  help: () => [
    ['--library DIR', 'the library'],
    [
      '--json',
      'everything that is known of each, as JSON; `overrides` counts how often it left although held',
    ],
  ],
  run: async (given, desk) => {
    if (given.files.length > 0) throw new UsageError(`list takes no FILE: ${given.files.join(' ')}`);
    const { articles, library } = await openLibrary(resolve(required(given, 'library')), desk.ports);
    const entries = await articles.list();
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
