import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { Popover } from 'radix-ui';
import type { Insert } from '../../shared/article/block.ts';
import { useReading } from '../ui/store.ts';
import { Chooser } from './Chooser.tsx';
import { Choices, type Choice } from './Choices.tsx';
import { chooseInsert, findInserts, inserts } from './commands/insert.ts';
import type { EditorContext } from './context.ts';
import { closeSlash, markSlash, slashIds, slashOf, takeSlash } from './extensions/slashMenu.ts';

interface InsertMenuProps {
  readonly editor: Editor;
  readonly context: EditorContext;
}

const choiceOf = ({ label, hint }: Insert): Choice => ({ key: label, label, hint });
const find = (query: string): readonly Choice[] => findInserts(query).map(choiceOf);

/** Where a position of the document is in the window, for a menu to hang on. */
const anchorAt = (editor: Editor, position: () => number) => ({
  current: {
    getBoundingClientRect: () => {
      const { left, top, bottom } = editor.view.coordsAtPos(position());
      return new DOMRect(left, top, 0, bottom - top);
    },
  },
});

/** The insert menu of a typed `/`; the focus stays in the sheet. */
export function SlashMenu({ editor, context }: InsertMenuProps) {
  const slash = useEditorState({
    editor,
    selector: ({ editor: current }) => slashOf(current.state),
    equalityFn: Object.is,
  });
  if (slash === null) return null;
  const { view } = editor;
  return (
    // The popover hears Escape and a press elsewhere before the sheet does.
    <Popover.Root open onOpenChange={() => closeSlash(view)}>
      <Popover.Anchor virtualRef={anchorAt(editor, () => slash.from)} />
      <Popover.Portal>
        <Popover.Content
          className="chooser"
          role="presentation"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <Choices
            id={slashIds.list}
            label="Insert block"
            choices={slash.choices.map(choiceOf)}
            marked={slash.marked}
            optionId={slashIds.option}
            onMark={(index) => markSlash(view, index)}
            onTake={(index) => takeSlash(view, context, index)}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** The insert menu of the command "Insert Block…", with a field of its own. */
export function InsertMenu({ editor, context }: InsertMenuProps) {
  const open = useReading(context.question, (question) => question?.kind === 'insert');
  const close = (): void => context.question.set(null);
  const take = (choice: Choice): void => {
    const insert = inserts.find(({ label }) => label === choice.key);
    close();
    if (insert !== undefined) chooseInsert(editor.view, context, insert);
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => (next ? undefined : close())}>
      <Popover.Anchor virtualRef={anchorAt(editor, () => editor.state.selection.head)} />
      <Popover.Portal>
        <Popover.Content
          className="chooser"
          aria-label="Insert block"
          align="start"
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            editor.view.focus();
          }}
        >
          <Chooser label="Insert block" none="No block is called that" find={find} onTake={take} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
