import type { NodeViewConstructor } from '@tiptap/pm/view';
import { element } from './elements.ts';

/** A fact box as a group: an `aside`, as on the page, would be a landmark of the application. */
export const factBoxView = (): NodeViewConstructor => () => {
  const dom = element('div', { class: 'fact-box', role: 'group', 'aria-label': 'Fact box' });
  return { dom, contentDOM: dom };
};
