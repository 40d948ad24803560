import { CopydeskError } from '../../shared/error.ts';
import type { Drafted, RecoveredDraft } from '../../shared/ipc/contract.ts';
import { openArticle, recoverArticle } from '../article/actions.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';

const title = (one: RecoveredDraft): string => (one.title === '' ? 'Untitled' : one.title);

/** Asks main what the journal holds; an unreadable library is told by its list, and its journal waits. */
export async function lookForDrafts(services: Services): Promise<readonly RecoveredDraft[]> {
  const { connection, draft, recovery, reports } = services;
  try {
    const { recovered, notices } = await connection.call('recovery:list', { own: draft.session() });
    // A damaged journal is told once, and stays told until the question is gone.
    recovery.set({
      ...recovery.get(),
      waiting: recovered,
      notices: [...new Set([...recovery.get().notices, ...notices])],
    });
    return recovered;
  } catch (error) {
    const missing =
      error instanceof CopydeskError &&
      ['library-missing', 'library-replaced', 'refused'].includes(error.code);
    if (!missing) reports.error('The recovery journal could not be read', error);
    return [];
  }
}

/** The title of what is told about a journal that is not whole. */
export const journalTrouble = 'Part of the recovery journal could not be read';

function tellNotices({ recovery, reports }: Services): void {
  const { notices } = recovery.get();
  recovery.set({ ...recovery.get(), notices: [] });
  for (const text of notices) reports.add({ tone: 'warning', title: journalTrouble, text });
}

/** Puts the question on the screen, if there is something to decide. */
export function askAboutDrafts(services: Services): void {
  const { recovery } = services;
  const { waiting } = recovery.get();
  if (waiting.length === 0) {
    tellNotices(services);
    return;
  }
  recovery.set({ ...recovery.get(), asked: true });
  announce(waiting.length === 1 ? 'One draft was recovered' : `${waiting.length} drafts were recovered`);
}

/** Takes the question away; what is not decided stays in the journal, and a report leads back. */
export function decideLater(services: Services): void {
  const { recovery, reports } = services;
  const { waiting } = recovery.get();
  recovery.set({ ...recovery.get(), asked: false });
  tellNotices(services);
  if (waiting.length === 0) return;
  reports.add({
    tone: 'info',
    title: waiting.length === 1 ? 'One recovered draft waits' : `${waiting.length} recovered drafts wait`,
    text: `${waiting.length === 1 ? 'It stays' : 'They stay'} in the recovery journal on this computer until you decide.`,
    actions: [{ label: 'Show', run: () => askAboutDrafts(services) }],
  });
}

async function lookAgain(services: Services): Promise<void> {
  if ((await lookForDrafts(services)).length > 0) return;
  services.recovery.set({ ...services.recovery.get(), waiting: [], asked: false });
  tellNotices(services);
}

const isShown = ({ draft }: Services, { session }: Drafted): boolean => draft.session() === session;

/** Opens a recovered draft on the sheet, as a change that is saved like any other. */
export async function restoreDraft(services: Services, one: RecoveredDraft): Promise<void> {
  // What cannot be opened says so above the sheet; the question gives way to it.
  const restored = await recoverArticle(services, one);
  if (restored) announce(`Restored ${title(one)}`);
  await lookAgain(services);
  if (!restored) decideLater(services);
}

/** Moves a recovered draft aside; it is kept for 90 days. */
export async function keepSaved(services: Services, { id, session, ...one }: RecoveredDraft): Promise<void> {
  const { connection, reports } = services;
  try {
    await connection.call('recovery:discard', { id, session });
    announce(one.saved === null ? 'Put aside' : 'The saved version stays');
  } catch (error) {
    reports.error('The recovered draft was not put aside', error);
  }
  await lookAgain(services);
}

/**
 * The article of a window that opens. A page that died comes back with what was typed in it, and says so; everything else
 * that the journal holds is asked about.
 */
export async function openShown(
  services: Services,
  show: string | null,
  waiting: readonly RecoveredDraft[],
): Promise<void> {
  const own = waiting.find(({ id, here }) => here && id === show);
  if (own !== undefined && (await recoverArticle(services, own)) && isShown(services, own)) {
    services.reports.add({
      tone: 'info',
      title: 'What you typed is back',
      text: 'The page stopped before it was saved. It is saved like any other change, and the version before it is kept.',
    });
    await lookAgain(services);
  } else if (show !== null) await openArticle(services, { id: show });
  askAboutDrafts(services);
}
