import { createSchedule, type Pace } from '../ui/schedule.ts';
import type { Store } from '../ui/store.ts';
import type { DraftState } from './draft.ts';

/** How far what is drawn of a text may lag behind its keys: it is not worth a keystroke's time, nor a frame of its own. */
export const textPace: Pace = { pause: 250, limit: 300, frameFrom: 200, idle: 0 };

const sameBut = <Part extends object>(one: Part, other: Part, but: keyof Part): boolean => {
  // The keys of an object of that type.
  const keys = Object.keys({ ...one, ...other }) as (keyof Part)[];
  return keys.every((key) => key === but || Object.is(one[key], other[key]));
};

/** Whether two states differ by the text alone: what a key does. */
const isTyped = (before: DraftState, after: DraftState): boolean =>
  before.kind === 'open' &&
  after.kind === 'open' &&
  sameBut(before, after, 'article') &&
  sameBut(before.article, after.article, 'body');

/**
 * The draft for what is drawn: it tells at once of everything but the text, and of that at `textPace`. So a
 * key costs no component a look, however many there are.
 */
export function followText(draft: Store<DraftState>): Store<DraftState> {
  const listeners = new Set<() => void>();
  let told = draft.get();
  let stop = (): void => undefined;

  const tell = (): void => {
    later.cancel();
    told = draft.get();
    for (const listener of listeners) listener();
  };
  const later = createSchedule(tell, () => textPace);
  const changed = (): void => {
    if (isTyped(told, draft.get())) later.request();
    else tell();
  };
  return {
    get: draft.get,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        told = draft.get();
        stop = draft.subscribe(changed);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stop();
        later.cancel();
      };
    },
  };
}
