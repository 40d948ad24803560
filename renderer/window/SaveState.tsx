import { useEffect, useRef, useState } from 'react';
import { saveCopy } from '../article/actions.ts';
import type { QueueState } from '../article/saveQueue.ts';
import { savingShownAfter, saveText } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { useServices } from './services.ts';

/** Saves are told to the ear once a minute at most; a failure and its end at once. */
const toldEvery = 60_000;

function useTold(state: QueueState | null): void {
  const failing = useRef('');
  const told = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (state === null) return;
    if (state.kind === 'failed' && failing.current !== state.message) {
      failing.current = state.message;
      announce(`Not saved: ${state.message}`);
    } else if (state.kind === 'saved' && state.at !== null) {
      const mended = failing.current !== '';
      failing.current = '';
      const now = performance.now();
      if (!mended && now - told.current < toldEvery) return;
      // Opening an article is no save.
      if (mended || told.current !== Number.NEGATIVE_INFINITY) announce('Saved');
      told.current = now;
    }
  }, [state]);
}

function useSlow(state: QueueState | null): boolean {
  const since = state?.kind === 'saving' ? state.since : null;
  const [slow, setSlow] = useState<number | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const timer = setTimeout(() => setSlow(since), savingShownAfter);
    return () => clearTimeout(timer);
  }, [since]);
  return since !== null && slow === since;
}

/** What of the article is on disk: a role that tests and people find, quiet for the ear (`useTold` speaks). */
export function SaveState() {
  const services = useServices();
  const state = useDraftReading((draft) => (draft.kind === 'open' ? draft.saveState : null));
  const readOnly = useDraftReading((draft) => draft.kind === 'open' && draft.readOnly !== null);
  const slow = useSlow(state);
  useTold(state);
  const shown = state !== null && !readOnly;
  const text = state === null ? '' : saveText(state, slow, services.clock.now());
  return (
    <>
      <output aria-live="off" className="status-save" data-state={state?.kind ?? 'none'}>
        {shown ? <span title={text}>{text}</span> : null}
      </output>
      {state?.kind === 'failed' ? (
        <>
          {state.code === 'conflict' ? (
            <Button small kind="danger" onClick={() => services.view.change({ conflict: true })}>
              Resolve…
            </Button>
          ) : null}
          <Button small kind="danger" onClick={() => void saveCopy(services)}>
            Save a Copy Elsewhere…
          </Button>
        </>
      ) : null}
    </>
  );
}
