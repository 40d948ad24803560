import { parseArticle } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { fragment } from '../../shared/formats/fragment.ts';
import { html } from '../../shared/formats/html.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import { wireText } from '../../shared/formats/wireCopy.ts';
import { wordPress } from '../../shared/formats/wordPress.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { passGate, type Override } from './gate.ts';
import { previewPath } from './routes.ts';

type Names = 'export:copy' | 'export:reveal' | 'preview:print';

/** A reason as the gate takes it, recorded in the open library. */
export const overrideIn = (
  { library }: Pick<Application, 'library'>,
  reason: string | null | undefined,
): Override | null =>
  reason === null || reason === undefined
    ? null
    : { reason, records: async () => (await library.open()).library.folder('overrides') };

/** The calls by which an article leaves Copydesk without a dialog: to the clipboard and to the printer. */
export function leavingHandlers(application: Application): Pick<Handlers<Context>, Names> {
  const { desktop, ports, previews, settings, themes } = application;
  return {
    'export:copy': async ({ article: json, format: wanted, override }) => {
      const article = parseArticle(json);
      const format = [fragment, wordPress].find(({ id }) => id === wanted);
      if (format === undefined)
        throw new CopydeskError('bad-input', `“${wanted.slice(0, 80)}” is no format to copy for a CMS`);
      const text = format.render(article, { theme: { id: '', css: '' } });
      const leaving = { article, route: 'clipboard', format: format.id, target: '' } as const;
      await passGate(ports, leaving, overrideIn(application, override));
      // WordPress reads its blocks from plain text, too; anything else wants words.
      await desktop.copy({ html: text, text: text.includes('<!-- wp:') ? text : wireText(article) });
      return { pictures: mediaOf(article).filter((src) => text.includes(src)).length };
    },
    'export:reveal': ({ path }) => {
      if (!application.exported.has(path))
        throw new CopydeskError('refused', `“${path}” was not exported by this Copydesk`);
      desktop.reveal(path);
      return null;
    },
    'preview:print': async ({ article: json, override }, { window }) => {
      const article = parseArticle(json);
      const { theme } = await themes.choose(settings.get().pageTheme);
      const leaving = { article, route: 'print', format: 'paper', target: '' } as const;
      await passGate(ports, leaving, overrideIn(application, override));
      // Printed pages have an owner of their own: printing must not push the preview out.
      await desktop.print(previewPath(previews.load(-window, html.render(article, { theme }))));
      return null;
    },
  };
}
