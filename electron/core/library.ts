import { join } from 'node:path';
import { z } from '../../shared/zod.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite } from './atomicWrite.ts';
import type { Ports } from './ports.ts';
import { codeOf, systemError } from './systemError.ts';

/** Where a library's identity is. */
export const identityFile = join('.copydesk', 'library.json');
const identitySchema = z.looseObject({ copydesk: z.literal('library'), version: z.int(), id: z.string() });

/** Where things are inside a library folder. */
export const folders = {
  media: 'media',
  own: '.copydesk',
  trash: join('.copydesk', 'trash'),
  history: join('.copydesk', 'history'),
  overrides: join('.copydesk', 'overrides'),
} as const;

/** A library folder that was opened: its path and its identity. */
export interface Library {
  readonly root: string;
  readonly id: string;
  /** Throws `library-missing` or `library-replaced` unless the folder is still the one that was opened. */
  readonly verify: () => Promise<void>;
  /** The path of one of its folders, made if need be; throws `refused` if a link stands there. */
  readonly folder: (name: keyof typeof folders) => Promise<string>;
}

const missing = (root: string, what: string) =>
  new CopydeskError(
    'library-missing',
    `The library folder “${root}” ${what}. Nothing was changed and no new library was made: ` +
      'connect the disk, or bring the folder back, or choose another library.',
  );

async function readIdentity({ files }: Ports, root: string): Promise<{ id: string; stamp: string }> {
  const path = join(root, identityFile);
  let text: string;
  let stamp: string;
  try {
    const { bytes, stat } = await files.readWithStat(path, 65_536);
    text = new TextDecoder().decode(bytes);
    ({ stamp } = stat);
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    if (!['ENOENT', 'ENOTDIR'].includes(codeOf(error))) throw systemError(error, 'read', path);
    const found = await files.stat(root).catch(() => null);
    throw missing(
      root,
      found === null ? 'is not there' : 'is not a Copydesk library (it has no .copydesk/library.json)',
    );
  }
  let json: unknown = null;
  try {
    json = JSON.parse(text);
  } catch {
    // Told below: what is no JSON is no identity.
  }
  const identity = identitySchema.safeParse(json);
  if (identity.success) return { id: identity.data.id, stamp };
  throw new CopydeskError('library-replaced', `“${path}” is not the identity of a Copydesk library`);
}

/** Opens a library folder; throws `library-missing` where there is none, and makes nothing. */
export async function openLibraryFolder(ports: Ports, root: string): Promise<Library> {
  const { id, stamp } = await readIdentity(ports, root);
  const { files } = ports;
  let verified = stamp;
  return {
    root,
    id,
    verify: async () => {
      const stat = await files.stat(join(root, identityFile)).catch(() => null);
      // The very file that was read before, unwritten since.
      if (stat?.stamp === verified) return;
      const found = await readIdentity(ports, root);
      if (found.id !== id) {
        const text = `Another library lies at “${root}” now than the one that was opened. Nothing was written.`;
        throw new CopydeskError('library-replaced', text);
      }
      verified = found.stamp;
    },
    folder: async (name) => {
      const path = join(root, folders[name]);
      await files.makeFolder(path).catch((error: unknown) => {
        throw systemError(error, 'made', path);
      });
      if ((await files.resolve(path)) !== join(await files.resolve(root), folders[name])) {
        throw new CopydeskError('refused', `“${path}” leads out of the library: nothing is written there`);
      }
      return path;
    },
  };
}

/** Makes a folder a library, and opens it. What lies in it stays; a folder that is a library already keeps its identity. */
export async function makeLibraryFolder(ports: Ports, root: string): Promise<Library> {
  const { files, ids } = ports;
  const path = join(root, identityFile);
  try {
    await files.makeFolder(join(root, folders.own));
    if ((await files.stat(path)) === null) {
      const identity = { copydesk: 'library', version: 1, id: ids.hex(32) };
      await atomicWrite(ports, path, new TextEncoder().encode(`${JSON.stringify(identity, null, 2)}\n`));
    }
    await files.makeFolder(join(root, folders.media));
    await files.syncFolder(root);
  } catch (error) {
    throw systemError(error, 'made a library', root);
  }
  return openLibraryFolder(ports, root);
}
