import { Plugin } from '@tiptap/pm/state';
import { clearCrossing, crossesFields, inField, insertFieldText } from '../commands/fields.ts';

/** Keeps header fields apart: whatever is typed, cut, pasted or dropped, no field runs into another or the body. */
export const fields = (): Plugin =>
  new Plugin({
    props: {
      handleTextInput: (view, _from, _to, text) => {
        if (view.state.selection.empty || !crossesFields(view.state)) return false;
        view.dispatch(clearCrossing(view.state).insertText(text).scrollIntoView());
        return true;
      },
      handlePaste: (view, _event, slice) => {
        const { $from } = view.state.selection;
        if (!inField($from) && !crossesFields(view.state)) return false;
        view.dispatch(
          insertFieldText(view.state, slice.content.textBetween(0, slice.content.size, ' ', ' ')),
        );
        return true;
      },
      handleDrop: (view, event, slice, moved) => {
        const found = view.posAtCoords({ left: event.clientX, top: event.clientY });
        if (found === null || !inField(view.state.doc.resolve(found.pos))) return false;
        const text = slice.content.textBetween(0, slice.content.size, ' ', ' ').replace(/\s+/gu, ' ');
        const tr = view.state.tr;
        if (moved && !crossesFields(view.state)) tr.deleteSelection();
        if (text !== '') tr.insertText(text, tr.mapping.map(found.pos));
        view.dispatch(tr.setMeta('uiEvent', 'drop'));
        view.focus();
        return true;
      },
      dragCopies: (event) => event.ctrlKey,
      handleDOMEvents: {
        // An input method replaces the selection by itself, across every border: empty it first.
        compositionstart: (view) => {
          if (!view.state.selection.empty && crossesFields(view.state))
            view.dispatch(clearCrossing(view.state));
          return false;
        },
        cut: (view, event) => {
          if (view.state.selection.empty || !crossesFields(view.state)) return false;
          const { dom, text } = view.serializeForClipboard(view.state.selection.content());
          event.preventDefault();
          event.clipboardData?.setData('text/html', dom.innerHTML);
          event.clipboardData?.setData('text/plain', text);
          if (view.editable) view.dispatch(clearCrossing(view.state));
          return true;
        },
      },
    },
  });
