import { titleOf } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Standing } from '../../shared/ipc/contract.ts';
import { noteSpot } from '../article/actions.ts';
import { showHistory } from '../history/showHistory.ts';
import { announce } from '../ui/announce.tsx';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';
import { keyOf, otherTitle, type Other } from './otherStore.ts';

/** A file may be missing or half written for a moment while another program replaces it: then it is looked at twice. */
const doubtFor = 1500;
const savingFor = 300;

function show({ other }: Services, next: Other | null): void {
  const { other: shown, later } = other.get();
  const put = next !== null && later.includes(keyOf(next)) ? null : next;
  if (put === null ? shown === null : shown !== null && keyOf(put) === keyOf(shown)) return;
  other.set({ other: put, later });
  if (put !== null) announce(`${otherTitle(put)}.`);
}

/** The sheet was only read: it shows what the file has now, and what it had becomes a version. */
async function follow(services: Services, { file, hash }: Standing): Promise<void> {
  const { draft } = services;
  noteSpot(services);
  await draft.settle({ file, hash }, 'theirs');
  const state = draft.get();
  const title = state.kind === 'open' ? titleOf(state.article.body) : '';
  announce('Changed by another program; the sheet shows the new version');
  toast({
    text: `“${title === '' ? 'Untitled' : title}” was changed by another program: this is the new version`,
    action: { label: 'History', run: () => showHistory(services) },
  });
}

async function meetChanged(services: Services, standing: Standing): Promise<boolean> {
  const { draft } = services;
  const { file, hash, ours, problem } = standing;
  const state = draft.get();
  if (state.kind === 'none') return false;
  const changed: Other = { kind: 'changed', file, hash, ours, problem, maker: 'Copydesk' };
  if (state.saveState.kind === 'failed') show(services, changed);
  else if (ours) await draft.refresh(hash);
  else if (!draft.touched() && state.saveState.kind === 'saved') {
    try {
      await follow(services, standing);
    } catch (error) {
      if (error instanceof CopydeskError && error.code === 'conflict') return true;
      await draft.contest();
      show(services, changed);
    }
  } else {
    // Its text is on no disk any more: it is saved beside what is there.
    await draft.contest();
    return true;
  }
  return false;
}

async function meetGone(services: Services, file: string): Promise<void> {
  const { draft, reports } = services;
  if (!draft.touched()) {
    show(services, { kind: 'gone', file });
    return;
  }
  if ((await draft.contest()) !== null) return;
  const state = draft.get();
  reports.add({
    tone: 'info',
    title: `“${file}” was moved or deleted by another program`,
    text: `What you wrote is saved again${state.kind === 'open' ? `, as “${state.file}”` : ''}.`,
  });
}

interface Doubt {
  found: string;
  since: number;
}

/** Looks once; answers after how many milliseconds to look again, null if all is clear. */
async function look(services: Services, doubt: Doubt): Promise<number | null> {
  const { clock, connection, draft } = services;
  const asked = draft.get();
  if (asked.kind === 'none') {
    show(services, null);
    return null;
  }
  const { article, file, hash, generation } = asked;
  const standing = await connection.call('article:standing', { id: article.id, base: hash, file });
  const now = draft.get();
  if (now.kind === 'none' || now.generation !== generation || now.hash !== hash) return 0;
  // Of a save that runs nobody knows yet whether it is what was found.
  if (now.saveState.kind === 'saving') return savingFor;
  const { disk, problem, beside } = standing;
  const found = `${disk} ${standing.hash}`;
  if (doubt.found !== found) Object.assign(doubt, { found, since: clock.now() });
  const waits = doubt.since + doubtFor - clock.now();
  if ((disk === 'gone' || (disk === 'changed' && problem !== null)) && waits > 0) return waits;
  if (disk === 'gone') await meetGone(services, file);
  else if (disk === 'changed') return (await meetChanged(services, standing)) ? 0 : null;
  else {
    const first = beside.find((one) => !isLater(services, one));
    show(services, first === undefined ? null : { kind: 'beside', ours: false, problem: null, ...first });
    if (now.saveState.kind === 'failed' && now.saveState.code === 'conflict') await draft.flush();
  }
  return null;
}

const isLater = (
  { other }: Services,
  { file, hash }: { readonly file: string; readonly hash: string },
): boolean => other.get().later.includes(`beside ${file} ${hash}`);

/** Keeps the sheet and the disk in step for the life of the window: whatever program writes, and whenever. */
export function followDisk(services: Services, page: Pick<Window, 'addEventListener'>): void {
  const { clock, connection, draft } = services;
  const doubt: Doubt = { found: '', since: 0 };
  let running = false;
  let again = false;
  let planned = (): void => undefined;

  const run = async (): Promise<void> => {
    planned();
    if (running) {
      again = true;
      return;
    }
    running = true;
    // A library that cannot be read is told by its list.
    const next = await look(services, doubt).catch(() => null);
    running = false;
    const soon = again ? 0 : next;
    again = false;
    if (soon !== null) planned = clock.after(soon, () => void run());
  };
  const start = () => void run();
  connection.on('library:changed', start);
  page.addEventListener('focus', start);
  let seen = '';
  draft.subscribe(() => {
    const state = draft.get();
    const refused =
      state.kind === 'open' && state.saveState.kind === 'failed' && state.saveState.code === 'conflict';
    const is = state.kind === 'none' ? '' : `${String(state.generation)} ${String(refused)}`;
    if (is === seen) return;
    seen = is;
    start();
  });
}
