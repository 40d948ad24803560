import type { NodeViewConstructor } from '@tiptap/pm/view';
import { textOf } from '../../../shared/article/block.ts';
import { element, labelledInput } from './elements.ts';
import { frame, setAttributes } from './frame.ts';

/** A correction note: its date, then its text. */
export const correctionView = (): NodeViewConstructor => (first, view, getPos) => {
  let node = first;
  const date = labelledInput('Correction, made on', { type: 'date' });
  const outside = element(
    'div',
    { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
    date.row,
  );
  const content = element('p');
  const dom = element(
    'div',
    { class: 'correction-block', role: 'group', 'aria-label': 'Correction' },
    outside,
    content,
  );
  date.input.addEventListener('change', () => setAttributes(view, getPos, { date: date.input.value }));
  const show = (): void => {
    const value = textOf(node.attrs, 'date');
    if (date.input.value !== value) date.input.value = value;
  };
  show();
  return {
    ...frame(first, view, getPos, dom, content),
    update: (next) => {
      if (next.type !== node.type) return false;
      node = next;
      show();
      return true;
    },
  };
};
