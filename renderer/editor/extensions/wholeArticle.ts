import { Plugin } from '@tiptap/pm/state';
import { emptyBody } from '../../../shared/article/article.ts';
import { countWords } from '../../../shared/article/text.ts';
import { inField } from '../commands/fields.ts';
import type { EditorContext } from '../context.ts';

/** No headline, kicker or standfirst has more words than this. */
const mostOfAField = 40;

/** Whether a text is more than one header field could hold: several lines, and more words than any of them has. */
export const isWholeArticle = (text: string): boolean =>
  text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '').length > 1 && countWords(text) > mostOfAField;

/** Plain text of a whole article, pasted where the caret stands in a new sheet, is read like a file: no headline becomes a page long. */
export const wholeArticle = (context: EditorContext): Plugin => {
  let text: string | null = null;
  return new Plugin({
    props: {
      // Asked only for what comes in as text.
      transformPastedText: (pasted) => {
        text = pasted;
        queueMicrotask(() => (text = null));
        return pasted;
      },
      handlePaste: ({ state }) => {
        if (text === null || !inField(state.selection.$from) || !isWholeArticle(text)) return false;
        if (!state.doc.eq(emptyBody())) return false;
        context.services().readWhole(text);
        return true;
      },
    },
  });
};
