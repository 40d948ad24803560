import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { commands, menus } from '../../shared/commands.ts';
import type { RunCommand } from '../commands.ts';
import { shortcutOf } from './accelerator.ts';
import '../ui/Dialog.css';
import './Palette.css';

export interface PaletteProps {
  readonly run: RunCommand;
  readonly onClose: () => void;
}

const listed = commands.filter(({ menuOnly }) => menuOnly !== true);

/** Every command of the menus, found by a few letters. */
export function Palette({ run, onClose }: PaletteProps) {
  const choose = (id: (typeof listed)[number]['id']) => {
    onClose();
    // Once the dialog has given the focus back, so that the command finds the caret where it was.
    setTimeout(() => run(id), 0);
  };
  return (
    <Dialog.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Dialog.Portal>
        <Dialog.Overlay className="ui-dialog-backdrop" />
        <Dialog.Content className="ui-dialog palette" aria-describedby={undefined}>
          <Dialog.Title className="ui-visually-hidden">Command palette</Dialog.Title>
          <Command label="Commands" loop>
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
                        value={`${command.label} ${command.id}`}
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
