import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Article } from '../../shared/article/article.ts';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';

const crcTable = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 4);
  return framed;
}

type Colour = readonly [number, number, number];

const night: Colour = [24, 34, 54];
const dusk: Colour = [94, 88, 112];
const sea: Colour = [20, 46, 62];
const hull: Colour = [232, 230, 222];
const window: Colour = [250, 208, 120];
const stone: Colour = [66, 60, 58];

const mix = (a: Colour, b: Colour, share: number): Colour => [
  Math.round(a[0] + (b[0] - a[0]) * share),
  Math.round(a[1] + (b[1] - a[1]) * share),
  Math.round(a[2] + (b[2] - a[2]) * share),
];

// A ferry with lit windows at a quay after dark, from rectangles. x and y run from 0 to 1.
function colourAt(x: number, y: number): Colour {
  if (x > 0.82 && y > 0.56) return stone;
  if (x > 0.18 && x < 0.78 && y > 0.5 && y < 0.66 && x - 0.18 > (y - 0.5) * 0.5) {
    return y > 0.6 ? [150, 44, 40] : hull;
  }
  if (x > 0.26 && x < 0.7 && y > 0.4 && y <= 0.5)
    return y > 0.43 && y < 0.465 && (x * 40) % 1 > 0.35 ? window : hull;
  if (x > 0.34 && x < 0.56 && y > 0.32 && y <= 0.4)
    return y > 0.34 && y < 0.37 && (x * 40) % 1 > 0.4 ? window : hull;
  if (x > 0.58 && x < 0.62 && y > 0.28 && y <= 0.4) return [150, 44, 40];
  if (y > 0.62) {
    const lit = x > 0.26 && x < 0.7 && (x * 40) % 1 > 0.35 && Math.floor(y * 90) % 3 === 0;
    return lit ? mix(sea, window, Math.max(0, 0.5 - (y - 0.62) * 1.6)) : mix(sea, night, (y - 0.62) * 1.8);
  }
  return mix(night, dusk, y / 0.62);
}

/** The stories' picture as a PNG, drawn here so that the project holds no binary for it. */
export function drawPicture(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1)
      rows.set(colourAt(column / width, row / height), row * (width * 3 + 1) + 1 + column * 3);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return pngOf(header, deflateSync(rows));
}

/** A PNG from its header and its packed rows. */
export const pngOf = (header: Buffer, packed: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);

/** Puts a picture into a library's media, as Copydesk names it; answers its `src`. */
export async function putPicture(library: string, bytes: Buffer): Promise<string> {
  const src = `media/${createHash('sha256').update(bytes).digest('hex')}.png`;
  await mkdir(join(library, 'media'), { recursive: true });
  await writeFile(join(library, src), bytes);
  return src;
}

/** Writes articles into a library folder as Copydesk does. */
export async function putArticles(library: string, articles: readonly Article[]): Promise<void> {
  for (const article of articles)
    await writeFile(join(library, articleName(article)), articleToBytes(article));
}
