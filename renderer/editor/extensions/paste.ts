import { Fragment, Slice, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { completeAddress, isSafeUrl } from '../../../shared/article/address.ts';
import { plainText } from '../../../shared/article/text.ts';
import { schema } from '../../../shared/article/schema.ts';
import { markType, nodeType } from '../commands/types.ts';
import type { EditorContext } from '../context.ts';
import type { ReadHtml } from './cleanHtml.ts';
import { cleanSlice } from './cleanSlice.ts';
import { lastPaste, type ReadPaste } from './lastPaste.ts';
import { loadedCleaner } from './lateCleaner.ts';

/** Lines of a paragraph that were broken to fit a width, not by a person: all but the last are long. */
const wrapped = (lines: readonly string[]): boolean =>
  lines.length > 1 && lines.slice(0, -1).every((line) => line.length >= 50);

const paragraphOf = (lines: readonly string[]): Node => {
  const parts: Node[] = [];
  for (const line of wrapped(lines) ? [lines.join(' ')] : lines) {
    if (parts.length > 0) parts.push(schema.node('hardBreak'));
    if (line !== '') parts.push(schema.text(line));
  }
  return nodeType('paragraph').create(null, parts);
};

/** No more paragraphs are made of a text; the rest of it stands in the last one. */
const mostParagraphs = 5000;

const withinLimit = (parts: readonly string[]): readonly string[] =>
  parts.length <= mostParagraphs
    ? parts
    : [...parts.slice(0, mostParagraphs), parts.slice(mostParagraphs).join(' ')];

/** Plain text as paragraphs: split at blank lines where there are any, else at every line. */
export function textToParagraphs(text: string): readonly Node[] {
  const clean = text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/gu, '')
    .replace(/^\n+|\n+$/gu, '');
  const trimmed = (line: string): string => line.trim();
  if (!/\n[^\S\n]*\n/u.test(clean))
    return withinLimit(clean.split('\n')).map((line) => paragraphOf([trimmed(line)]));
  return withinLimit(clean.split(/\n(?:[^\S\n]*\n)+/u)).map((part) =>
    paragraphOf(part.split('\n').map(trimmed)),
  );
}

const addressOf = (text: string): string | null => {
  const typed = text.trim();
  return /^(https?:\/\/|mailto:)\S+$/iu.test(typed) && isSafeUrl(typed) ? completeAddress(typed) : null;
};

/** The two plugins of pasting: what must know of a paste before any place takes it, and what puts it in. */
export interface PastePlugins {
  readonly lastPaste: Plugin;
  readonly paste: Plugin;
}

/**
 * What comes in by paste or drop: HTML read by its source's own habits, then by an allow-list and the schema; text as
 * paragraphs. Foreign HTML says with bold labels what ours says with classes, and its first paragraph may begin with the
 * dateline. The second plugin knows what was pasted last, and tells what became of it.
 */
export const pasting = (context: EditorContext): PastePlugins => {
  // Whether the last HTML that came was copied in an editor of ours: that has every block as it is.
  let isOwn = false;
  let found: ReadHtml | null = null;
  let read: ReadPaste | null = null;
  const take = (): ReadPaste | null => {
    const taken = read;
    read = null;
    return taken;
  };
  const reader = new Plugin({
    props: {
      transformPastedHTML: (html) => {
        const cleaner = loadedCleaner();
        isOwn = html.includes('data-pm-slice') && cleaner?.isLarge(html) !== true;
        if (cleaner === null || isOwn) return cleaner?.cleanHtml(html) ?? '';
        found = cleaner.readHtml(html);
        return found.html;
      },
      transformPasted: (pasted, _view, isPlain) => {
        if (isPlain) isOwn = false;
        const clean = cleanSlice(pasted);
        const slice = isOwn || isPlain ? clean : (loadedCleaner()?.labelledSlice(clean) ?? clean);
        read = found === null || isOwn || isPlain ? null : { ...found, slice };
        found = null;
        // It is put in at once, or never.
        queueMicrotask(take);
        return slice;
      },
      clipboardTextParser: (text, $context) => {
        if (!text.includes('\n')) {
          const inline = schema.text(text === '' ? ' ' : text, $context.marks());
          return new Slice(Fragment.from(nodeType('paragraph').create(null, inline)), 1, 1);
        }
        return new Slice(Fragment.from(textToParagraphs(text)), 1, 1);
      },
      clipboardTextSerializer: (slice) => {
        const parts: string[] = [];
        slice.content.forEach((node) => parts.push(node.isText ? (node.text ?? '') : plainText(node)));
        return slice.content.firstChild?.isInline === true ? parts.join('') : parts.join('\n\n');
      },
      handlePaste: (view, _event, slice) => {
        if (!isOwn && loadedCleaner()?.pasteArticle(view, slice, read?.reading.title ?? null) === true)
          return true;
        const { $from, $to, empty } = view.state.selection;
        const type = markType('link');
        if (empty || !$from.sameParent($to) || !$from.parent.type.allowsMarkType(type)) return false;
        const href = addressOf(slice.content.textBetween(0, slice.content.size, '\n', ' '));
        if (href === null) return false;
        view.dispatch(view.state.tr.addMark($from.pos, $to.pos, type.create({ href })));
        return true;
      },
    },
  });
  return { lastPaste: lastPaste(context, take), paste: reader };
};
