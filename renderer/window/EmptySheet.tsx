import type { RunCommand } from '../commands.ts';
import { Button } from '../ui/Button.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from './services.ts';

/** The sheet without an article. */
export function EmptySheet({ run }: { readonly run: RunCommand }) {
  const { library } = useServices();
  const missing = useReading(library, (state) => state?.problem ?? null);
  const empty = useReading(library, (state) => state?.empty === true);
  if (missing !== null)
    return (
      <div className="sheet-empty">
        <h1>The library cannot be used</h1>
        <p>{missing.message}</p>
        <div className="sheet-empty-actions">
          <Button onClick={() => void library.refresh()}>Try Again</Button>
          <Button kind="primary" onClick={() => run('library:choose')}>
            Choose Library Folder…
          </Button>
        </div>
      </div>
    );
  return (
    <div className="sheet-empty">
      <h1>{empty ? 'An empty library' : 'No article is open'}</h1>
      <p>
        {empty
          ? 'Start an article, or import copy that you have as text, Word, HTML or Markdown.'
          : 'Choose one from the library, or start a new one.'}
      </p>
      <div className="sheet-empty-actions">
        <Button onClick={() => run('import:text')}>Import…</Button>
        {empty ? null : <Button onClick={() => run('article:goto')}>Open Article…</Button>}
        <Button kind="primary" onClick={() => run('article:new')}>
          New Article
        </Button>
      </div>
    </div>
  );
}
