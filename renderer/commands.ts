import type { CommandId } from '../shared/commands.ts';
import { titleOf } from '../shared/article/text.ts';
import { newArticle, duplicateArticle, saveCopy, saveNow, trashArticle } from './article/actions.ts';
import type { EditorHandle } from './editor/handle.ts';
import { chooseLibrary } from './library/chooseLibrary.ts';
import { openBatch, openSelected } from './export/openBatch.ts';
import { showHistory } from './history/showHistory.ts';
import { showReceipt } from './importing/receiptStore.ts';
import { toast } from './ui/Toast.tsx';
import type { Services } from './window/services.ts';
import { focusZone } from './window/zones.ts';
import { setZone, toggleZone } from './window/toggleZone.ts';

/** Runs a command by its id, from wherever it was chosen. */
export type RunCommand = (id: CommandId) => void;

type Action = (services: Services) => void | Promise<unknown>;

const trashShown: Action = (services) => {
  const state = services.draft.get();
  if (state.kind === 'none') return undefined;
  const { article, file } = state;
  return trashArticle(services, { id: article.id, file, title: titleOf(article.body) });
};

const duplicateShown: Action = (services) => {
  const state = services.draft.get();
  return state.kind === 'none' ? undefined : duplicateArticle(services, { id: state.article.id });
};

const goToLibrary: Action = (services) => {
  focusZone(services, 'library', '[data-library-search]');
};

const showPanelTab = (services: Services, tab: string) => {
  services.view.change({ tab });
  focusZone(services, 'panel');
};

const preview =
  (previewWidth: 'phone' | 'tablet' | 'desktop' | 'print'): Action =>
  (services) => {
    services.view.change({ tab: 'preview' });
    setZone(services, 'panel', true);
    return services.settings.change({ previewWidth });
  };

const theme =
  (name: 'system' | 'light' | 'dark'): Action =>
  ({ settings }) =>
    settings.change({ theme: name });

const isField = (element: Element | null): element is HTMLInputElement | HTMLTextAreaElement =>
  element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;

/** Commands of the application itself. Absent: the editor's own (`edit:`, `insert:`, `format:`). */
const actions: { readonly [Id in CommandId]?: Action } = {
  'article:new': (services) => newArticle(services),
  'window:new': ({ connection }) => connection.call('window:open', { id: null }),
  'article:goto': goToLibrary,
  'article:save': saveNow,
  'article:saveCopy': saveCopy,
  'import:text': async (services) => (await import('./importing/importFile.ts')).importPicked(services),
  'import:receipt': () => {
    if (!showReceipt()) toast({ text: 'Nothing was imported in this window yet' });
  },
  'export:open': ({ draft, view }) =>
    draft.get().kind === 'open' ? view.change({ overlay: 'export' }) : undefined,
  'export:selected': openSelected,
  'export:library': (services) => openBatch(services, null),
  'export:copy': async (services) =>
    (await import('./export/copyForCms.ts')).copyForCms(services, 'fragment'),
  'export:copyWordPress': async (services) =>
    (await import('./export/copyForCms.ts')).copyForCms(services, 'fragment-wordpress'),
  'preview:print': async (services) => (await import('./preview/pageTheme.ts')).printShown(services),
  'article:duplicate': duplicateShown,
  'article:trash': trashShown,
  'library:openSelected': async (services) => (await import('./library/several.ts')).openSeveral(services),
  'library:duplicateSelected': async (services) =>
    (await import('./library/several.ts')).duplicateSeveral(services),
  'library:trashSelected': async (services) => (await import('./library/several.ts')).askToTrash(services),
  'library:saveSearch': ({ view }) => view.change({ overlay: 'saveSearch' }),
  'library:searches': ({ view }) => view.change({ overlay: 'searches' }),
  'library:byline': ({ view }) => view.change({ overlay: 'byline' }),
  'library:choose': chooseLibrary,
  'library:reveal': ({ connection }) => connection.call('library:reveal', { file: null }),
  'palette:open': ({ view }) => view.change({ overlay: 'palette' }),
  'zone:library': (services) => focusZone(services, 'library'),
  'zone:sheet': (services) => focusZone(services, 'sheet'),
  'zone:panel': (services) => showPanelTab(services, 'preview'),
  'panel:history': (services) => showHistory(services),
  'view:library': (services) => toggleZone(services, 'library'),
  'view:panel': (services) => toggleZone(services, 'panel'),
  'view:focus': ({ view }) => view.change({ focusMode: !view.get().focusMode, drawer: null }),
  'preview:phone': preview('phone'),
  'preview:tablet': preview('tablet'),
  'preview:desktop': preview('desktop'),
  'preview:printed': preview('print'),
  'theme:system': theme('system'),
  'theme:light': theme('light'),
  'theme:dark': theme('dark'),
  'help:keys': ({ view }) => view.change({ overlay: 'keys' }),
  'help:safety': ({ view }) => view.change({ overlay: 'safety' }),
  'help:about': ({ view }) => view.change({ overlay: 'about' }),
};

/** In a text field undo and redo are the field's own; paste as plain text is the same everywhere. */
function runInEditor({ connection }: Services, handle: EditorHandle | null, id: CommandId): unknown {
  if (id === 'edit:pastePlain') return connection.call('edit:pastePlain', null);
  if (isField(document.activeElement) && (id === 'edit:undo' || id === 'edit:redo'))
    return document.execCommand(id === 'edit:undo' ? 'undo' : 'redo');
  return handle?.run(id);
}

const isModal = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null;
/** What still makes sense while a dialog is open. */
const always: readonly CommandId[] = [
  'article:save',
  'article:saveCopy',
  'edit:undo',
  'edit:redo',
  'edit:pastePlain',
];

/** The one place where a command's id becomes an action; a failure becomes a report. */
export function createRunner(services: Services): RunCommand {
  return (id) => {
    if (isModal() && !always.includes(id)) return;
    const action = actions[id];
    const attempt = async () =>
      action === undefined ? runInEditor(services, services.editor.get(), id) : action(services);
    attempt().catch((error: unknown) => services.reports.error('That did not work', error));
  };
}
