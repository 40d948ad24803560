import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import {
  Bold,
  ChevronDown,
  Italic,
  Link,
  List,
  ListOrdered,
  MoreVertical,
  Plus,
  Quote,
  Redo2,
  Strikethrough,
  Subscript,
  Superscript,
  Undo2,
  type LucideIcon,
} from 'lucide-react';
import { DropdownMenu, Toolbar as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import type { CommandId } from '../../shared/commands.ts';
import { BlockMenuItems } from './BlockMenuItems.tsx';
import { selectedBlocks } from './commands/blocks.ts';
import { readState, type MarkName } from './commands/reading.ts';
import { run } from './commands/run.ts';
import type { EditorContext } from './context.ts';
import { StyleItems, styleLabel } from './StyleItems.tsx';
import { ToolButton } from './ToolButton.tsx';
import './tools.css';

const marks: readonly (readonly [MarkName, CommandId, LucideIcon])[] = [
  ['strong', 'format:strong', Bold],
  ['emphasis', 'format:emphasis', Italic],
  ['strike', 'format:strike', Strikethrough],
  ['subscript', 'format:subscript', Subscript],
  ['superscript', 'format:superscript', Superscript],
  ['link', 'format:link', Link],
];

const shapes: readonly (readonly [string, CommandId, LucideIcon])[] = [
  ['bulletList', 'format:bulletList', List],
  ['orderedList', 'format:orderedList', ListOrdered],
  ['quote', 'format:quote', Quote],
];

interface ToolbarProps {
  readonly editor: Editor;
  readonly context: EditorContext;
}

/** The slim toolbar above the sheet: one stop for Tab, arrows inside; Alt+F10 comes here, Escape goes back. */
export function Toolbar({ editor, context }: ToolbarProps) {
  const reading = useEditorState({ editor, selector: ({ editor: current }) => readState(current.state) });
  const act = (id: CommandId) => () => run(editor.view, context, id);
  const back = (event: Event): void => {
    event.preventDefault();
    editor.view.focus();
  };
  return (
    <Primitive.Root
      className="tools"
      aria-label="Formatting"
      data-editor-toolbar=""
      onKeyDown={(event) => {
        if (event.key === 'Escape') editor.view.focus();
      }}
    >
      <ToolMenu
        trigger={
          <Primitive.Button className="tools-style" disabled={reading.kind === null}>
            <span>{styleLabel(reading.kind)}</span>
            <ChevronDown aria-hidden />
          </Primitive.Button>
        }
        onClosed={back}
      >
        <StyleItems act={(_kind, id) => act(id)} />
      </ToolMenu>
      <Primitive.Separator className="tools-line" />
      {marks.map(([name, id, Icon]) => (
        <ToolButton
          key={id}
          command={id}
          icon={Icon}
          pressed={reading.marks.includes(name)}
          disabled={!reading.possible.includes(name)}
          onClick={act(id)}
        />
      ))}
      <Primitive.Separator className="tools-line" />
      {shapes.map(([kind, id, Icon]) => (
        <ToolButton
          key={id}
          command={id}
          icon={Icon}
          pressed={reading.kind === kind}
          disabled={reading.kind === null}
          onClick={act(id)}
        />
      ))}
      <Primitive.Separator className="tools-line" />
      <ToolButton command="insert:open" icon={Plus} onClick={act('insert:open')} />
      <ToolMenu
        trigger={
          <Primitive.Button className="tools-button" aria-label="Block" disabled={!reading.inBody}>
            <MoreVertical aria-hidden />
          </Primitive.Button>
        }
        onClosed={back}
      >
        <BlockMenuItems editor={editor} context={context} range={() => selectedBlocks(editor.state)} />
      </ToolMenu>
      <span className="tools-space" />
      <ToolButton command="edit:undo" icon={Undo2} onClick={act('edit:undo')} />
      <ToolButton command="edit:redo" icon={Redo2} onClick={act('edit:redo')} />
    </Primitive.Root>
  );
}

interface ToolMenuProps {
  readonly trigger: ReactNode;
  readonly onClosed: (event: Event) => void;
  readonly children: ReactNode;
}

const ToolMenu = ({ trigger, onClosed, children }: ToolMenuProps) => (
  <DropdownMenu.Root modal={false}>
    <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        className="ui-menu"
        align="start"
        sideOffset={4}
        collisionPadding={8}
        onCloseAutoFocus={onClosed}
      >
        {children}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  </DropdownMenu.Root>
);
