import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { headerLength } from '../../../shared/article/schema.ts';
import type { Insert } from '../../../shared/article/block.ts';
import { chooseInsert, findInserts } from '../commands/insert.ts';
import type { EditorContext } from '../context.ts';

/** The insert menu that a typed `/` opened: the range of what was typed, the choices, and which one is marked. */
export interface Slash {
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Insert[];
  readonly marked: number;
}

type Change = { readonly marked: number } | { readonly closed: true };

const key = new PluginKey<Slash | null>('slashMenu');
const listId = 'slash-menu';

/** The element ids by which the sheet names the open list and its marked line. */
export const slashIds = { list: listId, option: (index: number): string => `${listId}-${index}` };

/** The open insert menu; null if there is none. */
export const slashOf = (state: EditorState): Slash | null => key.getState(state) ?? null;

/** What stands between a `/` and the caret; null where no menu may open. */
function typedSlash({
  selection,
  doc,
}: EditorState): { readonly from: number; readonly query: string } | null {
  const { $from, empty } = selection;
  if (!empty || !(selection instanceof TextSelection) || $from.index(0) < headerLength) return null;
  if ($from.parent.type.name !== 'paragraph') return null;
  const before = doc.textBetween($from.start(), $from.pos, '\n', '\n').slice(-40);
  const found = /(?:^|\s)\/((?:\S(?:.*\S)? ?)?)$/u.exec(before);
  return found === null ? null : { from: $from.pos - (found[1] ?? '').length - 1, query: found[1] ?? '' };
}

/** Marks a choice of the open menu. */
export const markSlash = (view: EditorView, marked: number): void =>
  view.dispatch(view.state.tr.setMeta(key, { marked } satisfies Change));

/** Takes the marked choice (or another) in place of what was typed. */
export function takeSlash(view: EditorView, context: EditorContext, index?: number): boolean {
  const slash = slashOf(view.state);
  const choice = slash?.choices[index ?? slash.marked];
  if (slash === null || choice === undefined) return false;
  chooseInsert(view, context, choice, view.state.tr.delete(slash.from, slash.to));
  return true;
}

/** Closes the menu; what was typed stays. */
export const closeSlash = (view: EditorView): void => {
  if (slashOf(view.state) !== null)
    view.dispatch(view.state.tr.setMeta(key, { closed: true } satisfies Change));
};

/** `/` at the start of a paragraph or after a space opens the insert menu; typing on narrows it. */
export const slashMenu = (context: EditorContext): Plugin<Slash | null> =>
  new Plugin<Slash | null>({
    key,
    state: {
      init: () => null,
      apply: (tr, before, _old, state) => {
        // Only this plugin sets this meta.
        const change = tr.getMeta(key) as Change | undefined;
        if (change !== undefined)
          return 'closed' in change || before === null ? null : { ...before, marked: change.marked };
        if (!tr.docChanged && !tr.selectionSet) return before;
        const typed = typedSlash(state);
        const opens = tr.docChanged && typed?.query === '' && tr.getMeta('uiEvent') === undefined;
        const goesOn = before !== null && typed?.from === tr.mapping.map(before.from, -1);
        if (typed === null || (!opens && !goesOn)) return null;
        const choices = findInserts(typed.query);
        if (choices.length === 0) return null;
        return { from: typed.from, to: state.selection.from, choices, marked: 0 };
      },
    },
    props: {
      attributes: (state): Record<string, string> => {
        const slash = slashOf(state);
        return slash === null
          ? {}
          : { 'aria-controls': listId, 'aria-activedescendant': slashIds.option(slash.marked) };
      },
      handleKeyDown: (view, event) => {
        const slash = slashOf(view.state);
        if (slash === null || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
          return false;
        const { marked, choices } = slash;
        if (event.key === 'ArrowDown') markSlash(view, (marked + 1) % choices.length);
        else if (event.key === 'ArrowUp') markSlash(view, (marked + choices.length - 1) % choices.length);
        else if (event.key === 'Enter' || event.key === 'Tab') return takeSlash(view, context);
        else if (event.key === 'Escape') closeSlash(view);
        else return false;
        return true;
      },
      handleDOMEvents: {
        blur: (view) => {
          closeSlash(view);
          return false;
        },
      },
    },
  });
