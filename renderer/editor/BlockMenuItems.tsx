import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { ArrowDown, ArrowUp, Copy, Trash2, type LucideIcon } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { duplicateBlocks, selectBlocks, type BlockRange } from './commands/blocks.ts';
import type { CommandId } from '../../shared/commands.ts';
import { run } from './commands/run.ts';
import type { EditorContext } from './context.ts';
import { commandText } from './keyText.ts';
import { StyleItems } from './StyleItems.tsx';

interface BlockMenuItemsProps {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** The blocks that the menu is for, asked for when a line is chosen. */
  readonly range: () => BlockRange | null;
}

const acts: readonly (readonly [CommandId, LucideIcon])[] = [
  ['edit:moveUp', ArrowUp],
  ['edit:moveDown', ArrowDown],
];

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
  const line = (label: string, Icon: LucideIcon, onSelect: () => void, shortcut?: string) => (
    <DropdownMenu.Item key={label} className="ui-menu-item" onSelect={onSelect}>
      <Icon aria-hidden />
      {label}
      {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
    </DropdownMenu.Item>
  );
  const remove = commandText('edit:deleteBlock');
  return (
    <>
      {acts.map(([id, Icon]) => {
        const { label, shortcut } = commandText(id);
        return line(label, Icon, onBlocks(id), shortcut);
      })}
      {line('Duplicate Block', Copy, duplicate)}
      <DropdownMenu.Separator className="ui-menu-line" />
      <DropdownMenu.Label className="tools-menu-label">Turn into</DropdownMenu.Label>
      <StyleItems act={onBlocks} />
      <DropdownMenu.Separator className="ui-menu-line" />
      {line(remove.label, Trash2, onBlocks('edit:deleteBlock'), remove.shortcut)}
    </>
  );
}
