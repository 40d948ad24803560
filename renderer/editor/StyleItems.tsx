import { DropdownMenu } from 'radix-ui';
import type { CommandId } from '../../shared/commands.ts';
import type { TextKind } from './commands/formats.ts';
import { commandText } from './keyText.ts';
import '../ui/Menu.css';

const styles: readonly (readonly [TextKind, CommandId])[] = [
  ['paragraph', 'format:paragraph'],
  ['heading2', 'format:heading2'],
  ['heading3', 'format:heading3'],
  ['heading4', 'format:heading4'],
  ['bulletList', 'format:bulletList'],
  ['orderedList', 'format:orderedList'],
  ['quote', 'format:quote'],
];

/** What the kind of text around the caret is called. */
export const styleLabel = (kind: TextKind | null): string => {
  const command = styles.find(([name]) => name === kind)?.[1];
  return command === undefined ? 'Text' : commandText(command).label;
};

interface StyleItemsProps {
  readonly act: (kind: TextKind, command: CommandId) => () => void;
}

/** The kinds of text, as lines of a menu. */
export const StyleItems = ({ act }: StyleItemsProps) =>
  styles.map(([kind, id]) => {
    const { label, shortcut } = commandText(id);
    return (
      <DropdownMenu.Item key={kind} className="ui-menu-item" onSelect={act(kind, id)}>
        {label}
        {shortcut === undefined ? null : <kbd>{shortcut}</kbd>}
      </DropdownMenu.Item>
    );
  });
