import { articleToJson } from '../../shared/article/article.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import { pastGate } from '../export/pastGate.ts';
import type { Services } from '../window/services.ts';

/** A page theme as main has it now: the standard one, with what is wrong, if the one asked for cannot be used. */
export const loadPageTheme = (connection: Connection, id: string): Promise<CallOutput<'theme:read'>> =>
  connection.call('theme:read', { theme: id });

/** Prints the page of the open article, as export would write it, through the system's dialog. */
export async function printShown({
  connection,
  draft,
}: Pick<Services, 'connection' | 'draft'>): Promise<void> {
  const state = draft.get();
  if (state.kind === 'none') return;
  const article = articleToJson(state.article);
  await pastGate('Print', (override) => connection.call('preview:print', { article, override }));
}
