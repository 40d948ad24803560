import type { Nodes, RootContent } from 'mdast';
import { isPictureData } from './dataAddress.ts';
import type { PictureHolder } from './heldPictures.ts';

/** Gives each picture that stands in the Markdown itself (`data:`) the address under which it is held. */
export function holdPictures(tree: readonly RootContent[], pictures: PictureHolder): void {
  const visit = (node: Nodes): void => {
    if ((node.type === 'image' || node.type === 'definition') && isPictureData(node.url))
      node.url = pictures.hold({ kind: 'data', address: node.url });
    if ('children' in node) node.children.forEach(visit);
  };
  tree.forEach(visit);
}
