import { useState, type ReactNode } from 'react';
import { directionOf } from '../../shared/article/article.ts';
import type { RunCommand } from '../commands.ts';
import { useDraft, useDraftReading } from '../article/useDraft.ts';
import { Editor } from '../editor/Editor.tsx';
import { useReading } from '../ui/store.ts';
import { EmptySheet } from './EmptySheet.tsx';
import { createEditorServices } from './editorServices.ts';
import { useServices } from './services.ts';
import './Sheet.css';

/** The editor of one opening of one article; its `key` is that opening. */
function OpenSheet() {
  const services = useServices();
  const draft = useDraft();
  const [start] = useState(() => draft.get());
  const [editorServices] = useState(() => createEditorServices(services));
  const language = useDraftReading((state) => (state.kind === 'open' ? state.article.language : 'en'));
  const direction = useDraftReading((state) => (state.kind === 'open' ? directionOf(state.article) : 'ltr'));
  const readOnly = useDraftReading((state) => state.kind === 'open' && state.readOnly !== null);
  if (start.kind === 'none') return null;
  const spot = services.spots.get(start.article.id);
  return (
    <Editor
      body={start.article.body}
      language={language}
      direction={direction}
      readOnly={readOnly}
      caret={spot?.caret ?? null}
      scroll={spot?.scroll ?? 0}
      services={editorServices}
      onChange={draft.edit}
      onPlace={services.place.set}
      onReady={(handle) => {
        services.editor.set(handle);
        // Not out of a field when another window's save brought this text.
        const idle = document.activeElement === null || document.activeElement === document.body;
        if (services.focusSheet.get() || idle) handle.focus();
        services.focusSheet.set(false);
      }}
    />
  );
}

export interface SheetProps {
  readonly run: RunCommand;
  readonly notices: ReactNode;
}

/** The centre: the article, with what must be known about it above. */
export function Sheet({ run, notices }: SheetProps) {
  // Nothing flashes before the window's article is known.
  const started = useReading(useServices().view, (state) => state.started);
  const generation = useDraftReading((state) => (state.kind === 'open' ? state.generation : null));
  return (
    <main className="zone zone-sheet" data-zone="sheet" aria-label="Sheet" tabIndex={-1}>
      {notices}
      {generation === null ? null : (
        <div className="sheet-body">
          <OpenSheet key={generation} />
        </div>
      )}
      {generation === null && started ? <EmptySheet run={run} /> : null}
    </main>
  );
}
