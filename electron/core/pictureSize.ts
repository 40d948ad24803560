/** Width and height in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

// Headers are read without looking at lengths first: a header cut short ends in null.
const orNull =
  (read: (data: DataView, bytes: Uint8Array) => Size | null) =>
  (bytes: Uint8Array): Size | null => {
    try {
      return read(view(bytes), bytes);
    } catch (error) {
      if (error instanceof RangeError) return null;
      throw error;
    }
  };

const nameAt = (data: DataView, at: number): string =>
  String.fromCharCode(data.getUint8(at), data.getUint8(at + 1), data.getUint8(at + 2), data.getUint8(at + 3));

const turned = (size: Size, isTurned: boolean): Size =>
  isTurned ? { width: size.height, height: size.width } : size;

/** The size of a PNG, from its first chunk; null if there is none. */
export const pngSize = orNull((data) =>
  nameAt(data, 12) === 'IHDR' ? { width: data.getUint32(16), height: data.getUint32(20) } : null,
);

/** The size of a GIF's canvas. */
export const gifSize = orNull((data) => ({
  width: data.getUint16(6, true),
  height: data.getUint16(8, true),
}));

const uint24 = (data: DataView, at: number): number =>
  data.getUint16(at, true) + (data.getUint8(at + 2) << 16);

/** The size of a WebP, of all three kinds. */
export const webpSize = orNull((data) => {
  const kind = nameAt(data, 12);
  if (kind === 'VP8X') return { width: uint24(data, 24) + 1, height: uint24(data, 27) + 1 };
  if (kind === 'VP8L') {
    const bits = data.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8 ') return null;
  return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
});

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The size of a JPEG as shown: turned by its Exif orientation. */
export const jpegSize = orNull((data) => {
  let isTurned = false;
  for (let at = 2; ;) {
    if (data.getUint8(at) !== 0xff) return null;
    const marker = data.getUint8(at + 1);
    // Fill bytes before a marker, and the markers that stand alone.
    if (marker === 0xff) at += 1;
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (isFrame(marker))
      return turned({ width: data.getUint16(at + 7), height: data.getUint16(at + 5) }, isTurned);
    else if (marker === 0xd9 || marker === 0xda) return null;
    else {
      const length = data.getUint16(at + 2);
      if (length < 2) return null;
      if (marker === 0xe1 && nameAt(data, at + 4) === 'Exif') isTurned = exifTurns(data, at + 10);
      at += 2 + length;
    }
  }
});

// TIFF tag 0x0112: 5 to 8 stand for a quarter turn. A broken Exif block is as good as none.
function exifTurns(data: DataView, start: number): boolean {
  try {
    const little = data.getUint16(start) === 0x4949;
    const directory = start + data.getUint32(start + 4, little);
    const entries = data.getUint16(directory, little);
    for (let entry = 0; entry < entries; entry += 1) {
      const at = directory + 2 + entry * 12;
      if (data.getUint16(at, little) === 0x0112) return data.getUint16(at + 8, little) >= 5;
    }
  } catch {
    // Points outside the file.
  }
  return false;
}

interface Box {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

function boxesIn(data: DataView, from: number, to: number): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at + 8 <= to;) {
    const length = data.getUint32(at);
    const end = length === 0 ? to : at + length;
    if (end < at + 8 || end > to) break;
    boxes.push({ name: nameAt(data, at + 4), start: at + 8, end });
    at = end;
  }
  return boxes;
}

/** The size of an AVIF: its largest picture, turned as the file says. */
export const avifSize = orNull((data, bytes) => {
  const meta = boxesIn(data, 0, bytes.length).find(({ name }) => name === 'meta');
  if (meta === undefined) return null;
  const properties = boxesIn(data, meta.start + 4, meta.end)
    .filter(({ name }) => name === 'iprp')
    .flatMap((box) => boxesIn(data, box.start, box.end))
    .filter(({ name }) => name === 'ipco')
    .flatMap((box) => boxesIn(data, box.start, box.end));
  const sizes = properties
    .filter(({ name }) => name === 'ispe')
    .map(({ start }): Size => ({ width: data.getUint32(start + 4), height: data.getUint32(start + 8) }));
  const largest = sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0];
  const turn = properties.find(({ name }) => name === 'irot');
  const isTurned = turn !== undefined && (data.getUint8(turn.start) & 1) === 1;
  return largest === undefined ? null : turned(largest, isTurned);
});
