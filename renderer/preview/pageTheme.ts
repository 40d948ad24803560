import type { Theme } from '../../shared/formats/format.ts';
import { html } from '../../shared/formats/html.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Services } from '../window/services.ts';

/** A page theme with its text, from main. */
export const loadPageTheme = async (connection: Connection, id: string): Promise<Theme> => ({
  id,
  css: await connection.call('theme:css', { theme: id }),
});

/** Prints the page of the open article, as export would write it, through the system's dialog. */
export async function printShown({
  connection,
  draft,
  settings,
}: Pick<Services, 'connection' | 'draft' | 'settings'>): Promise<void> {
  const state = draft.get();
  if (state.kind === 'none') return;
  const theme = await loadPageTheme(connection, settings.get().pageTheme);
  await connection.call('preview:print', { html: html.render(state.article, { theme }) });
}
