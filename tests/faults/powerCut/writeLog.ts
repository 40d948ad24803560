/** The one file of the recorded disk. */
export const imageName = 'copydesk-power-cut.img';

/** What a disk was asked: to write bytes at an offset, or to make all writes before last. */
export type Entry =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'flush' };

const headLength = 16;

/** An entry as the log has it: kind, length and offset in 16 bytes, then what was written. */
export function encodeEntry(entry: Entry): readonly Uint8Array[] {
  const head = Buffer.alloc(headLength);
  head.writeUInt32LE(entry.kind === 'write' ? 1 : 2, 0);
  if (entry.kind === 'flush') return [head];
  head.writeUInt32LE(entry.bytes.length, 4);
  head.writeBigUInt64LE(BigInt(entry.at), 8);
  return [head, entry.bytes];
}

/** An entry, and the length of the log up to its end. */
export type LoggedEntry = Entry & { readonly end: number };

/** The whole entries of a log, in the order in which the disk served them. */
export function readLog(log: Buffer): readonly LoggedEntry[] {
  const entries: LoggedEntry[] = [];
  for (let at = 0; at + headLength <= log.length;) {
    const length = log.readUInt32LE(at + 4);
    const start = at + headLength;
    const offset = Number(log.readBigUInt64LE(at + 8));
    const end = start + length;
    if (end > log.length) break;
    const isWrite = log.readUInt32LE(at) === 1;
    entries.push(
      isWrite ? { kind: 'write', at: offset, bytes: log.subarray(start, end), end } : { kind: 'flush', end },
    );
    at = end;
  }
  return entries;
}
