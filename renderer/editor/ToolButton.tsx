import type { LucideIcon } from 'lucide-react';
import { Toolbar as Primitive } from 'radix-ui';
import type { CommandId } from '../../shared/commands.ts';
import { Tooltip } from '../ui/Tooltip.tsx';
import { commandText } from './keyText.ts';

interface ToolButtonProps {
  readonly command: CommandId;
  readonly icon: LucideIcon;
  readonly onClick: () => void;
  /** For what is on or off; absent for what just happens. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
}

/** A button of a toolbar for a command: its icon, its label for the ear, its keys in the tooltip. */
export function ToolButton({ command, icon: Icon, onClick, pressed, disabled = false }: ToolButtonProps) {
  const { label, shortcut } = commandText(command);
  const name = label.replace(/…$/u, '');
  return (
    <Tooltip text={name} shortcut={shortcut}>
      <Primitive.Button
        className="tools-button"
        aria-label={name}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={disabled}
        // A click must not take the caret out of the text that the button works on.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        <Icon aria-hidden />
      </Primitive.Button>
    </Tooltip>
  );
}
