import { useEffect, useRef, useState } from 'react';
import { saveCopy } from '../article/actions.ts';
import type { QueueState } from '../article/saveQueue.ts';
import { safeText, savingShownAfter, savingWarnedAfter, saveText, type Pace } from '../article/saveText.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { announce } from '../ui/announce.tsx';
import { Button } from '../ui/Button.tsx';
import { useServices } from './services.ts';

/** Saves are told to the ear once a minute at most; a failure and its end at once. */
const toldEvery = 60_000;

function useTold(state: QueueState | null, unjournalled: string | null): void {
  const failing = useRef('');
  const told = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (state === null) return;
    if (state.kind === 'failed' && failing.current !== state.message) {
      failing.current = state.message;
      announce(`Not saved: ${state.message} ${safeText(unjournalled)}`);
    } else if (state.kind === 'saved' && state.at !== null) {
      const mended = failing.current !== '';
      failing.current = '';
      const now = performance.now();
      if (!mended && now - told.current < toldEvery) return;
      // Opening an article is no save.
      if (mended || told.current !== Number.NEGATIVE_INFINITY) announce('Saved');
      told.current = now;
    }
  }, [state, unjournalled]);
}

function usePace(state: QueueState | null): Pace {
  const since = state?.kind === 'saving' ? state.since : null;
  const [reached, setReached] = useState<{ readonly since: number; readonly pace: Pace } | null>(null);
  useEffect(() => {
    if (since === null) return undefined;
    const slow = setTimeout(() => setReached({ since, pace: 'slow' }), savingShownAfter);
    const stuck = setTimeout(() => setReached({ since, pace: 'stuck' }), savingWarnedAfter);
    return () => {
      clearTimeout(slow);
      clearTimeout(stuck);
    };
  }, [since]);
  return since !== null && reached?.since === since ? reached.pace : 'quick';
}

/** Says that a crash would now cost what is not saved yet. */
function JournalState() {
  const problem = useDraftReading((draft) => (draft.kind === 'open' ? draft.unjournalled : null));
  useEffect(() => {
    if (problem !== null) announce(`Crash recovery does not work: ${problem}`);
  }, [problem]);
  if (problem === null) return null;
  return (
    <span className="status-mark" title={problem}>
      No crash recovery: {problem}
    </span>
  );
}

/** What of the article is on disk: a role that tests and people find, quiet for the ear (`useTold` speaks). */
export function SaveState() {
  const services = useServices();
  const state = useDraftReading((draft) => (draft.kind === 'open' ? draft.saveState : null));
  const readOnly = useDraftReading((draft) => draft.kind === 'open' && draft.readOnly !== null);
  const unjournalled = useDraftReading((draft) => (draft.kind === 'open' ? draft.unjournalled : null));
  const pace = usePace(state);
  const failed = state?.kind === 'failed';
  const warned = failed || pace === 'stuck';
  useTold(state, unjournalled);
  useEffect(() => {
    if (pace === 'stuck') announce(`Not saved yet. ${safeText(unjournalled)}`);
  }, [pace, unjournalled]);
  const shown = state !== null && !readOnly;
  const text = state === null ? '' : saveText(state, pace, services.clock.now(), unjournalled);
  return (
    <>
      <output
        aria-live="off"
        className="status-save"
        data-state={warned ? 'failed' : (state?.kind ?? 'none')}
      >
        {shown ? <span title={failed ? `${text} ${state.message}` : text}>{text}</span> : null}
      </output>
      <JournalState />
      {warned ? (
        failed && state.code === 'conflict' ? (
          <Button small kind="danger" onClick={() => services.view.change({ conflict: true })}>
            Compare…
          </Button>
        ) : (
          <Button small kind="danger" onClick={() => void saveCopy(services)}>
            Save a Copy Elsewhere…
          </Button>
        )
      ) : null}
    </>
  );
}
