import { deflateSync } from 'node:zlib';

const u16 = (value: number): readonly number[] => [value >> 8, value & 255];
const u32 = (value: number): readonly number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const little = (value: number, bytes: number): readonly number[] =>
  Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 255);
const ascii = (text: string): readonly number[] =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
const bytes = (...parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(parts.flat());

const checksums = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const checksum = (data: readonly number[]): number => {
  let value = 0xffffffff;
  for (const byte of data) value = (checksums[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};
const chunk = (name: string, data: readonly number[]): readonly number[] => {
  const body = [...ascii(name), ...data];
  return [...u32(data.length), ...body, ...u32(checksum(body))];
};

/** A grey PNG that every program opens. */
export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const rows = new Uint8Array((width + 1) * height).fill(0x99);
  for (let row = 0; row < height; row += 1) rows[row * (width + 1)] = 0;
  return bytes(
    ascii('\u0089PNG\r\n\u001a\n'),
    chunk('IHDR', [...u32(width), ...u32(height), 8, 0, 0, 0, 0]),
    chunk('IDAT', [...deflateSync(rows)]),
    chunk('IEND', []),
  );
}

/** Only the header of a PNG, of any size. */
export const pngHeader = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes(ascii('\u0089PNG\r\n\u001a\n'), chunk('IHDR', [...u32(width), ...u32(height), 8, 0, 0, 0, 0]));

/** Only the header of a GIF. */
export const gifHeader = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  bytes(ascii('GIF89a'), little(width, 2), little(height, 2), [0, 0, 0]);

/** The start of a JPEG, with an Exif orientation if one is given. */
export function jpegHeader(width: number, height: number, orientation?: number, bigEndian = false) {
  const number = (value: number, size: 2 | 4) =>
    bigEndian ? (size === 2 ? u16(value) : u32(value)) : little(value, size);
  const tiff = [
    ...ascii(bigEndian ? 'MM' : 'II'),
    ...number(42, 2),
    ...number(8, 4),
    ...number(1, 2),
    ...number(0x0112, 2),
    ...number(3, 2),
    ...number(1, 4),
    ...number(orientation ?? 1, 2),
    0,
    0,
  ];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  return bytes(
    [0xff, 0xd8],
    orientation === undefined ? [0xff, 0xe0, 0, 4, 0, 0] : [0xff, 0xe1, ...u16(exif.length + 2), ...exif],
    [0xff, 0xdb, 0, 3, 0],
    [0xff, 0xff, 0xc2, 0, 11, 8, ...u16(height), ...u16(width), 1, 0, 0, 0],
  );
}

const riff = (name: string, data: readonly number[]) =>
  bytes(ascii('RIFF'), little(data.length + 12, 4), ascii(`WEBP${name}`), little(data.length, 4), data);

/** The start of a WebP of each of its three kinds. */
export const webpHeaders = {
  lossy: (width: number, height: number) =>
    riff('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, ...little(width, 2), ...little(height, 2)]),
  lossless: (width: number, height: number) =>
    riff('VP8L', [0x2f, ...little(((height - 1) << 14) | (width - 1), 4)]),
  extended: (width: number, height: number) =>
    riff('VP8X', [0, 0, 0, 0, ...little(width - 1, 3), ...little(height - 1, 3)]),
};

const box = (name: string, ...content: readonly (readonly number[])[]): readonly number[] => {
  const body = content.flat();
  return [...u32(body.length + 8), ...ascii(name), ...body];
};

/** The start of an AVIF with a thumbnail, turned by so many quarters. */
export const avifHeader = (width: number, height: number, quarters = 0): Uint8Array<ArrayBuffer> =>
  bytes(
    box('ftyp', ascii('avif'), [0, 0, 0, 0], ascii('mif1')),
    box(
      'meta',
      [0, 0, 0, 0],
      box('hdlr', [0, 0, 0, 0]),
      box(
        'iprp',
        box(
          'ipco',
          box('ispe', [0, 0, 0, 0], u32(64), u32(48)),
          box('ispe', [0, 0, 0, 0], u32(width), u32(height)),
          ...(quarters === 0 ? [] : [box('irot', [quarters])]),
        ),
      ),
    ),
  );
