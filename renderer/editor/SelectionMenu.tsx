import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { BubbleMenu, type BubbleMenuProps } from '@tiptap/react/menus';
import { Bold, Heading2, Italic, Link, Quote, Strikethrough, type LucideIcon } from 'lucide-react';
import { Toolbar as Primitive } from 'radix-ui';
import type { CommandId } from '../../shared/commands.ts';
import { readState, type MarkName } from './commands/reading.ts';
import { run } from './commands/run.ts';
import type { EditorContext } from './context.ts';
import { ToolButton } from './ToolButton.tsx';

const marks: readonly (readonly [MarkName, CommandId, LucideIcon])[] = [
  ['strong', 'format:strong', Bold],
  ['emphasis', 'format:emphasis', Italic],
  ['strike', 'format:strike', Strikethrough],
  ['link', 'format:link', Link],
];

const shapes: readonly (readonly [string, CommandId, LucideIcon])[] = [
  ['heading2', 'format:heading2', Heading2],
  ['quote', 'format:quote', Quote],
];

const options: NonNullable<BubbleMenuProps['options']> = {
  placement: 'top',
  offset: 8,
  flip: {},
  shift: { padding: 8 },
};

const shown: NonNullable<BubbleMenuProps['shouldShow']> = ({ editor, element, state, view }) => {
  const { selection } = state;
  if (!editor.isEditable || selection.empty || !(selection instanceof TextSelection)) return false;
  if (!view.hasFocus() && !element.contains(document.activeElement)) return false;
  return selection.$from.sameParent(selection.$to)
    ? readState(state).possible.length > 0
    : readState(state).inBody;
};

/** The bubble menu over selected text. */
export function SelectionMenu({
  editor,
  context,
}: {
  readonly editor: Editor;
  readonly context: EditorContext;
}) {
  const reading = useEditorState({ editor, selector: ({ editor: current }) => readState(current.state) });
  const act = (id: CommandId) => () => run(editor.view, context, id);
  return (
    <BubbleMenu
      editor={editor}
      options={options}
      shouldShow={shown}
      updateDelay={150}
      className="bubble-place"
    >
      <Primitive.Root className="bubble" aria-label="Selected text">
        {marks
          .filter(([name]) => reading.possible.includes(name))
          .map(([name, id, Icon]) => (
            <ToolButton
              key={id}
              command={id}
              icon={Icon}
              pressed={reading.marks.includes(name)}
              onClick={act(id)}
            />
          ))}
        {reading.kind === null
          ? null
          : shapes.map(([kind, id, Icon]) => (
              <ToolButton
                key={id}
                command={id}
                icon={Icon}
                pressed={reading.kind === kind}
                onClick={act(id)}
              />
            ))}
      </Primitive.Root>
    </BubbleMenu>
  );
}
