import { join } from 'node:path';
import { idPattern, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite } from './atomicWrite.ts';
import { isUnasked, spentVersions } from './historyRule.ts';
import { folders, type Library } from './library.ts';
import { articleLimit } from './listing.ts';
import type { Ports } from './ports.ts';
import { createQueue } from './queue.ts';
import { readArticle, type Problem } from './readArticle.ts';
import { hashOf } from './serialise.ts';
import { codeOf, systemError } from './systemError.ts';
import { newestFirst, parseVersionName, versionName, type Reason, type Version } from './versionName.ts';

/** A version as it was read: to be looked at, compared, restored or exported, never to be saved over. */
export interface OpenedVersion {
  readonly version: Version;
  readonly article: Article;
  readonly hash: string;
  /** Why its text may not be what was kept; null if it is. */
  readonly problem: Problem | null;
}

/** What is to be kept: an article's file as it was read or written. */
export interface Keeping {
  readonly rev: number;
  readonly bytes: Uint8Array;
  /** The path of a file with these bytes, to share its blocks where the disk can. */
  readonly path: string;
}

/** The versions of a library's articles, `.copydesk/history/<article>/`, whether or not the article is still there. */
export interface History {
  /** All versions of an article, newest first by rev; none for an article that has no history. */
  readonly list: (id: string) => Promise<readonly Version[]>;
  /** Throws `not-found`, or the version's problem when it cannot be read; changes nothing. */
  readonly read: (id: string, name: string) => Promise<OpenedVersion>;
  /** Resolves when the bytes are on the disk as a version; what is kept already is not kept twice. Then thins. */
  readonly keep: (id: string, what: Keeping, reason: Reason) => Promise<Version>;
  /** The highest rev that was kept of an article, 0 if none was. */
  readonly lastRev: (id: string) => Promise<number>;
}

/** The history of a library. */
export function createHistory(ports: Ports, library: Library): History {
  const { files, clock, ids } = ports;
  const queue = createQueue();
  const highest = new Map<string, number>();
  const folderOf = (id: string): string => {
    if (!idPattern.test(id)) throw new CopydeskError('bad-input', `“${id}” is no article's id`);
    return join(library.root, folders.history, id);
  };

  async function list(id: string): Promise<readonly Version[]> {
    const folder = folderOf(id);
    try {
      for (const path of [join(library.root, folders.history), folder]) {
        const stat = await files.stat(path);
        if (stat === null) return [];
        if (stat.kind !== 'directory') throw new CopydeskError('refused', `“${path}” is not a folder`);
      }
      const versions = (await files.list(folder)).map(parseVersionName);
      return versions.filter((version) => version !== null).toSorted(newestFirst);
    } catch (error) {
      throw systemError(error, 'read', folder);
    }
  }

  const readBytes = (id: string, name: string) => files.read(join(folderOf(id), name), articleLimit);

  async function read(id: string, name: string): Promise<OpenedVersion> {
    const version = parseVersionName(name);
    const absent = `There is no version “${name}” of this article`;
    if (version === null) throw new CopydeskError('not-found', absent);
    try {
      const bytes = await readBytes(id, name);
      const { article, readOnly } = readArticle(bytes);
      if (article.id !== id) throw new CopydeskError('damaged', `It is a version of “${article.id}”.`);
      return { version, article, hash: hashOf(bytes), problem: readOnly };
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw new CopydeskError('not-found', absent, { cause: error });
      if (!(error instanceof CopydeskError)) throw systemError(error, 'opened', name);
      const text = `The version “${name}” cannot be opened, and was left as it is. ${error.message}`;
      throw new CopydeskError(error.code, text, { cause: error });
    }
  }

  // A version that a save made is kept once, and so is one saved by hand if a person has asked for these bytes before;
  // any other is kept once for each reason.
  async function keptAlready(id: string, versions: readonly Version[], what: Keeping, reason: Reason) {
    for (const version of versions.filter(({ rev }) => rev === what.rev)) {
      const suffices = reason === 'before' || reason === 'autosave' || reason === version.reason;
      if (!suffices && (reason !== 'manual' || isUnasked(version))) continue;
      const bytes = await readBytes(id, version.name).catch(() => null);
      if (bytes !== null && hashOf(bytes) === hashOf(what.bytes)) return version;
    }
    return null;
  }

  async function makeFolder(id: string): Promise<string> {
    const history = await library.folder('history');
    const folder = join(history, id);
    if ((await files.stat(folder)) === null) {
      await files.makeFolder(folder);
      await files.syncFolder(history);
    }
    return folder;
  }

  async function keep(id: string, what: Keeping, reason: Reason): Promise<Version> {
    const versions = await list(id);
    highest.set(id, Math.max(what.rev, versions[0]?.rev ?? 0));
    const already = await keptAlready(id, versions, what, reason);
    if (already !== null) return already;
    const folder = await makeFolder(id);
    let at = clock.now();
    while (versions.some((one) => one.rev === what.rev && one.at === at && one.reason === reason)) at += 1;
    const name = versionName(what.rev, at, ids.hex(6), reason);
    await atomicWrite(ports, join(folder, name), what.bytes, {
      owner: id,
      // Where the sweeper looks: a crash leaves nothing in the article's own folder.
      temporaryFolder: join(library.root, folders.history),
      sharing: what.path,
    });
    const kept = { name, rev: what.rev, at, reason };
    for (const spent of spentVersions([kept, ...versions]))
      // What cannot be removed now is removed when the next version is kept.
      await files.remove(join(folder, spent.name)).catch(() => undefined);
    return kept;
  }

  return {
    list,
    read,
    keep: (id, what, reason) =>
      queue(id, () =>
        keep(id, what, reason).catch((error: unknown) => {
          throw systemError(
            error,
            'kept in the history',
            `Version ${what.rev}`,
            'The article itself is not affected.',
          );
        }),
      ),
    lastRev: async (id) => {
      const known = highest.get(id);
      if (known !== undefined) return known;
      // A history that cannot be read now holds up no save.
      const rev = (await list(id).catch(() => []))[0]?.rev ?? 0;
      highest.set(id, rev);
      return rev;
    },
  };
}
