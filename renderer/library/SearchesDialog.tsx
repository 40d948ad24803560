import { useState } from 'react';
import { messageOf } from '../../shared/error.ts';
import type { SavedSearch } from '../../shared/ipc/settings.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { describeSearch } from './filters.ts';
import { renamedSearch, searchesOf, withoutSearch } from './searches.ts';
import './searches.css';

interface LineProps {
  readonly search: SavedSearch;
  readonly onApply: () => void;
  readonly onRename: (name: string) => void;
  readonly onDelete: () => void;
}

function SearchLine({ search, onApply, onRename, onDelete }: LineProps) {
  const [name, setName] = useState(search.name);
  const rename = () => {
    if (name.trim() === '') setName(search.name);
    else if (name.trim() !== search.name) onRename(name);
  };
  return (
    <li>
      <div className="searches-text">
        <input
          type="text"
          className="ui-input"
          aria-label={`Name of the search ${search.name}`}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onBlur={rename}
          onKeyDown={(event) => {
            if (event.key === 'Enter') rename();
          }}
        />
        <div className="searches-query" dir="auto">
          {describeSearch(search)}
        </div>
      </div>
      <Button small aria-label={`Show ${search.name}`} onClick={onApply}>
        Show
      </Button>
      <Button small kind="quiet" aria-label={`Delete the search ${search.name}`} onClick={onDelete}>
        Delete
      </Button>
    </li>
  );
}

/** The saved searches of this library: shown, renamed, deleted. */
export function SearchesDialog({ onClose }: { readonly onClose: () => void }) {
  const { library, settings, view } = useServices();
  const all = useReading(settings, (state) => state.searches);
  const [problem, setProblem] = useState('');
  const own = searchesOf(all, library.get()?.id ?? '');
  const put = (searches: SavedSearch[], said: string) => {
    setProblem('');
    settings.change({ searches }).then(
      () => announce(said),
      (error: unknown) => setProblem(messageOf(error)),
    );
  };
  const rename = (search: SavedSearch, name: string) => {
    const searches = renamedSearch(all, search, name);
    if (searches.some((one, at) => one !== all[at])) put(searches, `Renamed to ${name.trim()}`);
    else setProblem(`There is a search called “${name.trim()}” already.`);
  };
  return (
    <Dialog open title="Saved searches" onClose={onClose}>
      {problem === '' ? null : <Notice tone="error" title={problem} />}
      {own.length === 0 ? (
        <p>None yet. Search the library, then choose “Save Search…” in its filter menu.</p>
      ) : null}
      <ul className="searches">
        {own.map((search) => (
          <SearchLine
            key={search.name}
            search={search}
            onApply={() => {
              view.change({ search: { typed: search.typed, sort: search.sort }, selected: [] });
              onClose();
            }}
            onRename={(name) => rename(search, name)}
            onDelete={() => put(withoutSearch(all, search), `Deleted ${search.name}`)}
          />
        ))}
      </ul>
    </Dialog>
  );
}
