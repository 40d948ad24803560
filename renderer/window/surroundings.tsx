import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import type { RunCommand } from '../commands.ts';
import { HeldAlert } from '../export/HeldAlert.tsx';
import { importRun } from '../importing/importRun.ts';
import { lastImport } from '../importing/receiptStore.ts';
import { trackedQuestion } from '../importing/trackedQuestion.ts';
import { LibraryPanel } from '../library/LibraryPanel.tsx';
import { useReading } from '../ui/store.ts';
import { Toasts } from '../ui/Toasts.tsx';
import { TooltipProvider } from '../ui/Tooltip.tsx';
import { Panel } from './Panel.tsx';
import { useServices } from './services.ts';
import { SheetNotices } from './SheetNotices.tsx';
import { StatusLine } from './StatusLine.tsx';

const loadOverlays = () => import('./Overlays.tsx');
const Overlays = lazy(async () => ({ default: (await loadOverlays()).Overlays }));
const Receipt = lazy(async () => ({
  default: (await import('../importing/ReceiptDialog.tsx')).ReceiptDialog,
}));
const Importing = lazy(async () => ({
  default: (await import('../importing/ImportRunDialog.tsx')).ImportRunDialog,
}));
const Tracked = lazy(async () => ({
  default: (await import('../importing/TrackedDialog.tsx')).TrackedDialog,
}));
const Conflict = lazy(async () => ({
  default: (await import('../conflict/ConflictDialog.tsx')).ConflictDialog,
}));
const Recovered = lazy(async () => ({
  default: (await import('../recovery/RecoveredDialog.tsx')).RecoveredDialog,
}));

interface GivenRun {
  readonly run: RunCommand;
}

const Hinted = ({ children }: { readonly children: ReactNode }) => (
  <TooltipProvider delayDuration={500}>{children}</TooltipProvider>
);

/** The library, left of the sheet. */
export const LibraryZone = ({ run }: GivenRun) => (
  <Hinted>
    <LibraryPanel run={run} />
  </Hinted>
);

/** The panel, right of the sheet. */
export const PanelZone = () => (
  <Hinted>
    <Panel />
  </Hinted>
);

/** What must be known, above the sheet. */
export const Notices = () => (
  <Hinted>
    <SheetNotices />
  </Hinted>
);

/** Stands where a dialog is about to be: what is typed for the dialog must not land in the story. */
function Coming() {
  useEffect(() => {
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('keydown', hold, { capture: true });
    return () => window.removeEventListener('keydown', hold, { capture: true });
  }, []);
  return null;
}

/** The status line, and what lies over the window; dialogs are loaded when they are first wanted. */
export function BelowAndAbove({ run }: GivenRun) {
  const { recovery, view } = useServices();
  const overlay = useReading(view, (state) => state.overlay);
  const recovered = useReading(recovery, (state) => state.asked);
  const compared = useReading(view, (state) => state.conflict);
  const imported = useReading(lastImport, (record) => record !== null);
  const importing = useReading(importRun, (state) => state !== null);
  const tracked = useReading(trackedQuestion, (state) => state !== null);
  // Wanted by a key that is followed by typing: there before the first time.
  useEffect(() => {
    const waiting = requestIdleCallback(() => void loadOverlays(), { timeout: 2000 });
    return () => cancelIdleCallback(waiting);
  }, []);
  return (
    <Hinted>
      <StatusLine run={run} />
      <Suspense>{compared ? <Conflict /> : null}</Suspense>
      <HeldAlert />
      <Suspense fallback={<Coming />}>
        {overlay === null ? null : <Overlays overlay={overlay} run={run} />}
      </Suspense>
      <Suspense>{recovered ? <Recovered /> : null}</Suspense>
      <Suspense>{imported ? <Receipt /> : null}</Suspense>
      <Suspense>{importing ? <Importing /> : null}</Suspense>
      <Suspense>{tracked ? <Tracked /> : null}</Suspense>
      <Toasts />
    </Hinted>
  );
}
