import { dirname, isAbsolute, join, relative } from 'node:path';
import { parseArticle } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { html } from '../../shared/formats/html.ts';
import { formats } from '../../shared/formats/index.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { atomicWrite } from './atomicWrite.ts';
import { exportArticle } from './exportArticle.ts';
import { exportName } from './exportName.ts';
import { refuseHeld } from './gate.ts';
import { overrideIn } from './leavingHandlers.ts';
import { keepExported } from './historyHandlers.ts';
import { articleToBytes } from './serialise.ts';

type Names = 'article:saveCopy' | 'export:save';

/** The calls that read and write files outside the library, each where the person said so in a dialog. */
export function fileHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { library, desktop, ports, folder, windows, copySaved } = application;

  async function saveCopy(json: unknown, window: number): Promise<{ path: string } | null> {
    const article = parseArticle(json);
    const path = await desktop.chooseTarget(window, {
      title: 'Save a Copy Elsewhere',
      path: join(folder.get(), `copy-${article.id}.copydesk`),
      kinds: [{ name: 'Copydesk article', extensions: ['copydesk'] }],
    });
    if (path === null) return null;
    refuseLibrary(path, library.root());
    folder.set(path);
    await atomicWrite(ports, path, articleToBytes(article));
    return { path };
  }
  return {
    'article:saveCopy': async ({ article }, { window }) => {
      let saved = false;
      try {
        const copy = await saveCopy(article, window);
        saved = copy !== null;
        return copy;
      } finally {
        copySaved(window, saved);
      }
    },
    'export:save': async ({ article: json, format: wanted, override }, { window }) => {
      const article = parseArticle(json);
      // Asked before the dialog, and again by the gate.
      refuseHeld(ports, article, override);
      const format = formats.find(({ id }) => id === wanted);
      if (format === undefined)
        throw new CopydeskError('bad-input', `There is no format “${wanted.slice(0, 80)}”`);
      const target = await desktop.chooseTarget(window, {
        title: `Export as ${format.label}`,
        path: join(await folderThatIs(application), exportName(article, format)),
        kinds: [{ name: format.label, extensions: [format.extension] }],
      });
      if (target === null) return null;
      const { theme, problem } = await application.themes.choose(application.settings.get().pageTheme);
      const { path, media, warnings } = await exportArticle(ports, {
        article,
        format,
        settings: { theme },
        target,
        override: overrideIn(application, override),
        readMedia: async (src) => (await library.open()).media.read(src),
        progress: (done, of, file) => windows.send(window, 'export:progress', { done, of, file }),
      });
      folder.set(target);
      application.exported.add(path);
      const unkept = await keepExported(application, article);
      const unlike = format.id === html.id && problem !== '' ? [problem] : [];
      return { path, media: [...media], warnings: [...unlike, ...warnings, ...unkept] };
    },
  };
}

/** Where a dialog starts: where the last one ended, or the Documents folder if that has gone. */
export async function folderThatIs({ folder, ports, desktop }: Application): Promise<string> {
  const there = await ports.files.stat(folder.get()).catch(() => null);
  return there === null ? desktop.documents : folder.get();
}

/** Throws `refused` for a file inside the library: what lies there is the library's own. */
export function refuseLibrary(path: string, root: string): void {
  const from = relative(root, dirname(path));
  if (root === '' || from.startsWith('..') || isAbsolute(from)) return;
  throw new CopydeskError('refused', `“${path}” is inside the library: choose a folder outside it`);
}
