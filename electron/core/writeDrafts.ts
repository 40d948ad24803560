import { join } from 'node:path';
import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Format, RenderSettings } from '../../shared/formats/format.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import { atomicWrite } from './atomicWrite.ts';
import { exportName } from './exportName.ts';
import { articleExtension, momentInName } from './fileNames.ts';
import type { LostDraft, UnreadDraft } from './lostDrafts.ts';
import type { Ports } from './ports.ts';
import { readRecord } from './journalRecord.ts';
import { articleToBytes } from './serialise.ts';

const owner = 'recover';

/** Writes a file that is not there yet, whole or not at all; throws `refused` if anything has that name, and leaves it. */
export async function writeNew(ports: Ports, path: string, bytes: Uint8Array): Promise<void> {
  const taken = async (): Promise<void> => {
    if ((await ports.files.stat(path)) === null) return;
    throw new CopydeskError('refused', `“${path}” is there already, and was left as it is`);
  };
  await taken();
  await atomicWrite(ports, path, bytes, { owner, beforeRename: taken });
}

// A name that is free with every ending: the second draft of a story is called name-2.
async function freeStem(ports: Ports, folder: string, stem: string, endings: readonly string[]) {
  const names = new Set((await ports.files.list(folder)).map((name) => name.normalize('NFC').toLowerCase()));
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? stem : `${stem}-${count}`;
    if (!endings.some((ending) => names.has(`${free}${ending}`.normalize('NFC').toLowerCase()))) return free;
  }
}

const stemOf = (draft: Article, at: number): string =>
  `${exportName(draft, { extension: '' }).slice(0, -1)}-${momentInName(at)}`;

/**
 * Writes a draft into a folder as an article's file, in each format beside it, and with the pictures that its library has;
 * answers the paths. What is in the folder stays as it is: a name that is taken is passed over.
 */
export async function writeDraft(
  ports: Ports,
  folder: string,
  { draft, at, home }: Pick<LostDraft, 'draft' | 'at' | 'home'>,
  formats: readonly Format[],
  settings: RenderSettings,
): Promise<readonly string[]> {
  const endings = [articleExtension, ...formats.map(({ extension }) => `.${extension}`)];
  const stem = join(folder, await freeStem(ports, folder, stemOf(draft, at), endings));
  const paths = endings.map((ending) => `${stem}${ending}`);
  await writeNew(ports, `${stem}${articleExtension}`, articleToBytes(draft));
  for (const format of formats) {
    const text = new TextEncoder().encode(format.render(draft, settings));
    await writeNew(ports, `${stem}.${format.extension}`, text);
  }
  for (const src of mediaOf(draft)) {
    // A picture is in the library, or was never lost with the draft: the words are what counts.
    const picture = await home?.media.read(src).catch(() => null);
    const path = join(folder, src);
    if (picture === null || picture === undefined || (await ports.files.stat(path)) !== null) continue;
    await ports.files.makeFolder(join(folder, 'media'));
    await writeNew(ports, path, picture.bytes);
    paths.push(path);
  }
  return paths;
}

/** Writes a draft that this Copydesk cannot read, as it was journalled: a later one can. Answers its path. */
export async function writeUnread(
  ports: Ports,
  folder: string,
  { id, record }: Pick<UnreadDraft, 'id' | 'record'>,
): Promise<string> {
  let text = record.payload;
  try {
    text = Buffer.from(`${JSON.stringify(readRecord(record).draft, null, 2)}\n`);
  } catch {
    // Not even a draft: the bytes are given as they are.
  }
  const stem = await freeStem(ports, folder, `${id}-${record.session}`, [articleExtension]);
  const path = join(folder, `${stem}${articleExtension}`);
  await writeNew(ports, path, text);
  return path;
}
