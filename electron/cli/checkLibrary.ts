import { resolve } from 'node:path';
import { checkLibrary } from '../core/checkLibrary.ts';
import type { GoodVersion } from '../core/finding.ts';
import { required, timeText, UsageError, userDataHelp, userDataOf, type Command } from './command.ts';

const places: Readonly<Record<GoodVersion['where'], string>> = {
  history: 'version in the history',
  journal: 'draft in the recovery journal (desk recover)',
  copy: 'copy in the library',
  trash: 'copy in the trash',
  picture: 'the same picture',
};

const goodLine = ({ where, path, at, words }: GoodVersion): string => {
  const facts = at === null ? '' : ` (${timeText(at)}, ${words ?? 0} words)`;
  return `  whole: ${places[where]}${facts}: ${path}`;
};

const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;

/** `desk check-library`: reads everything, changes nothing; prints what is wrong and where it is whole, exit code 1 if anything is damaged. */
export const checkLibraryCommand: Command = {
  name: 'check-library',
  usage: '--library DIR [--json]',
  summary: 'Read everything in a library and list what is damaged, and where it is whole',
  options: {
    library: { type: 'string' },
    json: { type: 'boolean' },
    'user-data': { type: 'string' },
  },
  help: () => [
    ['--library DIR', 'the library; nothing in it is changed'],
    ['--json', 'everything that was found, as JSON'],
    userDataHelp,
    ['', 'Each line: file, what it is, what that means; behind what is damaged where it is whole.'],
    ['', 'Exit code 1 if anything is damaged or missing; what is worth knowing only leaves it 0.'],
  ],
  run: async (given, desk) => {
    if (given.files.length > 0) throw new UsageError(`check-library takes no FILE: ${given.files.join(' ')}`);
    const root = resolve(required(given, 'library'));
    let done = 0;
    const progress = (file: string) => {
      desk.progress(done, done + 1, file);
      done += 1;
    };
    const userData = userDataOf(given, desk);
    const { findings, read } = await checkLibrary(desk.ports, { root, userData, progress });
    const damaged = findings.filter(({ damage }) => damage).length;
    if (given.has('json')) desk.print(JSON.stringify({ root, read, damaged, findings }, null, 2));
    else
      for (const { file, kind, message, damage, good } of findings) {
        desk.print(`${file}: ${kind}: ${message}`);
        for (const one of good) desk.print(goodLine(one));
        if (damage && good.length === 0) desk.print('  whole: nowhere that is known');
      }
    const summary = [
      `${count(read.articles, 'article')}, ${count(read.versions, 'version')}, ${count(read.pictures, 'picture')}`,
      ` and ${read.trashed} in the trash read: `,
      damaged === 0 ? 'nothing is damaged' : `${count(damaged, 'thing')} damaged or missing`,
      findings.length === damaged ? '' : `, ${findings.length - damaged} worth knowing`,
    ].join('');
    if (damaged === 0) desk.say(root, summary);
    else desk.fail(root, summary);
  },
};
