import { Search, SquarePen, Trash2, X } from 'lucide-react';
import { useDeferredValue, useEffect } from 'react';
import { commands } from '../../shared/commands.ts';
import type { RunCommand } from '../commands.ts';
import { shortcutOf } from '../palette/accelerator.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import type { View } from '../window/view.ts';
import { articleCount, countOf } from './articleCount.ts';
import { ArticleGrid } from './ArticleGrid.tsx';
import { MissingLibrary, UnreadList, VanishedArticles } from './LibraryNotices.tsx';
import { SearchHints } from './SearchHints.tsx';
import { SearchMenu } from './SearchMenu.tsx';
import { useList } from './useList.ts';
import '../ui/Field.css';
import './LibraryPanel.css';

function Selected({ number, run }: { readonly number: number; readonly run: RunCommand }) {
  const { view } = useServices();
  return (
    <>
      <span>{`${number.toLocaleString('en')} selected`}</span>
      <span className="library-selected">
        <Button small onClick={() => run('export:selected')}>
          Export…
        </Button>
        <IconButton small label="Move selected to trash" onClick={() => run('library:trashSelected')}>
          <Trash2 aria-hidden />
        </IconButton>
        <IconButton small label="Select nothing" onClick={() => view.change({ selected: [] })}>
          <X aria-hidden />
        </IconButton>
      </span>
    </>
  );
}

function SearchField({ run }: { readonly run: RunCommand }) {
  const { view } = useServices();
  const search = useReading(view, (state) => state.search);
  const lookFor = (next: View['search']) =>
    // What is out of sight is not meant.
    view.change({ search: next, selected: [] });
  const type = (typed: string) => lookFor({ ...search, typed });
  return (
    <div className="library-search">
      <Search aria-hidden />
      <input
        type="search"
        className="ui-input"
        aria-label="Search the library"
        placeholder="Search"
        data-library-search=""
        value={search.typed}
        spellCheck={false}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && search.typed !== '') {
            event.preventDefault();
            type('');
          } else if (event.key === 'ArrowDown') {
            event.preventDefault();
            document.querySelector<HTMLElement>('.library-grid [tabindex="0"]')?.focus();
          }
        }}
      />
      {search.typed === '' ? null : (
        <IconButton small label="Clear the search" onClick={() => type('')}>
          <X aria-hidden />
        </IconButton>
      )}
      <SearchMenu search={search} onSearch={lookFor} run={run} />
    </div>
  );
}

/** The left zone: every article of the library, found by a word, opened by Enter or a click. */
export function LibraryPanel({ run }: { readonly run: RunCommand }) {
  const { library, settings, view } = useServices();
  const state = useReading(library, (value) => value);
  const me = useReading(settings, (value) => value.byline);
  const { typed, sort } = useReading(view, (value) => value.search);
  const wanted = useDeferredValue(typed);
  const { list, listed, answered } = useList(wanted, sort, state?.id ?? null, me);
  const selected = useReading(view, (value) => value.selected.length);
  const count = listed?.count ?? 0;

  useEffect(() => {
    if (wanted === '' || !answered) return undefined;
    const timer = setTimeout(() => announce(`${articleCount(count)} found`), 600);
    return () => clearTimeout(timer);
  }, [wanted, answered, count]);

  const problem = state?.problem ?? null;
  const trashed = state?.trashed ?? 0;
  // Nobody is told that there is nothing while files are still counted.
  const nothing = answered && count === 0 && listed?.progress === null && listed.problem === '';
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
      <SearchField run={run} />
      {problem === null ? null : <MissingLibrary message={problem.message} run={run} />}
      {state?.vanished ? <VanishedArticles {...state.vanished} /> : null}
      {problem !== null || listed === null || listed.problem === '' ? null : (
        <UnreadList message={listed.problem} onAgain={list.again} />
      )}
      <SearchHints found={wanted === '' ? null : listed} />
      {listed !== null && count > 0 && problem === null ? <ArticleGrid list={list} listed={listed} /> : null}
      {nothing && problem === null ? (
        <div className="library-empty">
          <p>{wanted === '' ? 'No articles yet.' : `Nothing in the library has “${wanted}”.`}</p>
          {wanted === '' ? <Button onClick={() => run('article:new')}>New Article</Button> : null}
        </div>
      ) : null}
      {listed === null || problem !== null ? null : (
        <div className="library-foot">
          {selected === 0 ? <span>{countOf(listed)}</span> : <Selected run={run} number={selected} />}
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
