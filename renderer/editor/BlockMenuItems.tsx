import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { ArrowDown, ArrowUp, Copy, Trash2, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { CommandId } from '../../shared/commands.ts';
import { duplicateBlocks, selectBlocks, type BlockRange } from './commands/blocks.ts';
import type { TextKind } from './commands/formats.ts';
import { run } from './commands/run.ts';
import { canTurn, turnInto } from './commands/turn.ts';
import type { EditorContext } from './context.ts';
import { commandText } from './keyText.ts';
import { StyleItems } from './StyleItems.tsx';

interface BlockMenuItemsProps {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** The blocks that the menu is for, asked for when it opens and when a line is chosen. */
  readonly range: () => BlockRange | null;
}

/** What can be done with a block: move, duplicate, turn into, delete. */
export function BlockMenuItems({ editor, context, range }: BlockMenuItemsProps) {
  const onBlocks = (id: CommandId) => (): void => {
    const blocks = range();
    if (blocks === null) return;
    editor.view.dispatch(selectBlocks(editor.state, blocks));
    run(editor.view, context, id);
  };
  const duplicate = (): void => {
    const blocks = range();
    if (blocks === null) return;
    editor.view.dispatch(closeHistory(duplicateBlocks(editor.state, blocks)));
    context.services().announce('Duplicated block');
  };
  const turn = (kind: TextKind) => (): void => {
    const blocks = range();
    if (blocks !== null) editor.view.dispatch(closeHistory(turnInto(editor.state, blocks, kind)));
  };
  const line = (label: string, Icon: LucideIcon, onSelect: () => void, shortcut?: string) => (
    <DropdownMenu.Item key={label} className="ui-menu-item" onSelect={onSelect}>
      <Icon aria-hidden />
      {label}
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </DropdownMenu.Item>
  );
  const command = (id: CommandId, Icon: LucideIcon) => {
    const { label, shortcut } = commandText(id);
    return line(label, Icon, onBlocks(id), shortcut);
  };
  const blocks = range();
  const turns = blocks !== null && editor.state.doc.children.slice(blocks.first, blocks.after).every(canTurn);
  return (
    <>
      {command('edit:moveUp', ArrowUp)}
      {command('edit:moveDown', ArrowDown)}
      {line('Duplicate Block', Copy, duplicate)}
      <DropdownMenu.Separator className="ui-menu-line" />
      {turns ? (
        <>
          <DropdownMenu.Label className="tools-menu-label">Turn into</DropdownMenu.Label>
          <StyleItems act={turn} />
          <DropdownMenu.Separator className="ui-menu-line" />
        </>
      ) : null}
      {command('edit:deleteBlock', Trash2)}
    </>
  );
}
