import { join } from 'node:path';
import { CopydeskError, messageOf } from '../../../shared/error.ts';
import { html } from '../../../shared/formats/html.ts';
import { formats } from '../../../shared/formats/index.ts';
import type { Handlers } from '../../../shared/ipc/link.ts';
import type { Application, Context } from '../application.ts';
import { folderThatIs, refuseLibrary } from '../fileHandlers.ts';
import { overrideIn } from '../leavingHandlers.ts';
import { libraryItems } from './libraryItems.ts';
import { planBatch, type BatchPlan, type BatchSource, type Told } from './planBatch.ts';
import { runBatch } from './runBatch.ts';

type Names = 'export:plan' | 'export:batch' | 'export:stop';

/** What a window's batch is doing. */
interface Running {
  readonly plan: BatchPlan | null;
  /** The person had enough. */
  stopped: boolean;
}

/** The calls that export many articles to a folder: planned, asked about, written; one batch of a window at a time. */
export function batchHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { desktop, ports, library, windows, folder: lastFolder } = application;
  const running = new Map<number, Running>();

  const begin = (window: number, plan: BatchPlan | null): Running => {
    const run = { plan, stopped: false };
    running.set(window, run);
    return run;
  };
  const tellProgress = (window: number) => (done: number, of: number, file: string) =>
    windows.send(window, 'export:progress', { done, of, file });

  // What was exported becomes a version, as with one article.
  async function keep({ article, saved }: BatchSource): Promise<readonly string[]> {
    if (saved === undefined) return [];
    try {
      const { history } = await library.open();
      await history.keep(article.id, { rev: article.rev, ...saved }, 'export');
      return [];
    } catch (error) {
      return [messageOf(error)];
    }
  }

  return {
    'export:plan': async ({ files, formats: wanted }, { window }) => {
      const chosen = formats.filter(({ id }) => wanted.includes(id));
      const unknown = wanted.find((id) => !chosen.some((format) => format.id === id));
      if (unknown !== undefined)
        throw new CopydeskError('bad-input', `There is no format “${unknown.slice(0, 80)}”`);
      const start = await folderThatIs(application);
      const folder = await desktop.chooseFolder(window, 'Choose a Folder for the Export', start);
      if (folder === null) return null;
      refuseLibrary(join(folder, 'any'), library.root());
      const run = begin(window, null);
      const items = await libraryItems(ports, await library.open(), files);
      const plan = await planBatch(ports, {
        items,
        formats: chosen,
        folder,
        progress: tellProgress(window),
        stopped: () => run.stopped,
      });
      if (run.stopped) return null;
      lastFolder.set(join(folder, 'any'));
      begin(window, plan);
      const { articles, held, failed, existing } = plan;
      return {
        folder,
        articles: articles.length,
        held: told(held),
        failed: told(failed),
        existing: [...existing],
      };
    },
    'export:batch': async ({ existing, override }, { window }) => {
      const plan = running.get(window)?.plan ?? null;
      if (plan === null) throw new CopydeskError('bad-input', 'There is no export to go on with');
      const run = begin(window, null);
      const { theme, problem } = await application.themes.choose(application.settings.get().pageTheme);
      const done = await runBatch(ports, plan, {
        settings: { theme },
        existing,
        override: () => Promise.resolve(overrideIn(application, override)),
        route: 'export',
        progress: tellProgress(window),
        stopped: () => run.stopped,
        finished: keep,
      });
      application.exported.add(plan.folder);
      if (done.articles > 0) library.changed();
      const styled = done.losses.some(({ format }) => format.id === html.id);
      const unlike = styled && problem !== '' ? [{ about: '', title: '', message: problem }] : [];
      return {
        ...done,
        losses: done.losses.map(({ format, losses }) => ({ format: format.id, losses: [...losses] })),
        held: told(done.held),
        failed: told(done.failed),
        warnings: [...unlike, ...told(done.warnings)],
      };
    },
    'export:stop': (_nothing, { window }) => {
      const run = running.get(window);
      if (run !== undefined) run.stopped = true;
      return null;
    },
  };
}

const told = (list: readonly Told[]) => list.map(({ about, title, message }) => ({ about, title, message }));
