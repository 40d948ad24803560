import { CopydeskError } from '../../shared/error.ts';
import { noteSpot, openArticle } from '../article/actions.ts';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';

/** Which version, and what to call it ("14 Nov, 14:02"). */
export interface Restoring {
  readonly id: string;
  readonly name: string;
  readonly label: string;
}

/** Makes a version the article's newest state, and shows it; what it replaces is saved and kept first, so there is a way back. */
export async function restore(services: Services, { id, name, label }: Restoring): Promise<void> {
  const { connection, draft, library, reports } = services;
  try {
    const state = draft.get();
    const shown = state.kind === 'open' && state.article.id === id;
    if (shown) {
      noteSpot(services);
      const failure = await draft.flush();
      if (failure !== null) throw new CopydeskError(failure.code, failure.message);
    }
    const { hash, replaced } = await connection.call('history:restore', { id, name });
    if (shown) await draft.refresh(hash);
    else await openArticle(services, { id });
    const undo = () => restore(services, { id, name: replaced ?? '', label: 'what was there before' });
    toast({
      text: `Restored ${label}`,
      ...(replaced === null ? {} : { action: { label: 'Undo', run: () => void undo() } }),
    });
  } catch (error) {
    reports.error('The version was not restored', error);
  }
  await library.refresh();
}
