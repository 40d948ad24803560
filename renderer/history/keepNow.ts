import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';

/** Saves, and keeps what is saved as a version; a failed save is told by the status line, a failed version by a report. */
export async function keepNow(services: Services, reason: 'manual' | 'import'): Promise<void> {
  const { connection, draft, reports } = services;
  const before = draft.get();
  const hash = before.kind === 'open' ? before.hash : '';
  const failure = await draft.flush(reason === 'manual');
  const state = draft.get();
  if (failure !== null || state.kind === 'none') return;
  try {
    const { kept } = await connection.call('history:keep', { id: state.article.id, reason });
    if (reason !== 'manual') return;
    // What was just saved by hand is a version since then.
    const saved = kept === 'new' || state.hash !== hash;
    announce(saved ? 'Version saved' : 'The history has this version already');
  } catch (error) {
    reports.error('No version was kept', error);
  }
}
