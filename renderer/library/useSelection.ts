import { useMemo, useRef } from 'react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import { announce } from '../ui/announce.tsx';
import { useReading } from '../ui/store.ts';
import { useServices } from '../window/services.ts';
import { pickFiles, type Picking } from './selection.ts';

/** The selection of the library's list, as its rows and keys work with it. */
export interface Selection {
  readonly chosen: ReadonlySet<string>;
  readonly pick: (picking: Picking, file: string) => void;
  /** Selects what lies between the anchor and this file; without an anchor, from `from` on. */
  readonly extend: (file: string, from: string) => void;
  /** A range starts here if one is made next. */
  readonly anchorAt: (file: string) => void;
}

/** The selection of the list, kept in the window's view; every change is said. */
export function useSelection(entries: readonly LibraryEntry[]): Selection {
  const { view } = useServices();
  const selected = useReading(view, (state) => state.selected);
  const chosen = useMemo(() => new Set(selected), [selected]);
  const anchor = useRef('');
  const pick = (picking: Picking, file: string) => {
    const next = pickFiles(entries, selected, picking, { file, anchor: anchor.current });
    if (picking === 'toggle') anchor.current = file;
    view.change({ selected: next });
    announce(next.length === 1 ? '1 article selected' : `${String(next.length)} articles selected`);
  };
  return {
    chosen,
    pick,
    extend: (file, from) => {
      if (!entries.some((entry) => entry.file === anchor.current)) anchor.current = from;
      pick('range', file);
    },
    anchorAt: (file) => (anchor.current = file),
  };
}
