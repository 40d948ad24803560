import { readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../electron/core/picture.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { avifHeader, gifHeader, jpegHeader, png, pngHeader, webpHeaders } from '../support/pictures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

async function setUp() {
  const ports = testPorts();
  const root = temporaryFolder();
  const { media } = await createLibrary(root, ports);
  return { ports, root, media, names: () => readdirSync(join(root, 'media')) };
}

describe('a picture', () => {
  it.each([
    ['PNG', png(3, 2), 'png', 3, 2],
    ['GIF', gifHeader(600, 2), 'gif', 600, 2],
    ['JPEG', jpegHeader(4_000, 3_000), 'jpg', 4_000, 3_000],
    ['JPEG, upright', jpegHeader(4_000, 3_000, 3), 'jpg', 4_000, 3_000],
    ['JPEG, turned by its camera', jpegHeader(4_000, 3_000, 6), 'jpg', 3_000, 4_000],
    ['JPEG, turned, big end first', jpegHeader(4_000, 3_000, 8, true), 'jpg', 3_000, 4_000],
    ['WebP, lossy', webpHeaders.lossy(1_200, 630), 'webp', 1_200, 630],
    ['WebP, lossless', webpHeaders.lossless(1_200, 630), 'webp', 1_200, 630],
    ['WebP, extended', webpHeaders.extended(1_200, 630), 'webp', 1_200, 630],
    ['AVIF', avifHeader(1_920, 1_080), 'avif', 1_920, 1_080],
    ['AVIF, turned', avifHeader(1_920, 1_080, 3), 'avif', 1_080, 1_920],
  ])(
    '%s: is recognised by its bytes, and measured as people see it',
    (_, bytes, extension, width, height) => {
      expect(readPicture(bytes)).toEqual({ extension, width, height });
    },
  );

  it.each([
    ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', /SVG/],
    ['HEIC', '\0\0\0\u0018ftypheic', /HEIC/],
    ['TIFF', 'II*\0', /TIFF/],
    ['HTML', '<!DOCTYPE html><script>alert(1)</script>', /not a picture/],
    ['nothing', '', /empty/],
    ['a PNG cut short', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR', /damaged/],
    ['a JPEG without a frame', '\u00ff\u00d8\u00ff\u00e0\0\u0004\0\0\u00ff\u00d9', /damaged/],
    ['a JPEG with a segment of no length', '\u00ff\u00d8\u00ff\u00e0\0\0', /damaged/],
    ['a WebP of no known kind', 'RIFF\0\0\0\0WEBPNONE', /damaged/],
    ['an AVIF without a size', '\0\0\0\u000cftypavif', /damaged/],
  ])('%s: is refused with the reason', (_, text, reason) => {
    const refusal = expect.objectContaining({ code: 'refused', message: expect.stringMatching(reason) });
    expect(() => readPicture(Buffer.from(text, 'latin1'))).toThrow(refusal);
  });

  it('of no pixels is refused, of more than 50 megapixels or 30 MB too', () => {
    expect(() => readPicture(pngHeader(0, 10))).toThrow(expect.objectContaining({ code: 'refused' }));
    expect(readPicture(pngHeader(10_000, 5_000))).toMatchObject({ width: 10_000 });
    expect(() => readPicture(pngHeader(10_000, 5_001))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
    const heavy = new Uint8Array(30_000_001);
    heavy.set(png(1, 1));
    expect(() => readPicture(heavy)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it('cut anywhere is measured or refused, never a crash', () => {
    for (const whole of [png(2, 2), jpegHeader(9, 9, 6), webpHeaders.lossy(9, 9), avifHeader(9, 9, 1)]) {
      for (let end = 0; end < whole.length; end += 1) {
        try {
          readPicture(whole.subarray(0, end));
        } catch (error) {
          expect(error).toMatchObject({ code: 'refused' });
        }
      }
    }
  });
});

describe('the pictures of a library', () => {
  it('are named by their content, kept once, and read back', async () => {
    const { media, names } = await setUp();
    const bytes = png(3, 2);
    const stored = await media.add(bytes);
    expect(stored).toEqual({ src: expect.stringMatching(/^media\/[0-9a-f]{64}\.png$/), width: 3, height: 2 });
    expect(await media.add(bytes)).toEqual(stored);
    expect(names()).toHaveLength(1);
    expect(await media.read(stored.src)).toEqual({ bytes: Buffer.from(bytes), type: 'image/png' });
  });

  it('are written anew when somebody else left half a file', async () => {
    const { media, root } = await setUp();
    const { src } = await media.add(png(3, 2));
    truncateSync(join(root, src), 10);
    await media.add(png(3, 2));
    expect(readFileSync(join(root, src))).toEqual(Buffer.from(png(3, 2)));
  });

  it('leave nothing behind on a full disk', async () => {
    const { media, names, ports } = await setUp();
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
    await expect(media.add(png(3, 2))).rejects.toMatchObject({ code: 'disk-full' });
    expect(names()).toEqual([]);
  });

  it.each([
    '../secret.png',
    'media/../secret.png',
    `media/../media/${'a'.repeat(64)}.png`,
    `media/${'a'.repeat(64)}.svg`,
    `media/${'a'.repeat(64)}.png\0`,
    `media\\${'a'.repeat(64)}.png`,
    `/etc/${'a'.repeat(64)}.png`,
    `https://example.org/media/${'a'.repeat(64)}.png`,
    '',
  ])('are asked for by their own address only: %j', async (src) => {
    const { media } = await setUp();
    await expect(media.read(src)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('answer null for one that is not there, and follow no link', async () => {
    const { media, root } = await setUp();
    const src = `media/${'a'.repeat(64)}.png`;
    expect(await media.read(src)).toBeNull();
    const outside = join(temporaryFolder(), 'outside.png');
    writeFileSync(outside, 'x');
    symlinkSync(outside, join(root, src));
    await expect(media.read(src)).rejects.toMatchObject({ code: 'refused' });
    rmSync(join(root, 'media'), { recursive: true });
    expect(await media.read(src)).toBeNull();
  });
});
