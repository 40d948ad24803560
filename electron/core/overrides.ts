import { join } from 'node:path';
import { z } from '../../shared/zod.ts';
import { folders, type Library } from './library.ts';
import type { Ports } from './ports.ts';
import { codeOf, systemError } from './systemError.ts';

const record = z.looseObject({
  article: z.string(),
  when: z.iso.datetime(),
  who: z.string(),
  route: z.string(),
  format: z.string(),
  held: z.string(),
  reason: z.string(),
});

/** One time that a held article left for a reason (`gate.ts`). */
export interface OverrideRecord {
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Who let it go; '' where the system did not say. */
  readonly who: string;
  readonly route: string;
  readonly format: string;
  /** What held it: a kind of `Hold`. */
  readonly held: string;
  readonly reason: string;
}

const namePattern = /^\d{8}T\d{9}Z-([0-9a-z]{16,32})-[0-9a-f]{4}\.json$/;
const largest = 65_536;

/** The overrides of an article in a library, newest first; a record that cannot be read is told with no words of its own. */
export async function listOverrides(
  ports: Pick<Ports, 'files'>,
  library: Pick<Library, 'root'>,
  id: string,
): Promise<readonly OverrideRecord[]> {
  const folder = join(library.root, folders.overrides);
  const names = await namesIn(ports, library);
  const records: OverrideRecord[] = [];
  for (const name of names.toReversed()) {
    if (namePattern.exec(name)?.[1] !== id) continue;
    records.push((await readRecord(ports.files, join(folder, name))) ?? unread(name));
  }
  return records;
}

/** How many times each article of a library left although it was held, by id; by the names of the records alone. */
export async function countOverrides(
  ports: Pick<Ports, 'files'>,
  library: Pick<Library, 'root'>,
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const name of await namesIn(ports, library)) {
    const id = namePattern.exec(name)?.[1];
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

async function namesIn(
  { files }: Pick<Ports, 'files'>,
  { root }: Pick<Library, 'root'>,
): Promise<readonly string[]> {
  const folder = join(root, folders.overrides);
  return files.list(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw systemError(error, 'read', folder);
  });
}

async function readRecord(files: Ports['files'], path: string): Promise<OverrideRecord | null> {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(await files.read(path, largest)));
    const read = record.safeParse(json);
    if (!read.success) return null;
    const { when, who, route, format, held, reason } = read.data;
    return { at: Date.parse(when), who, route, format, held, reason };
  } catch {
    // Told by its name: that it left is what matters.
    return null;
  }
}

// The name says when: "20260601T120000000Z".
function unread(name: string): OverrideRecord {
  const moment = name.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
  return { at: Date.parse(moment), who: '', route: '', format: '', held: '', reason: '' };
}
