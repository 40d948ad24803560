// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are placed, a table's are laid out
import { Ellipsis, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import type { LibraryRow } from '../../shared/ipc/searchShapes.ts';
import { openArticle } from '../article/actions.ts';
import { statusName } from '../article/statusNames.ts';
import { ContextMenu, Menu } from '../ui/Menu.tsx';
import { wordsText } from '../window/ArticleFigures.tsx';
import { useServices } from '../window/services.ts';
import { ago } from './ago.ts';
import { MarkedText } from './MarkedText.tsx';
import { rowMenu, whichOf } from './rowMenu.tsx';
import type { Picking } from './selection.ts';

/** Height of a row in CSS pixels; `articleGrid.css` has the same. */
export const rowHeight = 98;

interface SoundProps {
  readonly row: LibraryRow;
  readonly now: number;
}

function Sound({ row: { entry, title, snippet }, now }: SoundProps) {
  const tags = [entry.slugline, entry.section].filter((text) => text !== '');
  return (
    <>
      <span
        className={snippet === null ? 'library-title' : 'library-title library-title-short'}
        dir="auto"
        lang={entry.language}
      >
        {title.marks.length > 0 ? <MarkedText {...title} /> : entry.title === '' ? 'Untitled' : entry.title}
      </span>
      <span className="library-line">
        <span className="library-status" data-status={entry.status === '' ? 'draft' : entry.status}>
          {statusName(entry.status)}
        </span>
        {tags.length === 0 ? null : <span className="library-tags">{tags.join(' · ')}</span>}
      </span>
      {snippet === null ? (
        <span className="library-line">
          <span>{wordsText(entry.words)}</span>
          <time dateTime={new Date(entry.modified).toISOString()}>{ago(entry.modified, now)}</time>
        </span>
      ) : (
        <span className="library-snippet" dir="auto" lang={entry.language}>
          <MarkedText {...snippet} />
        </span>
      )}
    </>
  );
}

function Troubled({ entry }: { readonly entry: LibraryEntry }) {
  const titled = entry.title !== '' && entry.title !== entry.file;
  return (
    <>
      <span
        className={titled ? 'library-title' : 'library-title library-file'}
        dir="auto"
        lang={titled ? entry.language : undefined}
      >
        <TriangleAlert aria-hidden />
        {titled ? entry.title : entry.file}
      </span>
      <span className="library-problem" title={entry.problem?.message}>
        {entry.problem?.message}
      </span>
    </>
  );
}

/** What a row tells its list. */
export interface RowActions {
  readonly pick: (picking: Exclude<Picking, 'all'>, index: number) => void;
  readonly focused: (index: number, column: number) => void;
}

export interface ArticleRowProps {
  /** Null while it is fetched. */
  readonly row: LibraryRow | null;
  readonly index: number;
  readonly now: number;
  /** It is the article on the sheet. */
  readonly shown: boolean;
  /** Whether it is selected with others; null while nothing is. */
  readonly chosen: boolean | null;
  /** Which of its controls Tab reaches; null in all rows but one. */
  readonly column: number | null;
  readonly actions: RowActions;
}

function WaitingRow({ index, column, actions }: Pick<ArticleRowProps, 'index' | 'column' | 'actions'>) {
  return (
    <div
      role="row"
      className="library-row"
      aria-rowindex={index + 1}
      aria-busy
      style={{ top: index * rowHeight }}
    >
      <div role="gridcell" className="library-cell">
        <button
          type="button"
          className="library-open"
          aria-disabled
          tabIndex={column === null ? -1 : 0}
          onFocus={() => actions.focused(index, 0)}
        >
          <span className="library-waiting" aria-label="A moment…" />
        </button>
      </div>
    </div>
  );
}

/** One line of the library: opens by click or Enter; the rest is in its menu. */
export const ArticleRow = memo(function ArticleRow({ row, ...props }: ArticleRowProps) {
  return row === null ? <WaitingRow {...props} /> : <FoundRow row={row} {...props} />;
});

function FoundRow({
  row,
  index,
  now,
  shown,
  chosen,
  column,
  actions,
}: ArticleRowProps & { readonly row: LibraryRow }) {
  const services = useServices();
  const { entry } = row;
  const entries = rowMenu(services, entry, chosen === true);
  const troubled = entry.problem !== null;
  return (
    <ContextMenu entries={entries}>
      <div
        role="row"
        className="library-row"
        aria-rowindex={index + 1}
        aria-selected={chosen ?? shown}
        aria-current={shown}
        style={{ top: index * rowHeight }}
      >
        <div role="gridcell" className="library-cell">
          <button
            type="button"
            className="library-open"
            tabIndex={column === 0 ? 0 : -1}
            onFocus={() => actions.focused(index, 0)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return actions.pick('toggle', index);
              if (event.shiftKey) return actions.pick('range', index);
              if (chosen !== null) actions.pick('none', index);
              void openArticle(services, whichOf(entry), entry);
            }}
          >
            {troubled ? <Troubled entry={entry} /> : <Sound row={row} now={now} />}
          </button>
        </div>
        <div role="gridcell" className="library-more">
          <Menu entries={entries} align="end">
            <button
              type="button"
              className="ui-button ui-button-icon ui-button-small"
              aria-label={`More for ${entry.title === '' ? 'Untitled' : entry.title}`}
              tabIndex={column === 1 ? 0 : -1}
              onFocus={() => actions.focused(index, 1)}
            >
              <Ellipsis aria-hidden />
            </button>
          </Menu>
        </div>
      </div>
    </ContextMenu>
  );
}
