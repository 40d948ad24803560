import type { Node } from 'prosemirror-model';
import { bodyBlocks } from '../article/text.ts';

/** Where the bytes of a picture are: in its own address, or in a file beside the imported one. */
export type PictureFrom =
  | { readonly kind: 'data'; readonly address: string }
  | { readonly kind: 'beside'; readonly path: string };

/** A picture that an import found but cannot read by itself; until it is read, its figures have `src` as their address. */
export interface HeldPicture {
  readonly src: string;
  readonly from: PictureFrom;
}

/** The pictures of one source, held until somebody reads them. */
export interface PictureHolder {
  /** The address for figures that show this picture: the same one each time. */
  readonly hold: (from: PictureFrom) => string;
  readonly all: () => readonly HeldPicture[];
}

const keyOf = (from: PictureFrom): string => (from.kind === 'data' ? from.address : from.path);

// The name stays, because a page tells its main picture by that.
const nameOf = (from: PictureFrom): string =>
  from.kind === 'data' ? '' : `/${encodeURIComponent(from.path.split('/').at(-1) ?? '')}`;

/** Gives each picture an address of its own; it leads nowhere, and no article keeps it. */
export function createPictureHolder(): PictureHolder {
  const held = new Map<string, HeldPicture>();
  return {
    hold: (from) => {
      const known = held.get(keyOf(from));
      if (known !== undefined) return known.src;
      const src = `held-picture/${String(held.size + 1)}${nameOf(from)}`;
      held.set(keyOf(from), { src, from });
      return src;
    },
    all: () => [...held.values()],
  };
}

/** A picture as people are told of it: its path, or the beginning of its data. */
export const heldText = ({ from }: HeldPicture): string =>
  from.kind === 'beside' ? from.path : `${from.address.slice(0, 40)}…`;

/** A source without the data of the pictures in it, which are no words. */
export const withoutData = (text: string, held: readonly HeldPicture[]): string =>
  held.reduce(
    (left, picture) =>
      picture.from.kind === 'data' ? left.replaceAll(picture.from.address, () => heldText(picture)) : left,
    text,
  );

/** The held pictures that an article shows, and those that it does not. */
export function partHeld(
  body: Node,
  held: readonly HeldPicture[],
): { readonly shown: readonly HeldPicture[]; readonly others: readonly HeldPicture[] } {
  const sources = new Set(bodyBlocks(body).map(({ node }): unknown => node.attrs['src']));
  return {
    shown: held.filter(({ src }) => sources.has(src)),
    others: held.filter(({ src }) => !sources.has(src)),
  };
}
