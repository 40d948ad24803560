import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { trashArticle } from '../article/actions.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { useServices } from '../window/services.ts';
import { ArticleRow, rowHeight, type RowActions } from './ArticleRow.tsx';
import type { LibraryList, Listed } from './list.ts';
import { rowsInView, type Stretch } from './rowsInView.ts';
import { placeOf } from './selection.ts';
import { askToTrash } from './several.ts';
import { useSelection, type Spot } from './useSelection.ts';
import './articleGrid.css';

/** Whose row and which of its controls has, or would get, the focus. */
interface Cursor extends Spot {
  readonly column: number;
  /** The question that it is of: in another list it begins anew, at −1. */
  readonly question: string;
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The same two functions for the life of the grid, so that a row which says what it said is not drawn again. */
function useSteady(now: RowActions): RowActions {
  const latest = useRef(now);
  useLayoutEffect(() => {
    latest.current = now;
  });
  const [steady] = useState<RowActions>(() => ({
    pick: (...given) => latest.current.pick(...given),
    focused: (...given) => latest.current.focused(...given),
  }));
  return steady;
}

export interface ArticleGridProps {
  readonly list: LibraryList;
  readonly listed: Listed;
}

/** The articles as a grid of one line each (ARIA grid: arrows, Home, End, Page keys); only the lines in view exist. */
export function ArticleGrid({ list, listed }: ArticleGridProps) {
  const services = useServices();
  const { count, rows, typed, sort } = listed;
  const shown = useDraftReading((state) => (state.kind === 'open' ? state.file : ''));
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [stretch, setStretch] = useState<Stretch>({ top: 0, height: 800 });
  const question = `${sort} ${typed}`;
  const [last, setCursor] = useState<Cursor>({ file: '', at: -1, column: 0, question });
  const cursor = last.question === question ? last : { ...last, file: '', at: -1 };
  const focusNext = useRef(false);
  const now = useMinute();
  const selection = useSelection(list, listed);
  const { chosen } = selection;

  const fileAt = (at: number): string => rows.get(at)?.entry.file ?? '';
  const spotAt = (at: number) => ({ file: fileAt(at), at });
  // Where nobody was yet, at the article on the sheet.
  const place = cursor.at < 0 ? placeOf(rows, { file: shown, at: 0 }, 0) : placeOf(rows, cursor, cursor.at);
  const current = Math.max(0, Math.min(count - 1, place));
  const inView = rowsInView(count, rowHeight, stretch, current);

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

  // Another question is read from its beginning.
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [question]);

  const first = Math.floor(stretch.top / rowHeight);
  const end = Math.ceil((stretch.top + stretch.height) / rowHeight);
  useEffect(() => list.show({ first, last: end, current }), [list, first, end, current, count]);

  const holdsFocus = useRef(false);
  useLayoutEffect(() => {
    // A line that was fetched takes the place of an empty one, and its focus.
    const lost = holdsFocus.current && document.activeElement === document.body;
    if (!focusNext.current && !lost) return;
    focusNext.current = false;
    grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const moveTo = (row: number, column: number, extending = false) => {
    const at = Math.max(0, Math.min(count - 1, row));
    const element = scroller.current;
    if (element === null) return;
    const top = at * rowHeight;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowHeight > element.scrollTop + element.clientHeight)
      element.scrollTop = top + rowHeight - element.clientHeight;
    focusNext.current = true;
    setCursor({ ...spotAt(at), column, question });
    if (extending) selection.extend(spotAt(at), spotAt(current));
    else selection.anchorAt(spotAt(at));
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
      End: count - 1,
    }[event.key];
    const entry = rows.get(current)?.entry;
    if (row !== undefined) moveTo(row, cursor.column, event.shiftKey);
    else if (event.key === 'ArrowRight') moveTo(current, 1);
    else if (event.key === 'ArrowLeft') moveTo(current, 0);
    else if (event.key === 'Delete' && chosen.size > 1) askToTrash(services);
    else if (event.key === 'Delete' && entry !== undefined) void trashArticle(services, entry);
    else if (event.key === 'Escape' && chosen.size > 0) selection.none();
    else return;
    event.preventDefault();
  };

  const pickByKey = (event: KeyboardEvent) => {
    if (event.key === 'a') selection.all();
    else if (event.key === ' ' && fileAt(current) !== '') selection.toggle(spotAt(current));
    else return;
    event.preventDefault();
  };

  const actions = useSteady({
    pick: (picking, at) => {
      if (picking === 'none') selection.none();
      else if (picking === 'toggle') selection.toggle(spotAt(at));
      else selection.extend(spotAt(at), { file: shown, at: placeOf(rows, { file: shown, at: 0 }, at) });
    },
    focused: (at, column) => {
      const file = fileAt(at);
      if (cursor.file !== file || cursor.at !== at || cursor.column !== column)
        setCursor({ file, at, column, question });
    },
  });

  const drawn = new Set<string>();
  return (
    <div ref={scroller} className="library-scroll">
      <div
        ref={grid}
        role="grid"
        className="library-grid"
        tabIndex={-1}
        aria-label="Articles"
        aria-multiselectable
        aria-rowcount={count}
        style={{ height: count * rowHeight }}
        onKeyDown={onKeyDown}
        onFocus={() => (holdsFocus.current = true)}
        onBlur={({ relatedTarget }) => {
          if (relatedTarget !== null && !(grid.current?.contains(relatedTarget) ?? false))
            holdsFocus.current = false;
        }}
      >
        {inView.map((index) => {
          const row = rows.get(index) ?? null;
          // Two parts of a list that changed between them may both have an article.
          const again = row !== null && drawn.has(row.entry.file);
          if (row !== null) drawn.add(row.entry.file);
          return (
            <ArticleRow
              key={row === null || again ? `place ${String(index)}` : row.entry.file}
              row={row}
              index={index}
              now={now}
              shown={row !== null && row.entry.file === shown}
              chosen={chosen.size === 0 || row === null ? null : chosen.has(row.entry.file)}
              column={index === current ? cursor.column : null}
              actions={actions}
            />
          );
        })}
      </div>
    </div>
  );
}
