// oxlint-disable jsx-a11y/prefer-tag-over-role -- rows of a virtual grid are placed, a table's are laid out
import { Copy, Ellipsis, FolderOpen, History as HistoryIcon, Trash2, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import type { LibraryRow } from '../../shared/ipc/searchShapes.ts';
import { duplicateArticle, openArticle, trashArticle } from '../article/actions.ts';
import { statusName } from '../article/statusNames.ts';
import { openBatch, openSelected } from '../export/openBatch.ts';
import { showHistory } from '../history/showHistory.ts';
import { ContextMenu, Menu, type MenuEntry } from '../ui/Menu.tsx';
import { wordsText } from '../window/ArticleFigures.tsx';
import { useServices, type Services } from '../window/services.ts';
import { ago } from './ago.ts';
import { MarkedText } from './MarkedText.tsx';
import type { Picking } from './selection.ts';

/** Height of a row in CSS pixels; `LibraryPanel.css` has the same. */
export const rowHeight = 98;

/** Where the entry is opened: by its file if it has no id, or is one of several versions of an article. */
const whichOf = ({ id, file, problem }: LibraryEntry) =>
  id === null || problem !== null ? { file } : { id };

const reveal = ({ connection, reports }: Services, { file }: LibraryEntry): void => {
  connection
    .call('library:reveal', { file })
    .catch((error: unknown) => reports.error(`“${file}” cannot be shown`, error));
};

const openInNewWindow = ({ connection, reports }: Services, id: string): void => {
  connection
    .call('window:open', { id })
    .catch((error: unknown) => reports.error('No window was opened', error));
};

const showHistoryOf = (services: Services, { id, title }: LibraryEntry): void => {
  const state = services.draft.get();
  const shown = state.kind === 'open' && state.article.id === id;
  showHistory(services, id === null || shown ? null : { id, title });
};

const entriesOf = (services: Services, entry: LibraryEntry, chosen: boolean): readonly MenuEntry[] => [
  { label: 'Open', run: () => void openArticle(services, whichOf(entry)) },
  {
    label: 'Open in New Window',
    disabled: entry.id === null,
    run: () => (entry.id === null ? undefined : openInNewWindow(services, entry.id)),
  },
  {
    label: 'Duplicate',
    icon: <Copy aria-hidden />,
    disabled: entry.id === null,
    run: () => void duplicateArticle(services, whichOf(entry)),
  },
  {
    label: 'History',
    icon: <HistoryIcon aria-hidden />,
    disabled: entry.id === null,
    leaves: true,
    run: () => showHistoryOf(services, entry),
  },
  {
    label: chosen ? 'Export Selected…' : 'Export…',
    leaves: true,
    run: () => (chosen ? openSelected(services) : openBatch(services, [entry.file])),
  },
  { label: 'Show in Folder', icon: <FolderOpen aria-hidden />, run: () => reveal(services, entry) },
  'line',
  {
    label: 'Move to Trash',
    icon: <Trash2 aria-hidden />,
    run: () => void trashArticle(services, entry),
  },
];

interface SoundProps {
  readonly entry: LibraryEntry;
  readonly now: number;
  readonly hit: LibraryRow | null;
}

function Sound({ entry, now, hit }: SoundProps) {
  const tags = [entry.slugline, entry.section].filter((text) => text !== '');
  const snippet = hit?.snippet ?? null;
  return (
    <>
      <span
        className={snippet === null ? 'library-title' : 'library-title library-title-short'}
        dir="auto"
        lang={entry.language}
      >
        <Title entry={entry} hit={hit} />
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

function Title({ entry, hit }: Omit<SoundProps, 'now'>) {
  if (hit !== null && hit.title.marks.length > 0) return <MarkedText {...hit.title} />;
  return entry.title === '' ? 'Untitled' : entry.title;
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

export interface ArticleRowProps {
  readonly entry: LibraryEntry;
  readonly index: number;
  readonly now: number;
  /** What a search found in it; null outside a search. */
  readonly hit: LibraryRow | null;
  /** It is the article on the sheet. */
  readonly shown: boolean;
  /** Whether it is selected with others; null while nothing is. */
  readonly chosen: boolean | null;
  readonly onPick: (picking: Picking) => void;
  /** Which of its controls Tab reaches; null in all rows but one. */
  readonly column: number | null;
  readonly onFocus: (column: number) => void;
}

/** One line of the library: opens by click or Enter; the rest is in its menu. */
export const ArticleRow = memo(function ArticleRow({
  entry,
  index,
  now,
  hit,
  shown,
  chosen,
  onPick,
  column,
  onFocus,
}: ArticleRowProps) {
  const services = useServices();
  const entries = entriesOf(services, entry, chosen === true);
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
            onFocus={() => onFocus(0)}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey) return onPick('toggle');
              if (event.shiftKey) return onPick('range');
              if (chosen !== null) onPick('none');
              void openArticle(services, whichOf(entry));
            }}
          >
            {troubled ? <Troubled entry={entry} /> : <Sound entry={entry} now={now} hit={hit} />}
          </button>
        </div>
        <div role="gridcell" className="library-more">
          <Menu entries={entries} align="end">
            <button
              type="button"
              className="ui-button ui-button-icon ui-button-small"
              aria-label={`More for ${entry.title === '' ? 'Untitled' : entry.title}`}
              tabIndex={column === 1 ? 0 : -1}
              onFocus={() => onFocus(1)}
            >
              <Ellipsis aria-hidden />
            </button>
          </Menu>
        </div>
      </div>
    </ContextMenu>
  );
});
