import { CopydeskError } from '../../shared/error.ts';
import { avifSize, gifSize, jpegSize, pngSize, webpSize, type Size } from './pictureSize.ts';

/** What a picture's bytes say of it; its size is as people see it (a turned photograph is turned). */
export interface Picture extends Size {
  readonly extension: 'png' | 'jpg' | 'gif' | 'webp' | 'avif';
}

/** At most this many bytes (30 MB) and pixels (50 megapixels). */
export const pictureLimits = { bytes: 30_000_000, pixels: 50_000_000 } as const;

/** The media type of each kind of picture. */
export const pictureTypes: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
};

const textAt = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

const kinds: readonly {
  readonly extension: Picture['extension'];
  readonly begins: (bytes: Uint8Array) => boolean;
  readonly size: (bytes: Uint8Array) => Size | null;
}[] = [
  { extension: 'png', begins: (bytes) => textAt(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n', size: pngSize },
  { extension: 'jpg', begins: (bytes) => textAt(bytes, 0, 3) === '\u00ff\u00d8\u00ff', size: jpegSize },
  { extension: 'gif', begins: (bytes) => /^GIF8[79]a$/.test(textAt(bytes, 0, 6)), size: gifSize },
  {
    extension: 'webp',
    begins: (bytes) => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 12) === 'WEBP',
    size: webpSize,
  },
  { extension: 'avif', begins: (bytes) => /^ftypavi[fs]$/.test(textAt(bytes, 4, 12)), size: avifSize },
];

const refused = (message: string) => new CopydeskError('refused', message);

function whatElse(bytes: Uint8Array): string {
  const start = textAt(bytes, 0, 1024);
  if (bytes.length === 0) return 'The picture is empty (0 bytes)';
  if (/<svg[\s>]|<!DOCTYPE svg/i.test(start))
    return 'SVG is not taken: it can carry script. Save the drawing as PNG first';
  if (/^ftyp(?:hei|hev|mif|msf)/.test(start.slice(4)))
    return 'HEIC is not taken: web browsers do not show it. Save the photograph as JPEG first';
  if (/^(?:II\*\0|MM\0\*)/.test(start))
    return 'TIFF and camera files are not taken: save the picture as JPEG first';
  return 'This is not a picture that web pages show (PNG, JPEG, GIF, WebP or AVIF)';
}

/** Recognises a picture by its bytes, never its name. Throws `refused` for other files, `too-large` beyond the limits. */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length > pictureLimits.bytes)
    throw new CopydeskError('too-large', `The picture has ${bytes.length} bytes; at most 30 MB are taken`);
  const kind = kinds.find(({ begins }) => begins(bytes));
  if (kind === undefined) throw refused(whatElse(bytes));
  const size = kind.size(bytes);
  if (size === null || size.width < 1 || size.height < 1)
    throw refused(`The ${kind.extension.toUpperCase()} picture is damaged: it does not tell its size`);
  if (size.width * size.height > pictureLimits.pixels) {
    const text = `The picture has ${size.width} × ${size.height} pixels; at most 50 megapixels are taken`;
    throw new CopydeskError('too-large', text);
  }
  return { extension: kind.extension, ...size };
}
