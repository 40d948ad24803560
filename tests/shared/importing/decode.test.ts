import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../shared/importing/decode.ts';
import { importText } from '../../../shared/importing/text.ts';

const said = 'Zürich – “café”\nनई दिल्ली';
const utf8 = new TextEncoder().encode(said);
const utf16 = (mark: boolean, big: boolean, text = said): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

describe('the bytes of a text file', () => {
  it.each([
    ['UTF-8', utf8, 'utf-8', said],
    ['UTF-8 with its mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8), 'utf-8', said],
    ['UTF-16, little end first', utf16(true, false), 'utf-16le', said],
    ['UTF-16, big end first', utf16(true, true), 'utf-16be', said],
    ['UTF-16 without a mark', utf16(false, false, 'Ferries at night'), 'utf-16le', 'Ferries at night'],
    [
      'Windows-1252',
      Uint8Array.of(0x93, 0x63, 0x61, 0x66, 0xe9, 0x94, 0x20, 0x96),
      'windows-1252',
      '“café” –',
    ],
    ['nothing', new Uint8Array(), 'utf-8', ''],
  ])('are read as %s', (_name, bytes, encoding, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, damaged: 0 });
  });

  it('are read as UTF-8 where the file was cut in the middle of a character', () => {
    expect(decodeText(utf8.subarray(0, utf8.length - 1))).toMatchObject({ encoding: 'utf-8', damaged: 1 });
  });

  it('never throw, whatever they are', () => {
    expect(decodeText(Uint8Array.of(0xff)).text).toBe('ÿ');
    expect(decodeText(Uint8Array.of(0xff, 0xfe)).text).toBe('');
  });

  it('that were no UTF-8 are said in the receipt', () => {
    const { receipt } = importText({ name: 'a.txt', ...decodeText(Uint8Array.of(0x41, 0xe9, 0x20, 0x42)) });
    expect(receipt.decisions.map(({ what }) => what)).toContain(
      'the file was read as Windows-1252, not UTF-8',
    );
  });
});
