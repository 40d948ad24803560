import type { Editor } from '@tiptap/core';
import { GripVertical } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useEffect, useState, type DragEvent } from 'react';
import { BlockMenuItems } from './BlockMenuItems.tsx';
import { blockAt } from './commands/blocks.ts';
import { elementAt, positionOf, startDrag } from './commands/drag.ts';
import type { EditorContext } from './context.ts';

interface BlockHandleProps {
  readonly editor: Editor;
  readonly context: EditorContext;
  /** The positioned element that holds the sheet. */
  readonly sheet: HTMLElement;
}

interface Hovered {
  readonly block: Element;
  readonly top: number;
  readonly left: number;
}

/** The handle beside the block under the pointer: drag it to move the block, click it for what else can be done. */
export function BlockHandle({ editor, context, sheet }: BlockHandleProps) {
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const move = (event: MouseEvent): void => {
      if (open || event.buttons !== 0 || !editor.isEditable) return;
      const block = elementAt(editor.view, event.clientY);
      const position = block === null ? null : positionOf(editor.view, block);
      if (block === null || position === null || blockAt(editor.state.doc, position) === null) return;
      const [outer, inner] = [sheet.getBoundingClientRect(), block.getBoundingClientRect()];
      const text = editor.view.dom.getBoundingClientRect();
      const rtl = getComputedStyle(editor.view.dom).direction === 'rtl';
      setHovered((before) =>
        before?.block === block
          ? before
          : {
              block,
              top: inner.top - outer.top + 1,
              left: rtl ? text.right - outer.left + 6 : text.left - outer.left - 28,
            },
      );
    };
    const leave = (): void => {
      if (!open) setHovered(null);
    };
    const changed = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (transaction.docChanged) setHovered(null);
    };
    sheet.addEventListener('mousemove', move);
    sheet.addEventListener('mouseleave', leave);
    editor.on('transaction', changed);
    return () => {
      sheet.removeEventListener('mousemove', move);
      sheet.removeEventListener('mouseleave', leave);
      editor.off('transaction', changed);
    };
  }, [editor, sheet, open]);

  if (hovered === null) return null;
  const range = () => {
    const position = positionOf(editor.view, hovered.block);
    return position === null ? null : blockAt(editor.state.doc, position);
  };
  const drag = (event: DragEvent): void => {
    const blocks = range();
    if (blocks === null) return;
    startDrag(editor.view, blocks, event.dataTransfer, hovered.block);
  };
  return (
    <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
      <DropdownMenu.Trigger asChild>
        <button
          type="button"
          className="block-handle"
          style={{ top: hovered.top, left: hovered.left }}
          aria-label="Block: drag to move, click for more"
          tabIndex={-1}
          draggable
          onDragStart={drag}
          onDragEnd={() => setHovered(null)}
          // The menu opens on click, not on press: a press may be the start of a drag.
          onPointerDownCapture={(event) => event.stopPropagation()}
          onClick={() => setOpen(true)}
        >
          <GripVertical aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="ui-menu"
          side="bottom"
          align="start"
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            editor.view.focus();
          }}
        >
          <BlockMenuItems editor={editor} context={context} range={range} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
