import { articleToJson, type Article } from '../../shared/article/article.ts';
import { slugOf, titleOf } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Format } from '../../shared/formats/format.ts';
import { mediaOf } from '../../shared/formats/media.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { DraftState } from '../article/draft.ts';
import { pastGate } from './pastGate.ts';
import type { ToastMessage } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';

/** What an export wrote. */
export type Exported = NonNullable<CallOutput<'export:save'>>;

/** The name that main will propose, as far as it is known here. */
export const nameHint = (article: Article, { extension, namePrefix }: Format): string =>
  `${namePrefix?.(article) ?? ''}${article.slug ?? (slugOf(titleOf(article.body)) || 'article')}.${extension}`;

/** How many pictures go beside the file: those it names, as main copies them; the theme names none. */
export function picturesIn(article: Article, format: Format): number {
  const text = format.render(article, { theme: { id: '', css: '' } });
  return mediaOf(article).filter((src) => text.includes(src)).length;
}

const exportedText = ({ path, media }: Exported): string =>
  `Exported ${path}${media.length === 0 ? '' : ` with ${String(media.length)} ${media.length === 1 ? 'picture' : 'pictures'}`}`;

/** Shows an exported file in its folder. */
export const showExported = ({ connection, reports }: Services, { path }: Exported): void =>
  void connection
    .call('export:reveal', { path })
    .catch((error: unknown) => reports.error('The file cannot be shown', error));

/** What is told in passing, with the way to the file. */
export const exportedToast = (services: Services, exported: Exported): ToastMessage => ({
  text: exportedText(exported),
  action: { label: 'Show in Folder', run: () => showExported(services, exported) },
});

/** Saves (unless it is an earlier version that is exported), asks where to, writes; null when the person cancelled. A failed save does not stop an export: it is a way out. */
export async function writeExport(
  services: Services,
  format: Format,
  version: Article | null = null,
): Promise<(Exported & { readonly unsaved: string }) | null> {
  const { connection, draft, settings } = services;
  const failure = version === null ? await draft.flush() : null;
  const state = draft.get();
  const shown = version ?? (state.kind === 'none' ? null : state.article);
  if (shown === null) throw new CopydeskError('unexpected', 'There is no article to export');
  const readOnly = version === null && state.kind === 'open' ? state.readOnly : null;
  if (readOnly?.code === 'newer' || readOnly?.code === 'unknown-content')
    throw new CopydeskError(
      'newer',
      `The file would lack what this Copydesk does not know. ${readOnly.message}`,
    );
  const article = articleToJson(shown);
  const exported = await pastGate('Export', (override) =>
    connection.call('export:save', { article, format: format.id, override }),
  );
  if (exported === null) return null;
  // The remembered format is a comfort: the file is written.
  await settings.change({ exportFormat: format.id }).catch(() => undefined);
  return { ...exported, unsaved: failure?.message ?? '' };
}

/** Where the article itself is, for a person whose export failed. */
export const whatIsSafe = (state: DraftState): string =>
  state.kind === 'none' || state.saveState.kind === 'saved'
    ? 'The article itself is safe in the library.'
    : 'The article itself is safe in this window; it is not saved yet.';
