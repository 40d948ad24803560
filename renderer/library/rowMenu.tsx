import { Copy, FolderOpen, History as HistoryIcon, Trash2 } from 'lucide-react';
import type { LibraryEntry } from '../../shared/ipc/contract.ts';
import { duplicateArticle, openArticle, trashArticle } from '../article/actions.ts';
import { openBatch, openSelected } from '../export/openBatch.ts';
import { showHistory } from '../history/showHistory.ts';
import type { MenuEntry } from '../ui/Menu.tsx';
import type { Services } from '../window/services.ts';
import { askToTrash, duplicateSeveral, openSeveral } from './several.ts';

/** Where the entry is opened: by its file if it has no id, or is one of several versions of an article. */
export const whichOf = ({ id, file, problem }: LibraryEntry) =>
  id === null || problem !== null ? { file } : { id };

const reveal = ({ connection, reports }: Services, { file }: LibraryEntry): void => {
  connection
    .call('library:reveal', { file })
    .catch((error: unknown) => reports.error(`“${file}” cannot be shown`, error));
};

const openInNewWindow = ({ connection, reports }: Services, id: string): void => {
  connection
    .call('window:open', { id })
    .catch((error: unknown) => reports.error('No window was opened', error));
};

const showHistoryOf = (services: Services, { id, title }: LibraryEntry): void => {
  const state = services.draft.get();
  const shown = state.kind === 'open' && state.article.id === id;
  showHistory(services, id === null || shown ? null : { id, title });
};

const ofOne = (services: Services, entry: LibraryEntry): readonly MenuEntry[] => [
  { label: 'Open', run: () => void openArticle(services, whichOf(entry), entry) },
  {
    label: 'Open in New Window',
    disabled: entry.id === null,
    run: () => (entry.id === null ? undefined : openInNewWindow(services, entry.id)),
  },
  {
    label: 'Duplicate',
    icon: <Copy aria-hidden />,
    disabled: entry.id === null,
    run: () => void duplicateArticle(services, whichOf(entry)),
  },
  {
    label: 'History',
    icon: <HistoryIcon aria-hidden />,
    disabled: entry.id === null,
    leaves: true,
    run: () => showHistoryOf(services, entry),
  },
  { label: 'Export…', leaves: true, run: () => openBatch(services, [entry.file]) },
  { label: 'Show in Folder', icon: <FolderOpen aria-hidden />, run: () => reveal(services, entry) },
  'line',
  {
    label: 'Move to Trash',
    icon: <Trash2 aria-hidden />,
    run: () => void trashArticle(services, entry),
  },
];

const ofSelected = (services: Services): readonly MenuEntry[] => [
  { label: 'Open Selected in New Windows', run: () => void openSeveral(services) },
  {
    label: 'Duplicate Selected',
    icon: <Copy aria-hidden />,
    run: () => void duplicateSeveral(services),
  },
  { label: 'Export Selected…', leaves: true, run: () => openSelected(services) },
  'line',
  {
    label: 'Move Selected to Trash…',
    icon: <Trash2 aria-hidden />,
    leaves: true,
    run: () => askToTrash(services),
  },
];

/** What can be done with a line of the library: with its article, or with all that are selected where it is one of them. */
export const rowMenu = (services: Services, entry: LibraryEntry, selected: boolean): readonly MenuEntry[] =>
  selected ? ofSelected(services) : ofOne(services, entry);
