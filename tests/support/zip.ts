import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive; `declared` and `name` may lie, as those of a hostile archive do. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** Packed by deflate; without it, stored. */
  readonly packed?: boolean;
  /** The size that the archive says the part has. */
  readonly declared?: number;
  /** Bit 0 of the flags: the archive says that the part is encrypted. */
  readonly encrypted?: boolean;
}

const number = (value: number, size: 2 | 4): Buffer => {
  const bytes = Buffer.alloc(size);
  if (size === 2) bytes.writeUInt16LE(value);
  else bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** An archive of these parts, by the letter of the ZIP application note (4.3.7, 4.3.12, 4.3.16) and no more. */
export function zipOf(parts: readonly ZipPart[]): Uint8Array {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, packed = false, declared, encrypted = false } of parts) {
    const raw = Buffer.from(bytes);
    const data = packed ? deflateRawSync(raw, { level: 9 }) : raw;
    const path = Buffer.from(name);
    const common = Buffer.concat([
      number(20, 2),
      number(0x0800 | (encrypted ? 1 : 0), 2),
      number(packed ? 8 : 0, 2),
      number(0, 4),
      number(crc32(raw), 4),
      number(data.length, 4),
      number(declared ?? raw.length, 4),
      number(path.length, 2),
      number(0, 2),
    ]);
    const file = Buffer.concat([number(0x04034b50, 4), common, path, data]);
    directory.push(
      Buffer.concat([
        number(0x02014b50, 4),
        number(20, 2),
        common,
        number(0, 2),
        number(0, 2),
        number(0, 2),
        number(0, 4),
        number(offset, 4),
        path,
      ]),
    );
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.concat([
    number(0x06054b50, 4),
    number(0, 2),
    number(0, 2),
    number(parts.length, 2),
    number(parts.length, 2),
    number(central.length, 4),
    number(offset, 4),
    number(0, 2),
  ]);
  return new Uint8Array(Buffer.concat([...files, central, end]));
}
