import { html } from '../../shared/formats/html.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Services } from '../window/services.ts';

/** A page theme as main has it now: the standard one, with what is wrong, if the one asked for cannot be used. */
export const loadPageTheme = (connection: Connection, id: string): Promise<CallOutput<'theme:read'>> =>
  connection.call('theme:read', { theme: id });

/** Prints the page of the open article, as export would write it, through the system's dialog. */
export async function printShown({
  connection,
  draft,
  settings,
}: Pick<Services, 'connection' | 'draft' | 'settings'>): Promise<void> {
  const state = draft.get();
  if (state.kind === 'none') return;
  const { theme } = await loadPageTheme(connection, settings.get().pageTheme);
  await connection.call('preview:print', { html: html.render(state.article, { theme }) });
}
