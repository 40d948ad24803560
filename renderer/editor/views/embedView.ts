import type { NodeViewConstructor } from '@tiptap/pm/view';
import { textOf } from '../../../shared/article/block.ts';
import { addressField } from './addressField.ts';
import { element } from './elements.ts';
import { frame, setAttributes } from './frame.ts';

/** An embed: the address of what lives elsewhere, and the text for those who cannot open it. */
export const embedView = (): NodeViewConstructor => (first, view, getPos) => {
  let node = first;
  const address = addressField(
    'Embed, at the address',
    (href) => /^https?:/i.test(href),
    (href) => setAttributes(view, getPos, { href }),
  );
  const outside = element(
    'div',
    { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
    address.row,
  );
  const content = element('p');
  const dom = element(
    'div',
    { class: 'embed-block', role: 'group', 'aria-label': 'Embed' },
    outside,
    content,
  );
  address.show(textOf(node.attrs, 'href'));
  return {
    ...frame(first, view, getPos, dom, content),
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      address.show(textOf(node.attrs, 'href'));
      return true;
    },
  };
};
