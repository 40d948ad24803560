import { createContext, useContext } from 'react';
import { CopydeskError } from '../../shared/error.ts';
import { useReading } from '../ui/store.ts';
import type { Draft, DraftState } from './draft.ts';

/** The window's draft, given once by main.tsx. */
export const DraftContext = createContext<Draft | null>(null);

/** The window's draft. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new CopydeskError('unexpected', 'There is no draft around this component');
  return draft;
}

/** A reading of the draft; a component renders again only when its reading differs, so read little in the key path. */
export const useDraftReading = <Reading>(read: (state: DraftState) => Reading): Reading =>
  useReading(useDraft(), read);
