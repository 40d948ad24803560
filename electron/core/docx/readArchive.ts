import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { CopydeskError } from '../../../shared/error.ts';

/** What an archive may hold: entries, bytes when unpacked, and how much smaller the packed bytes may be (`reliability.md` T11). */
export const archiveLimits = {
  entries: 2000,
  bytes: 100_000_000,
  ratio: 100,
  ratioFrom: 10_000_000,
} as const;

const refused = (text: string, cause?: unknown) => new CopydeskError('refused', text, { cause });
const large = (text: string) => new CopydeskError('too-large', text);

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  let total = 0;
  if (zip.entryCount > archiveLimits.entries)
    throw large(`it holds ${zip.entryCount} parts; at most ${archiveLimits.entries} are read`);
  for await (const entry of zip.eachEntry()) {
    const { fileName, uncompressedSize, compressedSize } = entry;
    if (fileName.endsWith('/')) continue;
    if (entries.has(fileName)) throw refused(`it holds two parts called “${fileName.slice(0, 80)}”`);
    if (entry.isEncrypted()) throw refused('it is protected by a password');
    total += uncompressedSize;
    if (total > archiveLimits.bytes) throw large('it unpacks to more than 100 MB');
    const isBomb =
      uncompressedSize > archiveLimits.ratioFrom && uncompressedSize > compressedSize * archiveLimits.ratio;
    if (isBomb) throw refused('it is packed as no document is: a small part that fills the memory');
    entries.set(fileName, entry);
  }
  return entries;
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    // A stream of a file's bytes; what the directory declares is counted as well.
    const bytes = chunk as Uint8Array;
    size += bytes.length;
    if (size > entry.uncompressedSize) throw refused('it holds more than it declares');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * The parts of an archive by their names, unpacked into memory and never to a disk. Throws `refused` or `too-large` for
 * names that lead elsewhere, twins, bombs, passwords and damage.
 */
export async function readArchive(bytes: Uint8Array): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      decodeStrings: true,
      strictFileNames: true,
      validateEntrySizes: true,
    });
    const parts = new Map<string, Uint8Array>();
    for (const [name, entry] of await entriesOf(zip)) parts.set(name, await unpack(zip, entry));
    return parts;
  } catch (error) {
    if (error instanceof CopydeskError) throw error;
    const isElsewhere =
      error instanceof Error && /relative path|absolute path|invalid characters/u.test(error.message);
    throw refused(
      isElsewhere ? 'it holds a part that leads outside the file' : 'it is damaged, or no Word document',
      error,
    );
  }
}
