import { selectAll } from '@tiptap/pm/commands';
import { keydownHandler } from '@tiptap/pm/keymap';
import type { Command } from '@tiptap/pm/state';
import { Plugin } from '@tiptap/pm/state';
import { commands } from '../../../shared/commands.ts';
import { run, runs } from '../commands/run.ts';
import {
  backspace,
  backspaceWord,
  deleteWord,
  enter,
  enterAfter,
  forwardDelete,
  lineBreak,
} from '../commands/text.ts';
import type { EditorContext } from '../context.ts';

const isMac = /Mac|iP(hone|ad|od)/.test(navigator.platform);

/** An accelerator of the table of commands ("CmdOrCtrl+Shift+8") as ProseMirror names keys ("Mod-Shift-8"). */
export function keyName(accelerator: string): string {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const named: Readonly<Record<string, string>> = { Up: 'ArrowUp', Down: 'ArrowDown' };
  const modifiers = parts.map((part) => (part === 'CmdOrCtrl' ? 'Mod' : part === 'Cmd' ? 'Meta' : part));
  return [...modifiers, named[key] ?? (key.length === 1 ? key.toLowerCase() : key)].join('-');
}

/** Alt+F10, as in other editors: the tools of the table around the caret, else the toolbar. */
const toTools: Command = (_state, _dispatch, view) => {
  const editor = view?.dom.closest('.editor');
  const tools =
    editor?.querySelector<HTMLElement>('.is-here .table-tools button') ??
    editor?.querySelector<HTMLElement>('[data-editor-toolbar] button:not(:disabled)');
  tools?.focus();
  return tools !== undefined && tools !== null;
};

/** Every key of the sheet: those of the commands that the editor runs, then Enter, Backspace, Delete. */
export function keys(context: EditorContext): Plugin {
  const bindings: Record<string, Command> = {
    'Alt-F10': toTools,
    'Mod-a': selectAll,
    Enter: enter,
    'Mod-Enter': enterAfter,
    'Shift-Enter': lineBreak,
    Backspace: backspace,
    'Shift-Backspace': backspace,
    'Mod-Backspace': backspaceWord,
    Delete: forwardDelete,
    'Mod-Delete': deleteWord,
    ...(isMac
      ? {
          'Ctrl-h': backspace,
          'Alt-Backspace': backspaceWord,
          'Ctrl-d': forwardDelete,
          'Alt-Delete': deleteWord,
          'Alt-d': deleteWord,
        }
      : { 'Mod-y': (_state, _dispatch, view) => view !== undefined && run(view, context, 'edit:redo') }),
  };
  for (const { id, accelerator, mac } of commands) {
    const keyed = isMac ? (mac ?? accelerator) : accelerator;
    // Ctrl+Shift+V is the browser's own: its paste event carries the text, without asking for the clipboard.
    if (keyed === undefined || runs[id] === undefined || id === 'edit:pastePlain') continue;
    bindings[keyName(keyed)] = (_state, _dispatch, view) => {
      if (view === undefined) return false;
      run(view, context, id);
      return true;
    };
  }
  return new Plugin({ props: { handleKeyDown: keydownHandler(bindings) } });
}
