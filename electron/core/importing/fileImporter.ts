import { CopydeskError } from '../../../shared/error.ts';
import { decodeText } from '../../../shared/importing/decode.ts';
import { importers, type Imported, type Importer } from '../../../shared/importing/index.ts';
import type { Tracked, TrackedChanges } from '../../../shared/importing/tracked.ts';
import { docx } from '../docx/docx.ts';
import { takeInside } from './takePictures.ts';

/** A picture that came inside a file: its bytes, under the address that the library will give it. */
export interface BroughtPicture {
  readonly src: string;
  readonly bytes: Uint8Array;
}

/** What a file became, and the pictures in it. */
export interface ImportedWithPictures extends Imported {
  readonly pictures?: readonly BroughtPicture[];
}

/** One way to read the bytes of a file as an article. Rejects with `refused` or `too-large`, never naming the file. */
export interface FileImporter extends Pick<Importer, 'id' | 'label' | 'extensions'> {
  readonly read: (name: string, bytes: Uint8Array, tracked: Tracked) => Promise<ImportedWithPictures>;
  /** The tracked changes of a file whose kind has such, for a person to decide about; null if it holds none. */
  readonly look?: (bytes: Uint8Array) => Promise<TrackedChanges | null>;
}

const ofText = ({ id, label, extensions, run }: Importer): FileImporter => ({
  id,
  label,
  extensions,
  read: async (name, bytes) => {
    const decoded = decodeText(bytes);
    // Archives, pictures and documents of word processors have zero bytes, text has none.
    if (decoded.text.includes('\0')) throw new CopydeskError('refused', 'it is not a text file');
    const { receipt, held = [], ...made } = run({ name, ...decoded });
    const whole = { ...receipt, plain: receipt.plain ?? decoded.text };
    return { ...made, ...(await takeInside({ body: made.body, held, pictures: [], receipt: whole })) };
  },
});

/** Every way to read a file as an article, in the order of the dialog. */
export const fileImporters: readonly FileImporter[] = [...importers.map(ofText), docx];
