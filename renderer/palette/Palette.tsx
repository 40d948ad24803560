import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useRef } from 'react';
import { commands, menus, type CommandId } from '../../shared/commands.ts';
import type { RunCommand } from '../commands.ts';
import { shortcutOf } from './accelerator.ts';
import { useFocusReturn } from '../ui/useFocusReturn.ts';
import { score } from './score.ts';
import '../ui/Dialog.css';
import './Palette.css';

export interface PaletteProps {
  readonly run: RunCommand;
  readonly onClose: () => void;
}

const listed = commands.filter(({ menuOnly }) => menuOnly !== true);

/** Every command of the menus, found by a few letters. */
export function Palette({ run, onClose }: PaletteProps) {
  const chosen = useRef<CommandId | null>(null);
  const focus = useFocusReturn();
  const closed = (event: Event) => {
    focus.onCloseAutoFocus(event);
    // Once the focus is back, so that the command finds the caret where it was.
    if (chosen.current !== null) run(chosen.current);
  };
  const choose = (id: CommandId) => {
    chosen.current = id;
    onClose();
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="ui-dialog-backdrop" />
        <Dialog.Content
          className="ui-dialog palette"
          aria-describedby={undefined}
          onOpenAutoFocus={focus.onOpenAutoFocus}
          onCloseAutoFocus={closed}
        >
          <Dialog.Title className="ui-visually-hidden">Command palette</Dialog.Title>
          <Command label="Commands" loop filter={score}>
            <Command.Input className="palette-input" placeholder="Type a command" />
            <Command.List className="palette-list" label="Commands">
              <Command.Empty className="palette-empty">No command has these letters.</Command.Empty>
              {menus.map((menu) => (
                <Command.Group key={menu} heading={menu} className="palette-group">
                  {listed
                    .filter((command) => command.menu === menu)
                    .map((command) => (
                      <Command.Item
                        key={command.id}
                        className="palette-item"
                        value={command.label}
                        keywords={[menu, ...(command.words?.split(' ') ?? [])]}
                        onSelect={() => choose(command.id)}
                      >
                        <span>{command.label}</span>
                        <kbd>{shortcutOf(command)}</kbd>
                      </Command.Item>
                    ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
