import { deflateSync, inflateSync } from 'node:zlib';
import { pngOf } from './screenshotLibrary.ts';

function imageOf(png: Buffer): { readonly header: Buffer; readonly rows: Buffer } {
  const data: Buffer[] = [];
  let header: Buffer = Buffer.alloc(0);
  for (let at = 8; at < png.length;) {
    const size = png.readUInt32BE(at);
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') header = png.subarray(at + 8, at + 8 + size);
    if (name === 'IDAT') data.push(png.subarray(at + 8, at + 8 + size));
    at += size + 12;
  }
  return { header, rows: inflateSync(Buffer.concat(data)) };
}

// The predictor of filter 4, as the PNG specification has it.
function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** The same picture in fewer bytes: unfiltered rows pack better where most of it is flat, as in an interface. */
export function shrinkPng(png: Buffer): Buffer {
  const { header, rows } = imageOf(png);
  const width = header.readUInt32BE(0);
  const height = header.readUInt32BE(4);
  if (header[8] !== 8 || header[9] !== 2) return png;
  const length = width * 3;
  const plain = Buffer.alloc((length + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * (length + 1);
    const filter = rows[start];
    for (let at = 1; at <= length; at += 1) {
      const left = at > 3 ? (plain[start + at - 3] ?? 0) : 0;
      const up = row > 0 ? (plain[start - length - 1 + at] ?? 0) : 0;
      const corner = row > 0 && at > 3 ? (plain[start - length - 4 + at] ?? 0) : 0;
      const guesses = [0, left, up, (left + up) >> 1, paeth(left, up, corner)];
      plain[start + at] = ((rows[start + at] ?? 0) + (guesses[filter ?? 0] ?? 0)) & 255;
    }
  }
  const packed = pngOf(header, deflateSync(plain, { level: 9, memLevel: 9 }));
  return packed.length < png.length ? packed : png;
}
