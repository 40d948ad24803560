import { articleToJson, emptyBody, type ArticleJson } from '../../shared/article/article.ts';
import { titleOf } from '../../shared/article/text.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import type { CallInput, Drafted, LibraryEntry } from '../../shared/ipc/contract.ts';
import type { SettingsPatch } from '../../shared/ipc/settings.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import { showHistory } from '../history/showHistory.ts';
import { announce } from '../ui/announce.tsx';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';
import type { View } from '../window/view.ts';
import { clockTime } from './saveText.ts';

/** Notes caret and scroll of the article on the sheet for its next editor in this window; null without one. */
export function noteSpot({ draft, editor, spots }: Services): SettingsPatch['recent'] | null {
  const state = draft.get();
  const handle = editor.get();
  if (state.kind === 'none' || handle === null) return null;
  const spot = { caret: handle.place().caret, scroll: handle.scroll() };
  spots.set(state.article.id, spot);
  return { id: state.article.id, title: titleOf(state.article.body), ...spot };
}

/** Remembers caret and scroll of the article on the sheet, here and in the settings. */
export function rememberSpot(services: Services): Promise<void> {
  const recent = noteSpot(services) ?? undefined;
  const [last] = services.settings.get().recent;
  const same = recent === undefined || JSON.stringify(last) === JSON.stringify(recent);
  return same ? Promise.resolve() : services.settings.change({ recent });
}

/** Leaves the present article for another one; if the present one cannot be saved it stays, and a report says so: false. */
async function leaveFor(
  services: Services,
  what: string,
  go: () => Promise<void>,
  unreadable: View['historyOf'] = null,
): Promise<boolean> {
  void rememberSpot(services).catch(() => undefined); // the place is a comfort, not a promise
  services.focusSheet.set(true);
  try {
    await go();
    services.reports.forgetErrors();
    services.view.change({ drawer: null, historyOf: null });
    return true;
  } catch (error) {
    services.focusSheet.set(false);
    const state = services.draft.get();
    const unsaved = state.kind === 'open' && state.saveState.kind === 'failed';
    if (unsaved) reportUnsaved(services, messageOf(error), () => void leaveFor(services, what, go));
    else if (unreadable !== null) reportUnreadable(services, what, messageOf(error), unreadable);
    else services.reports.error(what, error);
    return false;
  }
}

const reportUnreadable = (
  services: Services,
  title: string,
  text: string,
  which: NonNullable<View['historyOf']>,
) =>
  services.reports.add({
    tone: 'error',
    title,
    text,
    actions: [{ label: 'Show History', run: () => showHistory(services, which) }],
  });

const reportUnsaved = (services: Services, message: string, again: () => void) =>
  services.reports.add({
    tone: 'error',
    title: 'The article could not be saved, so it stays open',
    text: `${message} Your text is safe in this window.`,
    actions: [
      { label: 'Try Again', run: again },
      { label: 'Save a Copy Elsewhere…', run: () => void saveCopy(services) },
    ],
  });

/** Shows a draft of the recovery journal as an unsaved change; false if it cannot be shown, then a report says why. */
export const recoverArticle = (services: Services, { id, session }: Drafted): Promise<boolean> =>
  leaveFor(services, 'The draft was not restored, and stays in the recovery journal', () =>
    services.draft.recover({ id, session }),
  );

/**
 * Shows an article of the library; false if it cannot be opened, then a report says why. `listed` is what the library's
 * list has of it, if it was chosen there.
 */
export const openArticle = (
  services: Services,
  which: CallInput<'article:open'>,
  listed: Pick<LibraryEntry, 'id' | 'title'> | null = null,
): Promise<boolean> =>
  leaveFor(
    services,
    'The article cannot be opened',
    () => services.draft.open(which),
    historyOf(which, listed),
  );

/** Whose versions may help where an article cannot be opened; null where its id is not known. */
function historyOf(
  which: CallInput<'article:open'>,
  listed: Pick<LibraryEntry, 'id' | 'title'> | null,
): View['historyOf'] {
  const id = 'id' in which ? which.id : (listed?.id ?? null);
  return id === null ? null : { id, title: listed?.title ?? '' };
}

/** Shows a new article: the given one, or an empty one; an empty one that is on the sheet already will do. */
export async function newArticle(services: Services, article?: ArticleJson): Promise<void> {
  const state = services.draft.get();
  const empty = state.kind === 'open' && state.readOnly === null && state.article.body.eq(emptyBody());
  if (article !== undefined || !empty) {
    await leaveFor(services, 'No new article was made', () => services.draft.create(article));
    return;
  }
  services.view.change({ drawer: null });
  services.editor.get()?.focus();
}

/** Makes a copy of an article of the library, and shows it. */
export const duplicateArticle = (services: Services, which: CallInput<'article:open'>): Promise<boolean> =>
  leaveFor(services, 'The article was not duplicated', async () => {
    const failure = await services.draft.flush();
    if (failure !== null) throw new CopydeskError(failure.code, failure.message);
    const { article } = await services.connection.call('article:duplicate', which);
    await services.draft.open({ id: article.id });
    announce('Duplicated');
  });

async function restoreFile(connection: Connection, file: string): Promise<void> {
  const trashed = await connection.call('library:trash', null);
  const found = trashed.find((one) => one.file === file);
  if (found === undefined) throw new CopydeskError('not-found', `The trash holds no file “${file}”`);
  await connection.call('article:restore', { file: found.name });
}

/** Moves an article to the library's trash, with a way back. */
export async function trashArticle(
  services: Services,
  entry: { readonly id: string | null; readonly file: string; readonly title: string },
): Promise<void> {
  const { connection, draft, library, reports } = services;
  const state = draft.get();
  const shown = state.kind === 'open' && state.file === entry.file;
  const which = entry.id !== null && shown ? { id: entry.id } : { file: entry.file };
  try {
    if (shown) {
      await rememberSpot(services);
      await draft.close();
    }
    await connection.call('article:trash', which);
  } catch (error) {
    reports.error(`“${entry.title}” was not moved to the trash`, error);
    return;
  }
  const restore = async () => {
    try {
      if (entry.id !== null) await connection.call('article:restore', { id: entry.id });
      else await restoreFile(connection, entry.file);
      announce('Restored');
      if (shown && entry.id !== null) await openArticle(services, { id: entry.id });
    } catch (error) {
      reports.error(`“${entry.title}” was not restored`, error);
    }
    await library.refresh();
  };
  toast({
    text: `Moved “${entry.title === '' ? 'Untitled' : entry.title}” to the trash`,
    action: { label: 'Undo', run: () => void restore() },
  });
  await library.refresh();
}

/** Saves now, and says so. */
export async function saveNow(services: Services): Promise<void> {
  const { draft } = services;
  if (draft.get().kind === 'none') return;
  const before = draft.get();
  const failure = await draft.flush(true);
  const state = draft.get();
  if (failure !== null || state.kind === 'none' || state.saveState.kind !== 'saved') return;
  const at = state.saveState.at === null ? 'Saved' : `Saved at ${clockTime(state.saveState.at)}`;
  // Nothing was there to save: what is on the disk becomes the version that was asked for.
  const unedited = before.kind === 'open' && before.hash === state.hash && state.readOnly === null;
  announce(unedited ? await keepSaved(services, state.article.id, at) : at);
}

async function keepSaved({ connection, reports }: Services, id: string, at: string): Promise<string> {
  try {
    const { kept } = await connection.call('history:keep', { id, reason: 'manual' });
    return kept === 'already' ? `${at}. The history has this version already` : `${at}. Version saved`;
  } catch (error) {
    reports.error('No version was kept', error);
    return at;
  }
}

/** Asks for a place outside the library and writes the article there; true if it was written. */
export async function saveCopy({ connection, draft, reports }: Services): Promise<boolean> {
  const state = draft.get();
  if (state.kind === 'none') return false;
  try {
    const saved = await connection.call('article:saveCopy', { article: articleToJson(state.article) });
    if (saved !== null) toast({ text: `A copy was saved as ${saved.path}` });
    return saved !== null;
  } catch (error) {
    reports.error('The copy was not saved', error);
    return false;
  }
}
