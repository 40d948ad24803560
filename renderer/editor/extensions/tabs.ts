import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import { goToNextCell, addRowAfter, isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { headerLength } from '../../../shared/article/schema.ts';
import { tabField } from '../commands/fields.ts';
import { indent } from '../commands/text.ts';
import { goFrom } from '../views/frame.ts';

const inParts = ({ selection: { $from } }: EditorState): boolean =>
  $from.index(0) >= headerLength &&
  $from.parent.isTextblock &&
  $from.parent.type.name !== 'paragraph' &&
  $from.parent.type.name !== 'heading';

function tab(view: EditorView, direction: 1 | -1): boolean {
  const { state, dispatch } = view;
  if (isInTable(state)) {
    if (goToNextCell(direction)(state, dispatch)) return true;
    if (direction === -1) return goFrom(view, state.selection.$from.before(1), view.dom, -1);
    // Tab in the last cell makes the next row.
    return addRowAfter(state, dispatch) && goToNextCell(1)(view.state, dispatch);
  }
  if (tabField(direction)(state, dispatch, view) || indent(direction)(state, dispatch, view)) return true;
  if (!inParts(state)) return false;
  const { $from } = state.selection;
  const next = partBeside(state, direction);
  if (next !== null) {
    dispatch(state.tr.setSelection(next).scrollIntoView());
    return true;
  }
  const position = $from.before(1);
  const block = view.nodeDOM(position);
  const content = block instanceof Element ? (block.querySelector('[data-content]') ?? block) : null;
  return content !== null && goFrom(view, position, content, direction);
}

function partBeside(state: EditorState, direction: 1 | -1): TextSelection | null {
  const { $from } = state.selection;
  if ($from.depth === 1) return null;
  const edge = direction === 1 ? $from.after() : $from.before();
  const found = TextSelection.findFrom(state.doc.resolve(edge), direction, true);
  return found instanceof TextSelection && found.$from.index(0) === $from.index(0) ? found : null;
}

/**
 * Tab: the next header field, cell, level of a list or part of a block; in running text it leaves the sheet. After
 * Escape it leaves from anywhere.
 */
export function tabs(): Plugin {
  let leaving = false;
  return new Plugin({
    props: {
      handleKeyDown: (view, event) => {
        if (event.key === 'Escape') leaving = true;
        else if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey)
          return !leaving && tab(view, event.shiftKey ? -1 : 1);
        else if (event.key !== 'Shift') leaving = false;
        return false;
      },
      handleDOMEvents: {
        focus: () => {
          leaving = false;
          return false;
        },
      },
    },
  });
}
