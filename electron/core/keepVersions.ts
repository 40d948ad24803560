import { join } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import { problemOf } from './describe.ts';
import type { Keeping } from './history.ts';
import { due, replacesWhole, type SaveReason } from './historyRule.ts';
import { articleLimit } from './listing.ts';
import type { Problem } from './readArticle.ts';
import { hashOf } from './serialise.ts';
import type { Found, Store } from './versions.ts';

/** Thrown between writing and replacing when the target is not the one that was compared: look again. */
export class ChangedMeanwhile extends CopydeskError {
  constructor(file: string) {
    super(
      'write-failed',
      `“${file}” keeps being changed by another program. It was left as it is: save again.`,
    );
  }
}

/**
 * Keeps what a save is about to replace, if nobody else has it: another program or an earlier run wrote it, or one must be
 * able to go back. Answers why it could not; then only a save that replaces the whole text, or lifts a file of an older
 * Copydesk, is refused.
 */
export async function keepBefore(
  store: Store,
  id: string,
  found: Found,
  reason: SaveReason,
): Promise<Problem | null> {
  const { history, memory, ports, library } = store;
  if (history === null || (found.hash === memory.written.get(id) && !replacesWhole(reason))) return null;
  const path = join(library.root, found.file);
  const bytes = await ports.files.read(path, articleLimit).catch(() => null);
  if (bytes === null || hashOf(bytes) !== found.hash) throw new ChangedMeanwhile(found.file);
  try {
    await history.keep(id, { rev: found.rev, bytes, path }, 'before');
    return null;
  } catch (error) {
    const problem = problemOf(error);
    if (!replacesWhole(reason) && !found.older) return problem;
    const text = `${problem.message} Nothing was replaced, because it could not be taken back.`;
    throw new CopydeskError(problem.code, text, { cause: error });
  }
}

/** Keeps what was just saved, if a version is due. Answers why it could not: the article is saved all the same. */
export async function keepAfter(
  { history, memory, ports }: Store,
  id: string,
  what: Keeping,
  save: { readonly reason: SaveReason; readonly statusChanged: boolean },
): Promise<Problem | null> {
  if (history === null) return null;
  const now = ports.clock.elapsed();
  const since = now - (memory.keptAt.get(id) ?? now);
  if (!memory.keptAt.has(id)) memory.keptAt.set(id, now);
  const reason = due({ ...save, since });
  if (reason === null) return null;
  try {
    await history.keep(id, what, reason);
    memory.keptAt.set(id, now);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
