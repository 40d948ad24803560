import { askAboutDrafts, lookForDrafts } from '../recovery/recover.ts';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';

/**
 * Asks for another library folder. The open article stays in the library that it came from; if it could not be
 * saved there (the disk is gone), it is saved into the new one, so that nothing is lost.
 */
export async function chooseLibrary(services: Services): Promise<void> {
  const { connection, draft, library } = services;
  await draft.flush();
  const chosen = await connection.call('library:choose', null);
  if (chosen === null) return;
  const state = draft.get();
  if (state.kind === 'open') {
    if (state.saveState.kind === 'saved') draft.abandon();
    else if ((await draft.flush()) === null) toast({ text: `The open article was saved into ${chosen}` });
  }
  await library.refresh();
  await lookForDrafts(services);
  askAboutDrafts(services);
}
