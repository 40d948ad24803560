import type { Command } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  toggleHeader,
} from '@tiptap/pm/tables';
import type { NodeViewConstructor } from '@tiptap/pm/view';
import { textOf } from '../../../shared/article/block.ts';
import { blockButton, element, labelledInput } from './elements.ts';
import { frame, setAttributes } from './frame.ts';

interface Tool {
  readonly text: string;
  /** Its whole name, where the text is short because its group says the rest. */
  readonly name?: string;
  readonly command: Command;
}

const tools: readonly { readonly group: string; readonly tools: readonly Tool[] }[] = [
  {
    group: 'Row',
    tools: [
      { text: 'Above', name: 'Row above', command: addRowBefore },
      { text: 'Below', name: 'Row below', command: addRowAfter },
      { text: 'Delete', name: 'Delete row', command: deleteRow },
    ],
  },
  {
    group: 'Column',
    tools: [
      { text: 'Before', name: 'Column before', command: addColumnBefore },
      { text: 'After', name: 'Column after', command: addColumnAfter },
      { text: 'Delete', name: 'Delete column', command: deleteColumn },
    ],
  },
  {
    group: '',
    tools: [
      { text: 'Header row', command: toggleHeader('row') },
      { text: 'Delete table', command: deleteTable },
    ],
  },
];

/** A table with its caption, and tools that show while the caret is inside. */
export const tableView = (): NodeViewConstructor => (first, view, getPos) => {
  let node = first;
  const bar = element('div', {
    class: 'table-tools',
    role: 'toolbar',
    'aria-label': 'Table',
    contenteditable: 'false',
    'data-outside': true,
  });
  for (const { group, tools: some } of tools) {
    const span = element('span', { class: 'table-tool-group' }, group);
    for (const { text, name, command } of some) {
      const button = blockButton(text, () => {
        if (view.editable) command(view.state, view.dispatch, view);
        view.focus();
      });
      if (name !== undefined) button.setAttribute('aria-label', name);
      // A click must not take the caret out of the cell that the tool works on.
      button.addEventListener('mousedown', (event) => event.preventDefault());
      span.append(button);
    }
    bar.append(span);
  }
  const caption = labelledInput('Caption', { class: 'table-caption', placeholder: 'Caption of the table' });
  const outside = element(
    'div',
    { class: 'block-fields', contenteditable: 'false', 'data-outside': true },
    caption.row,
  );
  const content = element('tbody');
  const dom = element(
    'div',
    { class: 'table-block', role: 'group', 'aria-label': 'Table' },
    bar,
    outside,
    element('table', {}, content),
  );
  caption.input.addEventListener('input', () =>
    setAttributes(view, getPos, { caption: caption.input.value }),
  );
  bar.addEventListener('keydown', (event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const buttons = [...bar.querySelectorAll('button')];
    const here = buttons.findIndex((button) => button === document.activeElement);
    if (step !== 0) buttons[(here + step + buttons.length) % buttons.length]?.focus();
  });
  const show = (): void => {
    const text = textOf(node.attrs, 'caption');
    if (caption.input.value !== text) caption.input.value = text;
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
