import { CopydeskError } from '../../shared/error.ts';
import { blocksOf, wholeBody, type KeptBlocks } from '../../shared/ipc/keptBlocks.ts';

/** An article as its call brings it: checked to be JSON, not to be an article. */
type Sent = Readonly<Record<string, unknown>>;

/** The drafts that windows have sent, so that the next one brings only the blocks that are new. */
export interface TakenDrafts {
  /** The whole of an article as it was sent. Throws `resend` if the blocks that stayed are not here: the window sends all. */
  readonly whole: (session: string, article: Sent, kept: KeptBlocks | null) => Sent;
  /** Has a whole article, for what the session sends next. */
  readonly take: (session: string, edit: number, article: Sent) => void;
}

// A journal entry and a save may be on their way at once, after one that was answered; more only while the disk fails.
const editsOfSession = 4;
const sessionsHeld = 16;

/** No drafts yet. Those of long ago are forgotten: nothing is lost by it, as this is no storage. */
export function createTakenDrafts(): TakenDrafts {
  const sessions = new Map<string, ReadonlyMap<number, readonly unknown[]>>();
  return {
    whole: (session, article, kept) => {
      if (kept === null) return article;
      const before = sessions.get(session)?.get(kept.edit);
      if (before === undefined)
        throw new CopydeskError('resend', 'What was sent before is not here any more. Nothing was written.');
      return { ...article, body: wholeBody(article['body'], kept, before) };
    },
    take: (session, edit, article) => {
      const edits = [...(sessions.get(session) ?? [])].filter(([other]) => other !== edit);
      sessions.delete(session);
      sessions.set(
        session,
        new Map([...edits, [edit, blocksOf(article['body'])] as const].slice(-editsOfSession)),
      );
      for (const old of [...sessions.keys()].slice(0, -sessionsHeld)) sessions.delete(old);
    },
  };
}
