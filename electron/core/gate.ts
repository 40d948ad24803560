import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { holdOf, type Hold } from '../../shared/article/mayLeave.ts';
import { titleOf } from '../../shared/article/text.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { atomicWrite } from './atomicWrite.ts';
import type { Ports } from './ports.ts';

/** A person's decision that a held article leaves all the same. */
export interface Override {
  /** Why, in the person's words; blank is no decision. */
  readonly reason: string;
  /** The folder that keeps the records, made if need be: the library's `.copydesk/overrides`. */
  readonly records: () => Promise<string>;
}

/** An article on its way out. */
export interface Leaving {
  readonly article: Article;
  readonly route: 'export' | 'clipboard' | 'print' | 'command line';
  /** The format it leaves as. */
  readonly format: string;
  /** The file it is written to; '' where there is none. */
  readonly target: string;
}

/** Throws `held` if the article may not leave and nobody decided that it does; answers what it is held by. */
export function refuseHeld(
  ports: Pick<Ports, 'clock'>,
  article: Article,
  reason: string | null | undefined,
): Hold | null {
  const hold = holdOf(article, ports.clock.now());
  if (hold !== null && (reason ?? '').trim() === '')
    throw new CopydeskError('held', `${hold.text} Nothing has left Copydesk.`);
  return hold;
}

/**
 * The one gate that every article passes on its way out. A held article (`holdOf`) is stopped with `held`, unless a
 * person gave a reason: then who let it go, when, why and by which route is on the disk before anything leaves, one file
 * each, so that synced libraries never conflict. If that cannot be written, the article stays.
 */
export async function passGate(ports: Ports, leaving: Leaving, override: Override | null): Promise<void> {
  const { article, route, format, target } = leaving;
  const hold = refuseHeld(ports, article, override?.reason ?? null);
  if (hold === null || override === null) return;
  const when = new Date(ports.clock.now()).toISOString();
  const record = {
    article: article.id,
    headline: titleOf(article.body),
    rev: article.rev,
    held: hold.kind,
    embargo: article.embargo,
    status: article.status,
    route,
    format,
    target,
    reason: override.reason.trim(),
    when,
    who: ports.user,
    computer: ports.host,
  };
  try {
    const folder = await override.records();
    await ports.files.makeFolder(folder);
    const name = `${when.replaceAll(/[-:.]/g, '')}-${article.id}-${ports.ids.hex(4)}.json`;
    const text = `${JSON.stringify(record, null, 2)}\n`;
    await atomicWrite(ports, join(folder, name), new TextEncoder().encode(text), { owner: 'override' });
  } catch (error) {
    const message = `${hold.text} The override could not be recorded, so nothing has left: ${messageOf(error)}`;
    throw new CopydeskError('held', message, { cause: error });
  }
}
