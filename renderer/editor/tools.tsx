import type { Editor } from '@tiptap/core';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { ArticleDialog } from './ArticleDialog.tsx';
import type { EditorContext } from './context.ts';
import { InsertMenu, SlashMenu } from './InsertMenu.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { SelectionMenu } from './SelectionMenu.tsx';
import { Toolbar } from './Toolbar.tsx';

export { BlockHandle } from './BlockHandle.tsx';

interface ToolsProps {
  readonly editor: Editor;
  readonly context: EditorContext;
}

/** The tools above the sheet. */
export const TopTools = (props: ToolsProps) => (
  <TooltipProvider delayDuration={500}>
    <Toolbar {...props} />
  </TooltipProvider>
);

/** The menus and dialogs that open over the sheet. */
export const SheetMenus = (props: ToolsProps) => (
  <TooltipProvider delayDuration={500}>
    <SelectionMenu {...props} />
    <SlashMenu {...props} />
    <InsertMenu {...props} />
    <LinkDialog {...props} />
    <ArticleDialog {...props} />
  </TooltipProvider>
);
