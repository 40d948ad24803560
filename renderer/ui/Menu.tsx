import { ContextMenu as Context, DropdownMenu as Dropdown } from 'radix-ui';
import { useRef, type ReactElement, type ReactNode, type RefObject } from 'react';
import { useLandmark } from './useLandmark.ts';
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
      /** It puts the focus elsewhere: the menu does not give it back to where it was. */
      readonly leaves?: true;
    };

type Parts = Pick<typeof Dropdown, 'Item' | 'Separator'>;

// A rule has no identity but its place in the list.
const lines = ({ Item, Separator }: Parts, entries: readonly MenuEntry[], left: RefObject<boolean>) =>
  entries.map((entry, index) =>
    entry === 'line' ? (
      <Separator key={`line-${String(index)}`} className="ui-menu-line" />
    ) : (
      <Item
        key={`${entry.label} ${String(index)}`}
        className="ui-menu-item"
        disabled={entry.disabled === true}
        onSelect={() => {
          left.current = entry.leaves === true;
          entry.run();
        }}
      >
        {entry.icon}
        {entry.label}
        {entry.shortcut === undefined ? null : <kbd>{entry.shortcut}</kbd>}
      </Item>
    ),
  );

/** Whether the chosen entry left, and what keeps the focus there. */
function useLeaving() {
  const left = useRef(false);
  const onCloseAutoFocus = (event: Event) => {
    if (left.current) event.preventDefault();
    left.current = false;
  };
  return { left, onCloseAutoFocus };
}

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  /** The button that opens it. */
  readonly children: ReactElement;
  readonly align?: 'start' | 'end';
}

/** A menu that a button opens. */
export function Menu({ entries, children, align = 'start' }: MenuProps) {
  const [trigger, container] = useLandmark();
  const { left, onCloseAutoFocus } = useLeaving();
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild ref={trigger}>
        {children}
      </Dropdown.Trigger>
      <Dropdown.Portal container={container}>
        <Dropdown.Content
          className="ui-menu"
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={onCloseAutoFocus}
        >
          {lines(Dropdown, entries, left)}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  );
}

/** The same by right click or the menu key on an element. */
export function ContextMenu({ entries, children }: Omit<MenuProps, 'align'>) {
  const [trigger, container] = useLandmark();
  const { left, onCloseAutoFocus } = useLeaving();
  return (
    <Context.Root modal={false}>
      <Context.Trigger asChild ref={trigger}>
        {children}
      </Context.Trigger>
      <Context.Portal container={container}>
        <Context.Content className="ui-menu" collisionPadding={8} onCloseAutoFocus={onCloseAutoFocus}>
          {lines(Context, entries, left)}
        </Context.Content>
      </Context.Portal>
    </Context.Root>
  );
}
