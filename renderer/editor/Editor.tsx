import type { Editor as TiptapEditor } from '@tiptap/core';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createStore } from '../ui/store.ts';
import type { EditorContext } from './context.ts';
import { createEditor } from './createEditor.ts';
import type { EditorProps } from './handle.ts';
import { makeHandle, placeOf } from './makeHandle.ts';
import './sheet.css';

/** The sheet: an article set like the page, with the tools to write it. A new article is a new editor. */
export function Editor(props: EditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [context] = useState<EditorContext>(() => ({
    services: () => latest.current.services,
    question: createStore<ReturnType<EditorContext['question']['get']>>(null),
    slash: createStore<ReturnType<EditorContext['slash']['get']>>(null),
  }));
  const [editor, setEditor] = useState<TiptapEditor | null>(null);

  useLayoutEffect(() => {
    latest.current = props;
  });

  useEffect(() => {
    const element = host.current;
    const pane = scroller.current;
    if (element === null || pane === null) return undefined;
    const made = createEditor(element, () => latest.current, context);
    pane.scrollTop = latest.current.scroll;
    made.on('update', () => latest.current.onChange(made.state.doc));
    made.on('selectionUpdate', () => latest.current.onPlace(placeOf(made)));
    setEditor(made);
    latest.current.onReady(makeHandle(made, context, pane));
    return () => {
      setEditor(null);
      made.destroy();
    };
  }, [context]);

  const { readOnly, language, direction } = props;
  useEffect(() => {
    // Also makes the view read its language and direction again.
    editor?.setEditable(!readOnly, false);
  }, [editor, readOnly, language, direction]);

  return (
    <div className="editor">
      <div className="editor-pane" ref={scroller}>
        <div className="sheet" ref={host} />
      </div>
    </div>
  );
}
