import { useEffect, type CSSProperties } from 'react';
import type { RunCommand } from './commands.ts';
import { takeGivenFiles } from './importing/takeGivenFiles.ts';
import { LiveRegion } from './ui/announce.tsx';
import { useReading } from './ui/store.ts';
import { useLater } from './ui/useLater.ts';
import { useServices } from './window/services.ts';
import { Sheet } from './window/Sheet.tsx';
import { useWindowKeys } from './window/useWindowKeys.ts';
import { isShown } from './window/view.ts';
import './App.css';
import './window/StatusLine.css';

const loadSurroundings = () => import('./window/surroundings.tsx');

/** Below this width library and panel lie over the sheet. */
const narrowWidth = '(max-width: 899px)';

export interface AppProps {
  readonly run: RunCommand;
}

/**
 * The window: library, sheet, panel and status line (`interface.md`). The sheet comes first; what surrounds it is loaded
 * once it is drawn, and has its place from the beginning.
 */
export function App({ run }: AppProps) {
  const services = useServices();
  const { settings, view } = services;
  const { narrow, drawer, focusMode } = useReading(view, (state) => state);
  const libraryOpen = useReading(settings, (state) => state.libraryOpen);
  const panelOpen = useReading(settings, (state) => state.panelOpen);
  const panelWidth = useReading(settings, (state) => state.panelWidth);
  const started = useReading(view, (state) => state.started);
  const around = useLater(loadSurroundings, started);
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
  useEffect(() => takeGivenFiles(services, window), [services]);

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
        {showLibrary ? (
          around === null ? (
            <div className="zone zone-library" />
          ) : (
            <around.LibraryZone run={run} />
          )
        ) : null}
        <Sheet run={run} notices={around === null ? null : <around.Notices />} />
        {showPanel ? around === null ? <div className="zone zone-panel" /> : <around.PanelZone /> : null}
      </div>
      {around === null ? <div className="status-line" /> : <around.BelowAndAbove run={run} />}
      <LiveRegion />
    </div>
  );
}
