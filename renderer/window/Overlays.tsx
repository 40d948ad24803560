import type { RunCommand } from '../commands.ts';
import { BatchDialog } from '../export/BatchDialog.tsx';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { AboutDialog } from '../help/AboutDialog.tsx';
import { KeysDialog } from '../help/KeysDialog.tsx';
import { SafetyDialog } from '../help/SafetyDialog.tsx';
import { BylineDialog } from '../library/BylineDialog.tsx';
import { SaveSearchDialog } from '../library/SaveSearchDialog.tsx';
import { SearchesDialog } from '../library/SearchesDialog.tsx';
import { TrashDialog } from '../library/TrashDialog.tsx';
import { TrashQuestion } from '../library/TrashQuestion.tsx';
import { Palette } from '../palette/Palette.tsx';
import { useServices } from './services.ts';
import type { Overlay } from './view.ts';

/** What lies over the window; loaded when it is first wanted. */
export function Overlays({ overlay, run }: { readonly overlay: Overlay; readonly run: RunCommand }) {
  const { view } = useServices();
  const close = () => view.change({ overlay: null });
  switch (overlay) {
    case 'palette':
      return <Palette run={run} onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'safety':
      return <SafetyDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    case 'trash':
      return <TrashDialog onClose={close} />;
    case 'trashSelected':
      return <TrashQuestion onClose={close} />;
    case 'saveSearch':
      return <SaveSearchDialog onClose={close} />;
    case 'searches':
      return <SearchesDialog onClose={close} />;
    case 'byline':
      return <BylineDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'batch':
      return <BatchDialog onClose={close} />;
  }
}
