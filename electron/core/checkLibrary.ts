import { relative } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import { checkPictures } from './checkPictures.ts';
import { checkHistory, checkTrash, goodDrafts, goodVersion, type VersionCheck } from './checkVersions.ts';
import { conflictOf } from './conflictOf.ts';
import type { Entry } from './describe.ts';
import { isArticleName } from './fileNames.ts';
import { newestGood, type Finding, type GoodVersion } from './finding.ts';
import { folders, identityFile } from './library.ts';
import { libraryIn, openLibrary, type OpenLibrary } from './openLibrary.ts';
import type { Ports } from './ports.ts';
import { orphansIn, sweptFolders } from './sweep.ts';

/** Everything that a check of a library found, and how much it read. */
export interface LibraryCheck {
  readonly findings: readonly Finding[];
  readonly read: {
    readonly articles: number;
    readonly versions: number;
    readonly pictures: number;
    readonly trashed: number;
  };
}

/** What to check. */
export interface CheckOrder {
  readonly root: string;
  /** Where the recovery journals are. */
  readonly userData: string;
  /** Told before each file is read. */
  readonly progress: (file: string) => void;
}

// A folder that has lost its identity is checked all the same, if it ever was a library.
async function openToCheck(ports: Ports, root: string) {
  try {
    return { open: await openLibrary(root, ports), identity: [] };
  } catch (error) {
    if (!(error instanceof CopydeskError)) throw error;
    const names = await ports.files.list(root).catch((): readonly string[] => []);
    if (!names.some((name) => name === folders.own || isArticleName(name))) throw error;
    const folder = () => Promise.reject(new CopydeskError('unexpected', 'A check makes no folder'));
    const library = { root, id: '', verify: () => Promise.resolve(), folder };
    const message =
      'The library’s identity cannot be read: Copydesk opens it again, and gives it a new one, when you choose this folder as the library';
    const file = identityFile.replaceAll('\\', '/');
    const finding: Finding = { file, kind: 'identity', message, damage: true, good: [] };
    return { open: libraryIn(ports, library), identity: [finding] };
  }
}

interface Read {
  readonly entry: Entry;
  /** Null where nothing can be made of it. */
  readonly article: Article | null;
}

async function readAll(
  { articles }: OpenLibrary,
  progress: CheckOrder['progress'],
): Promise<readonly Read[]> {
  const read: Read[] = [];
  for (const entry of await articles.list()) {
    progress(entry.file);
    const opened = await articles.open(entry.file).catch(() => null);
    read.push({ entry, article: opened?.article ?? null });
  }
  return read;
}

// The codes of files that are whole, and that this Copydesk does not write.
const whole = ['newer', 'unknown-content', 'read-only', 'refused', 'conflict'];

function findingOf({ entry }: Read, good: readonly GoodVersion[]): readonly Finding[] {
  const { file, problem } = entry;
  const copy = conflictOf(file);
  if (problem === null) {
    if (copy === null) return [];
    const message = `${copy.maker} put this version aside, and the article itself, “${copy.original}”, is not there`;
    return [{ file, kind: 'conflict', message, damage: false, good: [] }];
  }
  const { code, message } = problem;
  const damage = !whole.includes(code);
  const kind = code === 'conflict' && copy === null ? 'duplicate' : code;
  return [{ file, kind, message, damage, good: damage ? newestGood(good) : [] }];
}

// An article that has versions but no file, here or in the trash.
function goneOf(history: VersionCheck, present: ReadonlySet<string>): readonly Finding[] {
  return [...history.good]
    .filter(([id]) => !present.has(id))
    .map(([id, good]): Finding => {
      const message = 'No file of the library holds this article any more; its versions are kept';
      return {
        file: `${folders.history.replaceAll('\\', '/')}/${id}`,
        kind: 'gone',
        message,
        damage: false,
        good,
      };
    });
}

/** Reads everything in a library and changes nothing; throws `library-missing` where there is none. */
export async function checkLibrary(
  ports: Ports,
  { root, userData, progress }: CheckOrder,
): Promise<LibraryCheck> {
  const { open, identity } = await openToCheck(ports, root);
  const files = await readAll(open, progress);
  const history = await checkHistory(ports, open, progress);
  const trash = await checkTrash(ports, root);
  const drafts = await goodDrafts(ports, userData, open.library.id);
  const usedBy = new Map<string, readonly string[]>();
  for (const { entry, article } of files)
    for (const src of article === null ? [] : mediaOf(article))
      usedBy.set(src, [...(usedBy.get(src) ?? []), entry.file]);
  const pictures = await checkPictures(ports, root, usedBy, progress);
  const goodOf = ({ entry }: Read): readonly GoodVersion[] => {
    const { id } = entry;
    if (id === null) return [];
    const copies = files.flatMap(({ entry: other, article }) =>
      other.file === entry.file || other.id !== id || article === null || other.problem?.code === 'damaged'
        ? []
        : [goodVersion('copy', other.file, other.modified, article)],
    );
    return [history.good, trash.good, drafts].reduce<readonly GoodVersion[]>(
      (all, found) => [...all, ...(found.get(id) ?? [])],
      copies,
    );
  };
  const orphans: Finding[] = [];
  for (const folder of sweptFolders({ root }))
    for (const path of await orphansIn(ports, folder))
      orphans.push({
        file: relative(root, path).replaceAll('\\', '/'),
        kind: 'temporary',
        message: 'A save that was interrupted left it behind; Copydesk removes it when it opens the library',
        damage: false,
        good: [],
      });
  const ids = files.flatMap(({ entry }) => (entry.id === null ? [] : [entry.id]));
  return {
    findings: [
      ...identity,
      ...files.flatMap((one) => findingOf(one, goodOf(one))),
      ...pictures.findings,
      ...history.findings,
      ...trash.findings,
      ...goneOf(history, new Set([...ids, ...trash.good.keys()])),
      ...orphans,
    ],
    read: {
      articles: files.length,
      versions: history.read,
      pictures: pictures.read,
      trashed: trash.read,
    },
  };
}
