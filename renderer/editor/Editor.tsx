import type { Editor as TiptapEditor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createStore } from '../ui/store.ts';
import { useLater } from '../ui/useLater.ts';
import type { EditorContext, Question } from './context.ts';
import { createEditor } from './createEditor.ts';
import type { EditorProps } from './handle.ts';
import { makeHandle, placeOf } from './makeHandle.ts';
import { removedBy } from './removedBy.ts';
import './sheet.css';
import './tools.css';

const loadTools = () => import('./tools.tsx');

interface Mounted {
  readonly editor: TiptapEditor;
  readonly sheet: HTMLElement;
}

/** The sheet: an article set like the page; the tools to write it come once it is there. A new article is a new editor. */
export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [context] = useState<EditorContext>(() => ({
    services: () => latest.current.services,
    question: createStore<Question | null>(null),
  }));
  const [mounted, setMounted] = useState<Mounted | null>(null);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const [place, pane] = [host.current, scroller.current];
    const sheet = place?.parentElement ?? null;
    if (place === null || sheet === null || pane === null) return undefined;
    const editor = createEditor(place, () => latest.current, context);
    pane.scrollTop = latest.current.scroll;
    editor.on('update', ({ transaction }) =>
      latest.current.onChange(editor.state.doc, removedBy(transaction)),
    );
    editor.on('selectionUpdate', () => latest.current.onPlace(placeOf(editor)));
    setMounted({ editor, sheet });
    latest.current.onPlace(placeOf(editor));
    latest.current.onReady(makeHandle(editor, context, pane));
    return () => {
      setMounted(null);
      editor.destroy();
    };
  }, [context]);

  const { readOnly, language, direction } = props;
  useEffect(() => {
    // Also makes the view read its language and direction again.
    mounted?.editor.setEditable(!readOnly, false);
  }, [mounted, readOnly, language, direction]);

  const tools = useLater(loadTools);
  const given = mounted === null || tools === null || readOnly ? null : { mounted, tools };
  return (
    <div className="editor">
      {readOnly ? null : given === null ? (
        <div className="tools" />
      ) : (
        <given.tools.TopTools editor={given.mounted.editor} context={context} />
      )}
      <div className="editor-stage">
        <div className="editor-pane" ref={scroller}>
          <div className="sheet">
            <div className="sheet-text" ref={host} />
            {given === null ? null : (
              <given.tools.BlockHandle
                editor={given.mounted.editor}
                context={context}
                sheet={given.mounted.sheet}
              />
            )}
          </div>
        </div>
      </div>
      {given === null ? null : <given.tools.SheetMenus editor={given.mounted.editor} context={context} />}
    </div>
  );
}
