/** A text read from bytes, how it was encoded, and how many bytes could not be read (shown as U+FFFD). */
export interface Decoded {
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
  readonly damaged: number;
}

const read = (bytes: Uint8Array, encoding: Decoded['encoding'], fatal = false): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes);

const count = (text: string, pattern: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
};

// UTF-16 without a mark: in Latin text every other byte is 0.
function unmarkedUtf16(bytes: Uint8Array): Decoded['encoding'] | null {
  const sample = bytes.subarray(0, 4096);
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2 || bytes.length % 2 === 1) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.5 && even < pairs * 0.05) return 'utf-16le';
  return even > pairs * 0.5 && odd < pairs * 0.05 ? 'utf-16be' : null;
}

/** Reads the bytes of a text file: UTF-8, UTF-16 with or without its mark, else Windows-1252. Never throws. */
export function decodeText(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  const wide = marked ?? unmarkedUtf16(bytes);
  if (wide !== null) return { text: read(bytes, wide), encoding: wide, damaged: bytes.length % 2 };
  try {
    return { text: read(bytes, 'utf-8', true), encoding: 'utf-8', damaged: 0 };
  } catch {
    const text = read(bytes, 'utf-8');
    const damaged = count(text, /\ufffd/gu);
    // Mostly sound UTF-8 with a few bad bytes (a file cut short) is damaged, not another encoding.
    if (count(text, /[^\u0000-\u007f\ufffd]/gu) > damaged * 2) return { text, encoding: 'utf-8', damaged };
    return { text: read(bytes, 'windows-1252'), encoding: 'windows-1252', damaged: 0 };
  }
}
