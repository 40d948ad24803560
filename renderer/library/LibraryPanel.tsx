import { Search, SquarePen, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { commands } from '../../shared/commands.ts';
import type { RunCommand } from '../commands.ts';
import { shortcutOf } from '../palette/accelerator.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { ArticleGrid } from './ArticleGrid.tsx';
import type { Sort } from '../../shared/search/sort.ts';
import { SearchHints } from './SearchHints.tsx';
import { SearchMenu } from './SearchMenu.tsx';
import { useSearch } from './useSearch.ts';
import '../ui/Field.css';
import './LibraryPanel.css';

const count = (number: number): string =>
  `${number.toLocaleString('en')} ${number === 1 ? 'article' : 'articles'}`;

function MissingLibrary({ message, run }: { readonly message: string; readonly run: RunCommand }) {
  const { library } = useServices();
  return (
    <div className="library-notice">
      <Notice
        tone="error"
        title="The library cannot be used"
        actions={
          <>
            <Button small onClick={() => void library.refresh()}>
              Try Again
            </Button>
            <Button small onClick={() => run('library:choose')}>
              Choose Folder…
            </Button>
          </>
        }
      >
        {message}
      </Notice>
    </div>
  );
}

function VanishedArticles({ gone, of }: { readonly gone: number; readonly of: number }) {
  const { connection, library, reports } = useServices();
  const accept = () =>
    connection.call('library:accept', null).then(
      () => library.refresh(),
      (error: unknown) => reports.error('The library cannot be used', error),
    );
  return (
    <div className="library-notice">
      <Notice
        tone="error"
        title={`${String(gone)} of ${count(of)} are not in the folder any more`}
        actions={
          <>
            <Button small onClick={() => void library.refresh()}>
              Look Again
            </Button>
            <Button small onClick={() => void accept()}>
              They Were Removed on Purpose
            </Button>
          </>
        }
      >
        Copydesk deleted nothing. A disk or a sync tool may bring them back; until then none of them is
        written anew, and what is typed is kept on this computer.
      </Notice>
    </div>
  );
}

function Selected({ number, run }: { readonly number: number; readonly run: RunCommand }) {
  const { view } = useServices();
  return (
    <>
      <span>{`${number.toLocaleString('en')} selected`}</span>
      <span className="library-selected">
        <Button small onClick={() => run('export:selected')}>
          Export…
        </Button>
        <IconButton small label="Select nothing" onClick={() => view.change({ selected: [] })}>
          <X aria-hidden />
        </IconButton>
      </span>
    </>
  );
}

/** The left zone: every article of the library, found by a word, opened by Enter or a click. */
export function LibraryPanel({ run }: { readonly run: RunCommand }) {
  const { library, view } = useServices();
  const state = useReading(library, (value) => value);
  const [typed, setTyped] = useState('');
  const [sort, setSort] = useState<Sort>('best');
  const wanted = useDeferredValue(typed);
  const entries = state?.entries;
  const { found, total, hits, more, state: search } = useSearch(entries, wanted, sort);

  useEffect(() => {
    if (wanted === '') return undefined;
    const timer = setTimeout(() => announce(`${count(total)} found`), 600);
    return () => clearTimeout(timer);
  }, [wanted, total]);

  const chosen = useReading(view, (value) => value.selected);
  const selected = useMemo(() => {
    const files = new Set(chosen);
    return (entries ?? []).filter(({ file }) => files.has(file)).length;
  }, [entries, chosen]);
  const lookFor = (next: string) => {
    setTyped(next);
    // What is out of sight is not meant.
    if (view.get().selected.length > 0) view.change({ selected: [] });
  };
  const problem = state?.problem ?? null;
  const trashed = state?.trashed ?? 0;
  return (
    <aside className="zone zone-library" data-zone="library" aria-label="Library" tabIndex={-1}>
      <div className="library-head">
        <h2 className="library-heading">Library</h2>
        <IconButton
          label="New Article"
          shortcut={shortcutOf(commands.find(({ id }) => id === 'article:new'))}
          onClick={() => run('article:new')}
        >
          <SquarePen aria-hidden />
        </IconButton>
      </div>
      <div className="library-search">
        <Search aria-hidden />
        <input
          type="search"
          className="ui-input"
          aria-label="Search the library"
          placeholder="Search"
          data-library-search=""
          value={typed}
          spellCheck={false}
          onChange={(event) => lookFor(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') {
              event.preventDefault();
              setTyped('');
            } else if (event.key === 'ArrowDown') {
              event.preventDefault();
              document.querySelector<HTMLElement>('.library-grid [tabindex="0"]')?.focus();
            }
          }}
        />
        {typed === '' ? null : (
          <IconButton small label="Clear the search" onClick={() => setTyped('')}>
            <X aria-hidden />
          </IconButton>
        )}
        <SearchMenu typed={typed} sort={sort} onType={lookFor} onSort={setSort} />
      </div>
      {problem === null ? null : <MissingLibrary message={problem.message} run={run} />}
      {state?.vanished ? <VanishedArticles {...state.vanished} /> : null}
      <SearchHints found={search} />
      {found.length > 0 ? <ArticleGrid entries={found} hits={hits} onEnd={more} /> : null}
      {state !== null && found.length === 0 && problem === null ? (
        <div className="library-empty">
          <p>{typed === '' ? 'No articles yet.' : `Nothing in the library has “${typed}”.`}</p>
          {typed === '' ? <Button onClick={() => run('article:new')}>New Article</Button> : null}
        </div>
      ) : null}
      {state === null || problem !== null ? null : (
        <div className="library-foot">
          {selected === 0 ? (
            <span>{wanted === '' ? count(state.entries.length) : `${count(total)} found`}</span>
          ) : (
            <Selected run={run} number={selected} />
          )}
          {trashed === 0 || selected > 0 ? null : (
            <Button small kind="quiet" onClick={() => view.change({ overlay: 'trash' })}>
              {`Trash (${String(trashed)})`}
            </Button>
          )}
        </div>
      )}
    </aside>
  );
}
