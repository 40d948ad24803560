import type { RunCommand } from '../commands.ts';
import { noteSpot, openArticle, rememberSpot } from '../article/actions.ts';
import { messageOf } from '../../shared/error.ts';
import { titleOf } from '../../shared/article/text.ts';
import { followDisk } from '../conflict/followDisk.ts';
import { lookForDrafts, openShown } from '../recovery/recover.ts';
import { toast } from '../ui/Toast.tsx';
import type { Services } from './services.ts';

/** Follows main's events for the life of the window. */
function listen(services: Services, run: RunCommand): void {
  const { connection, draft } = services;
  connection.on('command:run', ({ id }) => run(id));
  connection.on('window:elsewhere', ({ count }) => draft.setElsewhere(count));
  connection.on('article:show', ({ id }) => {
    if (id === null) draft.abandon();
    else void openArticle(services, { id });
  });
  connection.on('article:changed', ({ id, hash }) => {
    const state = draft.get();
    if (state.kind === 'none' || state.article.id !== id) return;
    noteSpot(services);
    if (hash === '') trashedElsewhere(services);
    else draft.refresh(hash).catch((error: unknown) => services.reports.error('The article changed', error));
  });
  connection.on('window:flush', ({ request }) => {
    void flushFor(services, request);
  });
}

/** A library that was missing is back: its article is shown, and what the journal holds is asked about, as at the start. */
function followLibrary(services: Services): void {
  const { draft, info, library, reports } = services;
  const resume = async () => {
    const waiting = await lookForDrafts(services);
    if (draft.get().kind === 'none') reports.forgetErrors();
    await openShown(services, draft.get().kind === 'none' ? (info.get()?.show ?? null) : null, waiting);
  };
  let missing = false;
  library.subscribe(() => {
    const state = library.get();
    if (state === null) return;
    const back = missing && state.problem === null;
    missing = state.problem !== null;
    if (back) void resume();
  });
}

/** Everything is saved before main lets the window close. */
async function flushFor(services: Services, request: number): Promise<void> {
  const { connection, draft } = services;
  let failed: string | null = null;
  try {
    await rememberSpot(services).catch(() => undefined); // the place is a comfort, not a promise
    failed = (await draft.flush())?.message ?? null;
  } catch (error) {
    failed = messageOf(error);
  }
  await connection.call('window:flushed', { request, ok: failed === null, message: failed ?? '' });
}

/** Another window moved the article to the trash: nothing here is lost, unsaved words stay. */
function trashedElsewhere(services: Services): void {
  const { connection, draft } = services;
  const state = draft.get();
  if (state.kind === 'none' || state.saveState.kind !== 'saved') return;
  const { id } = state.article;
  draft.abandon();
  const restore = async () => {
    await connection.call('article:restore', { id });
    await openArticle(services, { id });
  };
  toast({
    text: `“${titleOf(state.article.body)}” was moved to the trash in another window`,
    action: {
      label: 'Undo',
      run: () => void restore().catch((error: unknown) => services.reports.error('Not restored', error)),
    },
  });
}

/** Tells main what this window shows, for its title, the recent articles and the "open twice" warning. */
function tellMain({ clock, connection, draft }: Services): void {
  let told = '';
  let planned = false;
  const tell = () => {
    planned = false;
    const state = draft.get();
    const shown =
      state.kind === 'none'
        ? { id: null, title: '', edited: false }
        : {
            id: state.article.id,
            title: titleOf(state.article.body),
            edited: state.saveState.kind !== 'saved',
          };
    const text = JSON.stringify(shown);
    if (text === told) return;
    told = text;
    // The title bar is a comfort; a closing window may not answer any more.
    connection.call('window:show', shown).catch(() => undefined);
  };
  let article: string | null = null;
  draft.subscribe(() => {
    const state = draft.get();
    const now = state.kind === 'none' ? null : state.article.id;
    if (now !== article) {
      article = now;
      tell();
    } else if (!planned) {
      planned = true;
      clock.after(400, tell);
    }
  });
}

/** The first moments of a window: settings, then its article, then the library's list. */
export async function start(services: Services, run: RunCommand): Promise<void> {
  const { connection, draft, info, library, reports, settings, spots, view } = services;
  listen(services, run);
  tellMain(services);
  followLibrary(services);
  followDisk(services, window);
  window.addEventListener('blur', () => {
    void rememberSpot(services).catch(() => undefined); // as above
    void draft.flush();
  });
  try {
    const [about, { recent }, waiting] = await Promise.all([
      connection.call('app:info', null),
      settings.load(),
      lookForDrafts(services),
    ]);
    info.set(about);
    for (const { id, caret, scroll } of recent) spots.set(id, { caret, scroll });
    if (about.notice !== '') reports.add({ tone: 'warning', title: about.notice });
    await openShown(services, about.show, waiting);
  } catch (error) {
    reports.error('Copydesk could not start as it should', error);
  }
  view.change({ started: true });
  await library.refresh();
}
