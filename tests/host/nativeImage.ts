import { readFileSync } from 'node:fs';
import { strict } from './strict.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

// oxlint-disable-next-line typescript/explicit-module-boundary-types
function makeImage(bytes: Buffer) {
  const isPng = bytes.subarray(0, 4).equals(pngSignature);
  const size = isPng
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : { width: 0, height: 0 };
  return strict('NativeImage', {
    isEmpty: (): boolean => bytes.length === 0,
    getSize: (): { readonly width: number; readonly height: number } => size,
    toPNG: (): Buffer => {
      if (bytes.length > 0 && !isPng) throw new Error('electron-host: NativeImage.toPNG knows PNG only');
      return bytes;
    },
    toDataURL: (): string => `data:image/png;base64,${bytes.toString('base64')}`,
  });
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Electron's nativeImage for PNG bytes: it holds them and knows their size. */
export const nativeImage = strict('nativeImage', {
  createEmpty: () => makeImage(Buffer.alloc(0)),
  createFromBuffer: (bytes: Buffer) => makeImage(bytes),
  createFromPath: (path: string) => makeImage(read(path)),
  createFromDataURL: (url: string) => makeImage(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')),
});
