import { createContext, useContext } from 'react';
import { CopydeskError } from '../../shared/error.ts';
import { useReading, type Store } from '../ui/store.ts';
import type { Draft, DraftState } from './draft.ts';
import { followText } from './followText.ts';

/** The window's draft, given once by main.tsx. */
export const DraftContext = createContext<Draft | null>(null);

/** The window's draft. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext);
  if (draft === null) throw new CopydeskError('unexpected', 'There is no draft around this component');
  return draft;
}

const followers = new WeakMap<Draft, Store<DraftState>>();

function followerOf(draft: Draft): Store<DraftState> {
  const known = followers.get(draft) ?? followText(draft);
  followers.set(draft, known);
  return known;
}

/** A reading of the draft, a moment behind the keys (`followText`); a component renders again only when its reading differs. */
export const useDraftReading = <Reading>(read: (state: DraftState) => Reading): Reading =>
  useReading(followerOf(useDraft()), read);
