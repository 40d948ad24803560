import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import './Menu.css';

/** One line of a menu, or a rule between groups. */
export type MenuEntry =
  | 'line'
  | {
      readonly label: string;
      readonly run: () => void;
      readonly icon?: ReactNode;
      readonly shortcut?: string | undefined;
      readonly disabled?: boolean;
    };

type Parts = Pick<typeof Dropdown, 'Item' | 'Separator'>;

// A rule has no identity but its place in the list.
const lines = ({ Item, Separator }: Parts, entries: readonly MenuEntry[]) =>
  entries.map((entry, index) =>
    entry === 'line' ? (
      <Separator key={`line-${String(index)}`} className="ui-menu-line" />
    ) : (
      <Item
        key={entry.label}
        className="ui-menu-item"
        disabled={entry.disabled === true}
        onSelect={entry.run}
      >
        {entry.icon}
        {entry.label}
        {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
      </Item>
    ),
  );

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
}

/** A menu that a button opens. */
export const Menu = ({ entries, children, align = 'start' }: MenuProps) => (
  <Dropdown.Root>
    <Dropdown.Trigger asChild>{children}</Dropdown.Trigger>
    <Dropdown.Portal>
      <Dropdown.Content className="ui-menu" align={align} sideOffset={4} collisionPadding={8}>
        {lines(Dropdown, entries)}
      </Dropdown.Content>
    </Dropdown.Portal>
  </Dropdown.Root>
);

/** The same by right click or the menu key on an element. */
export const ContextMenu = ({ entries, children }: Omit<MenuProps, 'align'>) => (
  <Context.Root>
    <Context.Trigger asChild>{children}</Context.Trigger>
    <Context.Portal>
      <Context.Content className="ui-menu" collisionPadding={8}>
        {lines(Context, entries)}
      </Context.Content>
    </Context.Portal>
  </Context.Root>
);
