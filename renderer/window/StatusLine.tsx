import { PanelLeftClose, PanelLeftOpen, PanelRightClose, PanelRightOpen } from 'lucide-react';
import { commands, type CommandId } from '../../shared/commands.ts';
import type { RunCommand } from '../commands.ts';
import { useDraftReading } from '../article/useDraft.ts';
import { shortcutOf } from '../palette/accelerator.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useReading } from '../ui/store.ts';
import { ArticleFigures } from './ArticleFigures.tsx';
import { IndexState } from './IndexState.tsx';
import { SaveState } from './SaveState.tsx';
import { useServices } from './services.ts';
import { isShown } from './view.ts';
import './StatusLine.css';

const icons = {
  library: { close: PanelLeftClose, open: PanelLeftOpen },
  panel: { close: PanelRightClose, open: PanelRightOpen },
};

function ZoneToggle({ zone, run }: { readonly zone: 'library' | 'panel'; readonly run: RunCommand }) {
  const { settings, view } = useServices();
  const open = useReading(settings, (state) => (zone === 'library' ? state.libraryOpen : state.panelOpen));
  const shown = useReading(view, (state) => isShown(state, zone, open));
  const { close: Close, open: Open } = icons[zone];
  const id: CommandId = `view:${zone}`;
  return (
    <IconButton
      small
      side="top"
      label={zone === 'library' ? 'Library' : 'Preview and story'}
      aria-pressed={shown}
      shortcut={shortcutOf(commands.find((command) => command.id === id))}
      onClick={() => run(id)}
    >
      {shown ? <Close aria-hidden /> : <Open aria-hidden />}
    </IconButton>
  );
}

/** The bottom line: what is on disk, how long the text is, and what else must be known. */
export function StatusLine({ run }: { readonly run: RunCommand }) {
  const readOnly = useDraftReading((state) => state.kind === 'open' && state.readOnly !== null);
  const elsewhere = useDraftReading((state) => (state.kind === 'open' ? state.elsewhere : 0));
  return (
    <footer className="status-line" data-zone="status" aria-label="Status line" tabIndex={-1}>
      <ZoneToggle zone="library" run={run} />
      <SaveState />
      {readOnly ? <span className="status-mark">Read only</span> : null}
      {elsewhere > 0 ? (
        <span className="status-mark">
          {elsewhere === 1 ? 'Also open in another window' : `Also open in ${String(elsewhere)} windows`}
        </span>
      ) : null}
      <span className="status-space" />
      <IndexState />
      <ArticleFigures />
      <ZoneToggle zone="panel" run={run} />
    </footer>
  );
}
