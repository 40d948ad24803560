import { CopydeskError } from '../../shared/error.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { previewPath } from './routes.ts';

type Names =
  | 'app:info'
  | 'settings:get'
  | 'settings:set'
  | 'theme:list'
  | 'theme:read'
  | 'window:show'
  | 'window:open'
  | 'window:flushed'
  | 'preview:load'
  | 'edit:pastePlain'
  | 'link:open';

const pageLimit = 64 * 1024 * 1024;

/** The calls about the application, its settings, its windows and their previews. */
export function windowHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { desktop, settings, windows, flushes, previews, themes } = application;

  function remember(id: string, title: string): void {
    const { recent } = settings.get();
    const before = recent.find((one) => one.id === id);
    if (recent[0]?.id === id && before?.title === title) return;
    const place = { caret: before?.caret ?? 0, scroll: before?.scroll ?? 0 };
    windows.broadcast('settings:changed', settings.set({ recent: { id, title, ...place } }));
  }
  const keep = (owner: number, html: string): string => {
    if (html.length > pageLimit)
      throw new CopydeskError(
        'too-large',
        `The page has ${html.length} characters; at most ${pageLimit} are shown`,
      );
    return previewPath(previews.load(owner, html));
  };
  return {
    'app:info': (_nothing, { window }) => ({
      version: desktop.version,
      platform: desktop.platform,
      runtime: desktop.runtime,
      locale: desktop.locale,
      show: windows.shown(window).article,
      notice: settings.notice,
    }),
    'settings:get': () => settings.get(),
    'settings:set': (patch) => {
      const changed = settings.set(patch);
      windows.broadcast('settings:changed', changed);
      return changed;
    },
    'theme:list': async () => [...(await themes.list())],
    'theme:read': ({ theme }) => themes.choose(theme),
    'window:show': ({ id, title, edited }, { window }) => {
      windows.show(window, { article: id, title, edited });
      if (id !== null) remember(id, title.slice(0, 300));
      return null;
    },
    'window:open': ({ id }) => {
      desktop.openWindow(id);
      return null;
    },
    'window:flushed': ({ request, ok, message }, { window }) => {
      flushes.answered(window, request, { ok, message });
      return null;
    },
    'preview:load': ({ html }, { window }) => ({ path: keep(window, html) }),
    'edit:pastePlain': (_nothing, { window }) => {
      desktop.pastePlain(window);
      return null;
    },
    'link:open': async ({ href }) => {
      await desktop.openLink(href);
      return null;
    },
  };
}
