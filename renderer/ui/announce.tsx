import { createStore, useReading } from './store.ts';

const spoken = createStore<{ readonly text: string; readonly turn: number }>({ text: '', turn: 0 });

/** Says a text to a screen reader when it has a pause; the same text twice is said twice. */
export const announce = (text: string): void => spoken.set({ text, turn: spoken.get().turn + 1 });

/** The place from which announcements are read; once in a window, always mounted. */
export function LiveRegion() {
  const { text, turn } = useReading(spoken, (value) => value);
  // Two lines in turn, so that a repeated text is a change.
  return (
    <div className="ui-visually-hidden" aria-live="polite" data-announcements="">
      <p>{turn % 2 === 0 ? text : ''}</p>
      <p>{turn % 2 === 1 ? text : ''}</p>
    </div>
  );
}
