import { join } from 'node:path';
import { mediaPattern } from '../../shared/article/address.ts';
import { CopydeskError } from '../../shared/error.ts';
import { atomicWrite } from './atomicWrite.ts';
import type { Library } from './library.ts';
import { pictureLimits, pictureTypes, readPicture } from './picture.ts';
import type { Ports } from './ports.ts';
import { hashOf } from './serialise.ts';
import { codeOf, systemError } from './systemError.ts';

/** A picture that is in the library, as a figure names it. */
export interface StoredPicture {
  /** `media/<sha256>.<extension>` */
  readonly src: string;
  readonly width: number;
  readonly height: number;
}

/** The bytes of a picture and its media type. */
export interface Media {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** The pictures of one library, named by their content. */
export interface MediaStore {
  /** Keeps a picture, once; throws `refused` for what is no picture, `too-large`, `disk-full`. */
  readonly add: (bytes: Uint8Array) => Promise<StoredPicture>;
  /** Null if the library does not have it; throws `bad-input` for an address that is none of its own. */
  readonly read: (src: string) => Promise<Media | null>;
}

/** The pictures of a library that was opened. */
export function createMediaStore(ports: Ports, library: Library): MediaStore {
  return {
    add: async (bytes) => {
      const { extension, width, height } = readPicture(bytes);
      await library.verify();
      const folder = await library.folder('media');
      const name = `${hashOf(bytes)}.${extension}`;
      const path = join(folder, name);
      const there = await ports.files.stat(path);
      // The same name with another size is a copy cut short by somebody else: ours replaces it.
      if (there === null || there.kind !== 'file' || there.size !== bytes.length)
        await atomicWrite(ports, path, bytes, { owner: 'media' });
      return { src: `media/${name}`, width, height };
    },
    read: async (src) => {
      if (!mediaPattern.test(src))
        throw new CopydeskError('bad-input', `“${src.slice(0, 200)}” is no picture of the library`);
      const path = join(library.root, src);
      try {
        const folder = join(library.root, 'media');
        // A folder that is a link leads elsewhere: nothing there is the library's.
        if ((await ports.files.stat(folder))?.kind !== 'directory') return null;
        const bytes = await ports.files.read(join(folder, src.slice('media/'.length)), pictureLimits.bytes);
        return {
          bytes,
          type: pictureTypes[src.slice(src.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        };
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null;
        throw systemError(error, 'read', path);
      }
    },
  };
}
