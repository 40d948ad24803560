import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { someArticle } from '../support/someArticle.ts';

const { id } = someArticle();
const run = (...[command, ...args]: readonly [string, ...string[]]) =>
  execFileSync(command, args, { stdio: 'pipe' });

const mounted: string[] = [];
const unmount = (folder: string) => {
  mounted.splice(mounted.indexOf(folder), 1);
  run('umount', folder);
};

/** Something that happens to a library folder, and the way back. */
export interface Trouble {
  /** How a person is told; the folder's own name is in it. */
  readonly told: RegExp;
  /** Every call must fail; without it, only what would write over or anew what may come back. */
  readonly refusesAll: boolean;
  readonly happen: (root: string, aside: string) => () => void;
}

/** The articles' files in a library folder. */
export const articlesIn = (root: string) => readdirSync(root).filter((name) => isArticleName(name));

function truncated(root: string, files: readonly string[]): () => void {
  const before = files.map((file) => [join(root, file), readFileSync(join(root, file))] as const);
  for (const [path] of before) truncateSync(path);
  return () => before.forEach(([path, bytes]) => writeFileSync(path, bytes));
}

function moved(root: string, aside: string, files: readonly string[]): () => void {
  mkdirSync(aside);
  for (const file of files) renameSync(join(root, file), join(aside, file));
  return () => files.forEach((file) => renameSync(join(aside, file), join(root, file)));
}

const otherLibrary = `{"copydesk": "library", "version": 1, "id": "${'f'.repeat(32)}"}`;

/** Everything that happens to a library of 30 articles, one of which is `someArticle`, by name. */
export const troubles: Readonly<Record<string, Trouble>> = {
  missing: {
    told: /is not there.*Nothing was changed/,
    refusesAll: true,
    happen: (root, aside) => {
      renameSync(root, aside);
      return () => renameSync(aside, root);
    },
  },
  'an empty mount point': {
    told: /is not a Copydesk library.*Nothing was changed/,
    refusesAll: true,
    happen: (root, aside) => moved(root, aside, readdirSync(root)),
  },
  'replaced by another library': {
    told: /Another library lies at/,
    refusesAll: true,
    happen: (root, aside) => {
      renameSync(root, aside);
      mkdirSync(join(root, '.copydesk'), { recursive: true });
      writeFileSync(join(root, '.copydesk', 'library.json'), otherLibrary);
      writeFileSync(join(root, `other-${id}.copydesk`), 'of somebody else');
      return () => {
        renameSync(root, `${aside}-other`);
        renameSync(aside, root);
      };
    },
  },
  'its identity not fetched (0 bytes)': {
    told: /is not the identity of a Copydesk library/,
    refusesAll: true,
    happen: (root) => truncated(root, [join('.copydesk', 'library.json')]),
  },
  'read-only': {
    told: /./,
    refusesAll: true,
    happen: (root) => {
      run('mount', '--bind', root, root);
      mounted.push(root);
      run('mount', '-o', 'remount,ro,bind', root);
      return () => unmount(root);
    },
  },
  'emptied of its articles': {
    told: /30 of 30 articles.*not in the library folder.*Nothing was written/,
    refusesAll: false,
    happen: (root, aside) => moved(root, aside, articlesIn(root)),
  },
  'emptied of some': {
    told: /4 of 30 articles.*not in the library folder.*Nothing was written/,
    refusesAll: false,
    happen: (root, aside) => {
      const some = articlesIn(root).filter((name) => !name.includes(id));
      return moved(root, aside, [
        ...articlesIn(root).filter((name) => name.includes(id)),
        ...some.slice(0, 3),
      ]);
    },
  },
  'the article not fetched (0 bytes)': {
    told: /0 bytes.*not fetched.*Nothing was written/,
    refusesAll: false,
    happen: (root) =>
      truncated(
        root,
        articlesIn(root).filter((name) => name.includes(id)),
      ),
  },
  'no article fetched (0 bytes)': {
    told: /0 bytes.*not fetched.*Nothing was written/,
    refusesAll: false,
    happen: (root) => truncated(root, articlesIn(root)),
  },
};

/** Takes away what a test that failed has left mounted. */
export const unmountAll = (): void => mounted.slice().forEach(unmount);

/** Whether this process may make a folder read-only for everybody, root included. */
export const canMount: boolean = (() => {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-mount-'));
    run('mount', '--bind', folder, folder);
    run('umount', folder);
    rmSync(folder, { recursive: true });
    return true;
  } catch {
    return false;
  }
})();
