import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import type { LibraryRow } from '../../shared/ipc/searchShapes.ts';
import { trashArticle } from '../article/actions.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { useServices } from '../window/services.ts';
import { ArticleRow, rowHeight } from './ArticleRow.tsx';
import { rowsInView, type Stretch } from './rowsInView.ts';
import { useSelection } from './useSelection.ts';

/** Whose row and which of its controls has, or would get, the focus. */
interface Cursor {
  readonly file: string;
  readonly column: number;
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export interface ArticleGridProps {
  readonly entries: readonly LibraryEntry[];
  /** What a search found in them, by file. */
  readonly hits?: ReadonlyMap<string, LibraryRow>;
  /** The last lines are in view: there may be more to fetch. */
  readonly onEnd?: () => void;
}

/** The articles as a grid of one line each (ARIA grid: arrows, Home, End, Page keys); only the lines in view exist. */
export function ArticleGrid({ entries, hits, onEnd }: ArticleGridProps) {
  const services = useServices();
  const shown = useDraftReading((state) => (state.kind === 'open' ? state.file : ''));
  const scroller = useRef<HTMLDivElement>(null);
  const [stretch, setStretch] = useState<Stretch>({ top: 0, height: 800 });
  const [cursor, setCursor] = useState<Cursor>({ file: '', column: 0 });
  const focusNext = useRef(false);
  const now = useMinute();
  const { chosen, pick, extend, anchorAt } = useSelection(entries);

  const at = entries.findIndex(({ file }) => file === cursor.file);
  const current =
    at >= 0
      ? at
      : Math.max(
          0,
          entries.findIndex(({ file }) => file === shown),
        );

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => setStretch({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  const atEnd = stretch.top + 2 * stretch.height >= entries.length * rowHeight;
  useEffect(() => {
    if (atEnd) onEnd?.();
    // Again for each part that came, as long as its end is in view.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- not for each drawing
  }, [atEnd, entries.length]);

  useLayoutEffect(() => {
    if (!focusNext.current) return;
    focusNext.current = false;
    scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const moveTo = (row: number, column: number, extending = false) => {
    const entry = entries[Math.max(0, Math.min(entries.length - 1, row))];
    const element = scroller.current;
    if (entry === undefined || element === null) return;
    const top = entries.indexOf(entry) * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    focusNext.current = true;
    setCursor({ file: entry.file, column });
    if (extending) extend(entry.file, entries[current]?.file ?? '');
    else anchorAt(entry.file);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // React tells of a key in a row's menu too, which lies elsewhere in the document.
    const inside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (event.defaultPrevented || !inside || event.altKey) return;
    if (event.ctrlKey || event.metaKey) return pickByKey(event);
    const page = Math.max(1, Math.floor(stretch.height / rowHeight) - 1);
    const row = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + page,
      PageUp: current - page,
      Home: 0,
      End: entries.length - 1,
    }[event.key];
    const entry = entries[current];
    if (row !== undefined) moveTo(row, cursor.column, event.shiftKey);
    else if (event.key === 'ArrowRight') moveTo(current, 1);
    else if (event.key === 'ArrowLeft') moveTo(current, 0);
    else if (event.key === 'Delete' && entry !== undefined) void trashArticle(services, entry);
    else if (event.key === 'Escape' && chosen.size > 0) pick('none', '');
    else return;
    event.preventDefault();
  };

  const pickByKey = (event: KeyboardEvent) => {
    const { file } = entries[current] ?? { file: '' };
    if (event.key === 'a') pick('all', file);
    else if (event.key === ' ') pick('toggle', file);
    else return;
    event.preventDefault();
  };

  return (
    <div ref={scroller} className="library-scroll">
      <div
        role="grid"
        className="library-grid"
        tabIndex={-1}
        aria-label="Articles"
        aria-multiselectable
        aria-rowcount={entries.length}
        style={{ height: entries.length * rowHeight }}
        onKeyDown={onKeyDown}
      >
        {rowsInView(entries.length, rowHeight, stretch, current).map((index) => {
          const entry = entries[index];
          return entry === undefined ? null : (
            <ArticleRow
              key={entry.file}
              entry={entry}
              index={index}
              now={now}
              shown={entry.file === shown}
              hit={hits?.get(entry.file) ?? null}
              chosen={chosen.size === 0 ? null : chosen.has(entry.file)}
              column={index === current ? cursor.column : null}
              onPick={(picking) =>
                picking === 'range' ? extend(entry.file, shown) : pick(picking, entry.file)
              }
              onFocus={(column) => {
                if (cursor.file !== entry.file || cursor.column !== column)
                  setCursor({ file: entry.file, column });
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
