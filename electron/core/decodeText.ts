import { CopydeskError } from '../../shared/error.ts';

const starts = (bytes: Uint8Array, ...given: readonly number[]): boolean =>
  given.every((byte, index) => bytes[index] === byte);

/** The text of a file from anywhere: UTF-8 or UTF-16 by its mark, else UTF-8, else Windows-1252. Throws `refused` for what is no text. */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (starts(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (starts(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  // Text has no zero bytes; archives, pictures and documents of word processors do.
  if (bytes.includes(0)) throw new CopydeskError('refused', `“${name}” is not a text file`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
