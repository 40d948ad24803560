import { closeHistory, redo, undo } from '@tiptap/pm/history';
import { undoInputRule } from '@tiptap/pm/inputrules';
import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CommandId } from '../../../shared/commands.ts';
import type { EditorContext } from '../context.ts';
import { lastPasteAsPlain } from '../extensions/lastPaste.ts';
import { deleteBlocks, moveBlocks, moveMessage, selectedBlocks } from './blocks.ts';
import { toHeading, toList, toMark, toParagraph, toQuote } from './formats.ts';
import { insertBlock, pickFigure, relatedLinkIn } from './insert.ts';
import { linkRange } from './link.ts';

type Run = (view: EditorView, context: EditorContext) => boolean;

const plain =
  (command: Command): Run =>
  (view) =>
    command(view.state, view.dispatch, view);

const undoAll: Command = (state, dispatch, view) =>
  undoInputRule(state, dispatch, view) || undo(state, dispatch, view);

const move =
  (direction: 1 | -1): Run =>
  (view, context) => {
    const range = selectedBlocks(view.state);
    if (range === null) return false;
    const tr = moveBlocks(view.state, range, direction);
    context
      .services()
      .announce(
        tr === null
          ? `Already the ${direction === 1 ? 'last' : 'first'} block`
          : moveMessage(view.state, range, direction),
      );
    if (tr !== null) view.dispatch(closeHistory(tr));
    return true;
  };

const removeBlock: Run = (view, context) => {
  const range = selectedBlocks(view.state);
  if (range === null) return false;
  view.dispatch(closeHistory(deleteBlocks(view.state, range)));
  const count = range.after - range.first;
  context.services().announce(count === 1 ? 'Deleted block' : `Deleted ${count} blocks`);
  return true;
};

const asks =
  (kind: 'link' | 'insert'): Run =>
  (view, context) => {
    if (kind === 'link' && linkRange(view.state) === null) return false;
    context.question.set({ kind });
    return true;
  };

const pastePlain: Run = (view, context) => {
  navigator.clipboard.readText().then(
    (text) => view.pasteText(text),
    () => context.services().report('The clipboard cannot be read here: press Ctrl+Shift+V in the sheet'),
  );
  return true;
};

/** What the editor can do of the table of commands. */
export const runs: Partial<Readonly<Record<CommandId, Run>>> = {
  'edit:undo': plain(undoAll),
  'edit:redo': plain(redo),
  'edit:pastePlain': pastePlain,
  'edit:pasteAsItWas': (view) => lastPasteAsPlain(view),
  'edit:moveUp': move(-1),
  'edit:moveDown': move(1),
  'edit:deleteBlock': removeBlock,
  'insert:open': asks('insert'),
  'insert:figure': (view, context) => {
    pickFigure(view, context);
    return true;
  },
  'insert:related': (view) => {
    view.dispatch(insertBlock(view.state, relatedLinkIn(view)));
    return true;
  },
  'format:paragraph': plain(toParagraph),
  'format:heading2': plain(toHeading(2)),
  'format:heading3': plain(toHeading(3)),
  'format:heading4': plain(toHeading(4)),
  'format:bulletList': plain(toList('bulletList')),
  'format:orderedList': plain(toList('orderedList')),
  'format:quote': plain(toQuote),
  'format:strong': plain(toMark('strong')),
  'format:emphasis': plain(toMark('emphasis')),
  'format:strike': plain(toMark('strike')),
  'format:subscript': plain(toMark('subscript')),
  'format:superscript': plain(toMark('superscript')),
  'format:link': asks('link'),
};

/** Runs a command of the table; false if it is not the editor's or does not apply here. */
export const run = (view: EditorView, context: EditorContext, id: CommandId): boolean =>
  (view.editable && runs[id]?.(view, context)) === true;
