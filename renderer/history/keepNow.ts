import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';

/** Saves, and keeps what is saved as a version; a failed save is told by the status line, a failed version by a report. */
export async function keepNow(services: Services, reason: 'manual' | 'import'): Promise<void> {
  const { connection, draft, reports } = services;
  const failure = await draft.flush(reason === 'manual');
  const state = draft.get();
  if (failure !== null || state.kind === 'none') return;
  try {
    await connection.call('history:keep', { id: state.article.id, reason });
    if (reason === 'manual') announce('Version saved');
  } catch (error) {
    reports.error('No version was kept', error);
  }
}
