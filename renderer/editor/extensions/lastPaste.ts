import { closeHistory, undo } from '@tiptap/pm/history';
import type { Node, Slice } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { emptyBody } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { messageOf } from '../../../shared/error.ts';
import { bytesOfData } from '../../../shared/importing/dataAddress.ts';
import type { PasteReading } from '../../../shared/importing/paste/readPaste.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';
import { figureOf } from '../commands/insert.ts';
import { nodeType } from '../commands/types.ts';
import type { EditorContext } from '../context.ts';
import type { ReadHtml } from './cleanHtml.ts';

/** A paste that was read and is about to be put in. */
export interface ReadPaste extends ReadHtml {
  readonly slice: Slice;
}

interface Last {
  /** The document right after the paste: nothing was done since while it is this one. */
  doc: Node;
  /** Where the pasted text ends. */
  end: number;
  readonly plain: string;
}

const plainOf = new WeakMap<EditorView, () => boolean>();

/** Puts the text of the last paste in its place as it was, without formatting; false if there is none, or more was done since. */
export const lastPasteAsPlain = (view: EditorView): boolean => plainOf.get(view)?.() ?? false;

/** What was put in, as a body: for the receipt to count. */
const bodyOf = ({ content }: Slice): Node => {
  const blocks: Node[] = [];
  let inline: Node[] = [];
  const end = (): void => {
    if (inline.length > 0) blocks.push(nodeType('paragraph').create(null, inline));
    inline = [];
  };
  content.forEach((node) => {
    if (node.isInline) inline.push(node);
    else {
      end();
      blocks.push(node);
    }
  });
  end();
  return schema.nodes['doc']?.create(null, [...emptyBody().children.slice(0, 5), ...blocks]) ?? emptyBody();
};

/**
 * Knows the last paste: takes its pictures into the library, tells its receipt, puts back what it removed, and makes
 * plain text of it. `read` is asked once after each paste for what it was.
 */
export function lastPaste(context: EditorContext, read: () => ReadPaste | null): Plugin {
  let last: Last | null = null;
  let told: readonly Decision[] = [];
  let waiting: { at: number }[] = [];
  let text = '';

  const fill = async (
    view: EditorView,
    { pictures }: PasteReading,
    places: readonly { at: number }[],
  ): Promise<void> => {
    const services = context.services();
    for (const [number, { data, alt }] of pictures.entries()) {
      const place = places[number];
      if (place === undefined) break;
      const name = alt === '' ? `pasted picture ${String(number + 1)}` : alt;
      try {
        // oxlint-disable-next-line no-await-in-loop -- in the order in which they stand
        const picture = await services.addPicture(name, bytesOfData(data));
        const node = view.isDestroyed ? null : view.state.doc.nodeAt(place.at);
        if (node?.type.name !== 'figure' || node.attrs['src'] !== '') continue;
        const wasLast = last?.doc === view.state.doc;
        const attrs = { ...figureOf(picture).attrs, alt, decorative: false };
        view.dispatch(view.state.tr.setNodeMarkup(place.at, null, attrs).setMeta('addToHistory', false));
        if (wasLast && last !== null) last.doc = view.state.doc;
        services.announce(`Added picture ${name}`);
      } catch (error) {
        services.report(`The picture ${name} was not added: ${messageOf(error)}`);
      }
    }
    waiting = waiting.filter((place) => !places.includes(place));
  };

  const plain = (view: EditorView): boolean => {
    if (last === null || last.doc !== view.state.doc) {
      context.services().announce('Nothing was pasted last: undo first, then paste as plain text');
      return false;
    }
    const { plain: was } = last;
    last = null;
    if (!undo(view.state, view.dispatch)) return false;
    view.dispatch(closeHistory(view.state.tr));
    view.focus();
    return view.pasteText(was);
  };

  const putBack = (view: EditorView, { text: gone }: Decision): boolean => {
    if (view.isDestroyed || last === null) return false;
    const { doc, tr } = view.state;
    const $end = doc.resolve(Math.min(last.end, doc.content.size));
    const at = $end.depth === 0 ? $end.pos : $end.after(1);
    const lines = gone.split('\n').filter((line) => line.trim() !== '');
    const isLast = last.doc === doc;
    view.dispatch(
      closeHistory(
        tr.insert(
          at,
          lines.map((line) => nodeType('paragraph').create(null, schema.text(line))),
        ),
      ),
    );
    if (isLast) last.doc = view.state.doc;
    return true;
  };

  const tell = (view: EditorView, before: EditorState, { reading, receiptOf, slice }: ReadPaste): void => {
    const { doc } = view.state;
    const old = new Set<Node>();
    before.doc.descendants((node) => void (node.type.name === 'figure' && old.add(node)));
    const places: { at: number }[] = [];
    doc.descendants((node, at) => {
      if (node.type.name === 'figure' && node.attrs['src'] === '' && !old.has(node)) places.push({ at });
    });
    waiting = [...waiting, ...places];
    const receipt = receiptOf(reading, bodyOf(slice), told);
    told = [];
    last = { doc, end: view.state.selection.to, plain: text.trim() === '' ? reading.plain : text };
    text = '';
    context.services().pasted({
      receipt,
      asItWas: () => plain(view),
      putBack: (decision) => putBack(view, decision),
      undo: () => last?.doc === view.state.doc && undo(view.state, view.dispatch),
    });
    if (reading.pictures.length > 0) void fill(view, reading, places);
  };

  return new Plugin({
    view: (editor) => {
      plainOf.set(editor, () => plain(editor));
      return {
        update: (view, before) => {
          if (view.state.doc === before.doc) return;
          const paste = read();
          if (paste !== null) tell(view, before, paste);
        },
      };
    },
    props: {
      handlePaste: (view, event, slice) => {
        text = event.clipboardData?.getData('text/plain') ?? '';
        const paste = slice.size === 0 ? read() : null;
        if (paste !== null) {
          // Nothing of it can stand here: what is selected stays, and the receipt says why.
          tell(view, view.state, paste);
          last = null;
          return true;
        }
        // One step of its own: what was typed just before stays when the paste is undone.
        view.dispatch(closeHistory(view.state.tr));
        return false;
      },
    },
    appendTransaction: (transactions) => {
      for (const { mapping, docChanged } of transactions) {
        if (!docChanged) continue;
        for (const place of waiting) place.at = mapping.map(place.at);
        if (last !== null) last.end = mapping.map(last.end);
      }
      // What `pasteArticle` says that it lifted, which is nobody else's mark.
      told = transactions.flatMap((tr) => (tr.getMeta('lifted') as readonly Decision[] | undefined) ?? []);
      return null;
    },
  });
}
