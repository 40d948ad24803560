import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts';
import { rememberSpot } from '../article/actions.ts';
import { announce } from '../ui/announce.tsx';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';
import { selectedOrSay } from './selected.ts';

type Deed = CallInput<'article:several'>['deed'];
type Done = CallOutput<'article:several'>;

const howMany = (number: number): string =>
  number === 1 ? '1 article' : `${number.toLocaleString('en')} articles`;

async function doWith(
  { connection, reports }: Services,
  deed: Deed,
  files: readonly string[],
  what: string,
): Promise<Done> {
  try {
    const done = await connection.call('article:several', { deed, files: [...files] });
    const [first] = done.failed;
    if (first !== undefined) {
      const others = done.failed.length === 1 ? '' : ` (and ${String(done.failed.length - 1)} more)`;
      reports.add({
        tone: 'error',
        title: `${howMany(done.failed.length)} ${done.failed.length === 1 ? 'was' : 'were'} not ${what}`,
        text: `${first.message}${others}`,
      });
    }
    return done;
  } catch (error) {
    reports.error(`Nothing was ${what}`, error);
    return { done: [], failed: [] };
  }
}

/** Opens each selected article in a window of its own. */
export async function openSeveral(services: Services): Promise<void> {
  const files = selectedOrSay(services);
  if (files.length > 0) await doWith(services, 'open', files, 'opened');
}

/** Makes a copy of each selected article; the sheet stays as it is. */
export async function duplicateSeveral(services: Services): Promise<void> {
  const files = selectedOrSay(services);
  if (files.length === 0) return;
  // What is on the sheet may be one of them.
  await services.draft.flush();
  const { done } = await doWith(services, 'duplicate', files, 'duplicated');
  services.view.change({ selected: [] });
  if (done.length > 0) toast({ text: `Duplicated ${howMany(done.length)}` });
}

/** Asks whether the selected articles are to go to the trash; a single one goes at once, as it can be brought back. */
export function askToTrash(services: Services): void {
  const files = selectedOrSay(services);
  if (files.length === 1) void trashSeveral(services);
  else if (files.length > 1) services.view.change({ overlay: 'trashSelected' });
}

/** Moves the selected articles to the library's trash, with one way back for all of them. */
export async function trashSeveral(services: Services): Promise<void> {
  const { draft, library, reports, view } = services;
  const files = view.get().selected;
  const state = draft.get();
  if (state.kind === 'open' && files.includes(state.file)) {
    try {
      await rememberSpot(services);
      // Its last words are saved first: they go with it.
      await draft.close();
    } catch (error) {
      reports.error('Nothing was moved to the trash', error);
      return;
    }
  }
  const { done } = await doWith(services, 'trash', files, 'moved to the trash');
  view.change({ selected: [] });
  if (done.length > 0)
    toast({
      text: `Moved ${howMany(done.length)} to the trash`,
      action: { label: 'Undo', run: () => void restoreSeveral(services, done) },
    });
  await library.refresh();
}

async function restoreSeveral(services: Services, names: readonly string[]): Promise<void> {
  const { done } = await doWith(services, 'restore', names, 'restored');
  if (done.length > 0) announce(`Restored ${howMany(done.length)}`);
  await services.library.refresh();
}
