import { gapCursor } from '@tiptap/pm/gapcursor';
import { Plugin } from '@tiptap/pm/state';
import { bodyStart } from '../commands/fields.ts';
import { headerLength } from '../../../shared/article/schema.ts';

/** ProseMirror's gap cursor for the body only: between header fields there is nothing to write into. */
export function gaps(): Plugin {
  const whole = gapCursor();
  const { handleKeyDown, handleClick, createSelectionBetween, ...rest } = whole.props;
  return new Plugin({
    props: {
      ...rest,
      handleKeyDown(view, event) {
        const index = view.state.selection.$head.index(0);
        const upwards = event.key === 'ArrowUp' || event.key === 'ArrowLeft';
        if (index < headerLength - 1 || (index === headerLength - 1 && upwards)) return false;
        return handleKeyDown?.call(whole, view, event) === true;
      },
      handleClick(view, position, event) {
        if (position < bodyStart(view.state.doc)) return false;
        return handleClick?.call(whole, view, position, event) === true;
      },
      createSelectionBetween(view, $anchor, $head) {
        if ($head.pos < bodyStart(view.state.doc)) return null;
        return createSelectionBetween?.call(whole, view, $anchor, $head) ?? null;
      },
    },
  });
}
