import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { messageOf } from '../../../shared/error.ts';
import { gapAt } from '../commands/drag.ts';
import { figureOf, insertBlock } from '../commands/insert.ts';
import type { EditorContext } from '../context.ts';

const picturesOf = (data: DataTransfer | null): readonly File[] =>
  [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'));

/** A figure for each picture that is pasted or dropped, once the library has taken it in. */
export const pictures = (context: EditorContext): Plugin => {
  const add = async (view: EditorView, files: readonly File[], at: number | null): Promise<void> => {
    const services = context.services();
    let place = at;
    for (const file of files) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- in the order in which they were given
        const picture = await services.addPicture(file.name, new Uint8Array(await file.arrayBuffer()));
        if (view.isDestroyed) return;
        const figure = figureOf(picture);
        if (place === null) view.dispatch(insertBlock(view.state, figure));
        else {
          const safe = Math.min(place, view.state.doc.content.size);
          view.dispatch(view.state.tr.insert(safe, figure).scrollIntoView());
          place = safe + figure.nodeSize;
        }
        services.announce(`Added picture ${file.name}`);
      } catch (error) {
        services.report(`The picture ${file.name} was not added: ${messageOf(error)}`);
      }
    }
  };
  return new Plugin({
    props: {
      handlePaste: (view, event) => {
        const files = picturesOf(event.clipboardData);
        // Office programs add a picture of copied text: where there is text, the text is meant.
        if (files.length === 0 || event.clipboardData?.getData('text/plain').trim()) return false;
        void add(view, files, null);
        return true;
      },
      handleDrop: (view, event) => {
        const files = picturesOf(event.dataTransfer);
        if (files.length === 0) return false;
        event.preventDefault();
        void add(view, files, gapAt(view, event.clientY).position);
        return true;
      },
    },
  });
};
