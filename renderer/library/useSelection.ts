import { useMemo, useRef } from 'react';
import { announce } from '../ui/announce.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import type { LibraryList, Listed } from './list.ts';
import { filesBetween, placeOf, toggled } from './selection.ts';

/** A line of the list: its file and its place. */
export interface Spot {
  readonly file: string;
  readonly at: number;
}

/** The selection of the library's list, as its rows and keys work with it. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (spot: Spot) => void;
  readonly all: () => void;
  readonly none: () => void;
  /** Selects what lies between the anchor and this line; without an anchor, from `from` on. */
  readonly extend: (spot: Spot, from: Spot) => void;
  /** A range starts here if one is made next. */
  readonly anchorAt: (spot: Spot) => void;
}

/** As many as an export takes. */
const mostSelected = 200_000;

/** The selection of the list, kept in the window's view; every change is said. */
export function useSelection(list: LibraryList, { rows, count }: Listed): Selection {
  const { view, reports } = useServices();
  const selected = useReading(view, (state) => state.selected);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const anchor = useRef<Spot | null>(null);
  // Of two that are fetched, the later one counts.
  const turn = useRef(0);

  const put = (files: readonly string[]) => {
    turn.current += 1;
    view.change({ selected: files });
    announce(files.length === 1 ? '1 article selected' : `${String(files.length)} articles selected`);
  };
  const fetchFiles = (from: number, limit: number) => {
    const mine = (turn.current += 1);
    list.files(from, limit).then(
      (files) => (mine === turn.current ? put(files) : undefined),
      (error: unknown) => reports.error('Nothing was selected', error),
    );
  };
  return {
    chosen,
    toggle: (spot) => {
      anchor.current = spot;
      put(toggled(selected, spot.file));
    },
    all: () => fetchFiles(0, Math.max(1, Math.min(count, mostSelected))),
    none: () => put([]),
    extend: (spot, from) => {
      anchor.current ??= from;
      const start = placeOf(rows, anchor.current, anchor.current.at);
      const files = filesBetween(rows, start, spot.at);
      if (files === null) fetchFiles(Math.min(start, spot.at), Math.abs(start - spot.at) + 1);
      else put(files);
    },
    anchorAt: (spot) => (anchor.current = spot),
  };
}
