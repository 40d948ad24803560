import { lazy, Suspense, useEffect, type CSSProperties } from 'react';
import type { RunCommand } from './commands.ts';
import { importRun } from './importing/importRun.ts';
import { lastImport } from './importing/receiptStore.ts';
import { takeDroppedText } from './importing/takeDroppedText.ts';
import { HeldAlert } from './export/HeldAlert.tsx';
import { LibraryPanel } from './library/LibraryPanel.tsx';
import { LiveRegion } from './ui/announce.tsx';
import { useReading } from './ui/store.ts';
import { Toasts } from './ui/Toast.tsx';
import { Panel } from './window/Panel.tsx';
import { useServices } from './window/services.ts';
import { Sheet } from './window/Sheet.tsx';
import { StatusLine } from './window/StatusLine.tsx';
import { useWindowKeys } from './window/useWindowKeys.ts';
import { isShown } from './window/view.ts';
import './App.css';

const Overlays = lazy(async () => ({ default: (await import('./window/Overlays.tsx')).Overlays }));

const Receipt = lazy(async () => ({
  default: (await import('./importing/ReceiptDialog.tsx')).ReceiptDialog,
}));
const Importing = lazy(async () => ({
  default: (await import('./importing/ImportRunDialog.tsx')).ImportRunDialog,
}));

const Conflict = lazy(async () => ({
  default: (await import('./conflict/ConflictDialog.tsx')).ConflictDialog,
}));

const Recovered = lazy(async () => ({
  default: (await import('./recovery/RecoveredDialog.tsx')).RecoveredDialog,
}));

/** Below this width library and panel lie over the sheet. */
const narrowWidth = '(max-width: 899px)';

export interface AppProps {
  readonly run: RunCommand;
}

/** The window: library, sheet, panel and status line (`interface.md`). */
export function App({ run }: AppProps) {
  const services = useServices();
  const { recovery, settings, view } = services;
  const { narrow, drawer, focusMode, overlay } = useReading(view, (state) => state);
  const libraryOpen = useReading(settings, (state) => state.libraryOpen);
  const panelOpen = useReading(settings, (state) => state.panelOpen);
  const panelWidth = useReading(settings, (state) => state.panelWidth);
  const recovered = useReading(recovery, (state) => state.asked);
  const compared = useReading(view, (state) => state.conflict);
  const imported = useReading(lastImport, (record) => record !== null);
  const importing = useReading(importRun, (run) => run !== null);
  const state = { narrow, drawer, focusMode };
  const showLibrary = isShown(state, 'library', libraryOpen);
  const showPanel = isShown(state, 'panel', panelOpen);

  useEffect(() => {
    const query = window.matchMedia(narrowWidth);
    const follow = () => view.change({ narrow: query.matches, drawer: null });
    follow();
    query.addEventListener('change', follow);
    return () => query.removeEventListener('change', follow);
  }, [view]);
  useWindowKeys(services);
  useEffect(() => takeDroppedText(services, window), [services]);

  // A custom property is no member of CSSProperties.
  const style = { '--panel-width': `${String(panelWidth)}px` } as CSSProperties;
  return (
    <div
      className="app"
      style={style}
      data-narrow={narrow ? '' : undefined}
      data-focus-mode={focusMode ? '' : undefined}
    >
      <div className="app-zones">
        {showLibrary ? <LibraryPanel run={run} /> : null}
        <Sheet run={run} />
        {showPanel ? <Panel /> : null}
      </div>
      <StatusLine run={run} />
      <Suspense>{compared ? <Conflict /> : null}</Suspense>
      <HeldAlert />
      <Suspense>{overlay === null ? null : <Overlays overlay={overlay} run={run} />}</Suspense>
      <Suspense>{recovered ? <Recovered /> : null}</Suspense>
      <Suspense>{imported ? <Receipt /> : null}</Suspense>
      <Suspense>{importing ? <Importing /> : null}</Suspense>
      <Toasts />
      <LiveRegion />
    </div>
  );
}
