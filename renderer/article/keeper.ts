import type { Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Mark, Saved } from '../../shared/ipc/contract.ts';
import { articleToSend, type SentArticle, type TakenBody } from '../../shared/ipc/keptBlocks.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Clock } from './clock.ts';
import { createSaveQueue, type QueueState, type SaveFailure } from './saveQueue.ts';

/** Keeps what is typed into one article: in the recovery journal within a second, in the library soon after. */
export interface Keeper {
  /** Of the library. */
  readonly state: () => QueueState;
  /** A newer text; `removed` is how much of the one before the person took out, in positions. */
  readonly put: (article: Article, removed: number) => void;
  /** Saves now; asked for by a person, what is saved becomes a version. Null when all of it is on disk, else why not. */
  readonly flush: (asked: boolean) => Promise<SaveFailure | null>;
  /** The session of the journal. */
  readonly session: string;
  readonly close: () => void;
}

export interface KeeperOptions {
  readonly connection: Connection;
  readonly clock: Clock;
  /** What is on disk: the hash '' for an article that is in no file. */
  readonly base: { readonly hash: string; readonly rev: number; readonly file?: string };
  readonly savedAt: number | null;
  /** A recovered draft goes on where the journal ends; null for an article as it is on disk. */
  readonly resumed: Mark | null;
  readonly onState: (state: QueueState) => void;
  readonly onSaved: (saved: Saved) => void;
  /** Why the journal cannot take what is typed; null when it can again. */
  readonly onJournal: (problem: string | null) => void;
}

/** Short, because nothing is shown and little is written; at most 800 ms, so that with the write no second is lost. */
const journalPace = { idle: 250, atMost: 800, lastRetry: 2000 };

/** A new name: an article's id, or a session's. */
export const newId = (): string => crypto.randomUUID().replaceAll('-', '');

interface Typed {
  readonly article: Article;
  readonly edit: number;
  /** Since the article was opened. */
  readonly removed: number;
}

/** The keeper of one article that this window has opened. */
export function createKeeper(options: KeeperOptions): Keeper {
  const { connection, clock, resumed } = options;
  const session = resumed?.session ?? newId();
  const first = { edit: resumed?.edit ?? 0, removed: 0 };
  let latest: Typed | null = null;
  let base = { ...options.base, ...first };
  let recovering = resumed !== null;
  let asked = false;
  /** The last edit of which a person has asked for a version. */
  let versioned = first.edit;

  /** What main has of the article, as far as it has answered. */
  let taken: TakenBody | null = null;

  /** Sends an article by a call; what main has of it stays here, as long as it still has that. */
  const send = async <Answer>(
    typed: Typed,
    call: (sent: SentArticle) => Promise<Answer>,
  ): Promise<Answer> => {
    const article = { ...typed.article, rev: base.rev };
    const attempt = async (from: TakenBody | null): Promise<Answer> => {
      const answer = await call(articleToSend(article, from));
      if (taken === null || typed.edit > taken.edit) taken = { edit: typed.edit, body: article.body };
      return answer;
    };
    try {
      return await attempt(taken);
    } catch (error) {
      if (!(error instanceof CopydeskError && error.code === 'resend')) throw error;
      return attempt(null);
    }
  };

  const save = async (typed: Typed): Promise<number> => {
    const { edit, removed } = typed;
    const manual = asked;
    asked = false;
    const reason = recovering ? 'recovered' : manual ? 'manual' : 'auto';
    try {
      const on = { base: base.hash, ...(base.file === undefined ? {} : { file: base.file }) };
      const since = removed - base.removed;
      const saved = await send(typed, (sent) =>
        connection.call('article:save', { ...sent, ...on, session, edit, reason, removed: since }),
      );
      base = { hash: saved.hash, rev: saved.rev, file: saved.file, edit, removed };
      recovering = false;
      if (reason !== 'auto') versioned = edit;
      options.onSaved(saved);
      return saved.savedAt;
    } catch (error) {
      asked ||= manual;
      throw error;
    }
  };
  const write = async (typed: Typed): Promise<number> => {
    const { edit } = typed;
    if (edit > base.edit) {
      const on = base.hash;
      await send(typed, (sent) => connection.call('journal:write', { ...sent, base: on, session, edit }));
    }
    return clock.now();
  };
  const onChange = (state: QueueState) => {
    if (state.kind === 'failed') options.onJournal(state.message);
    else if (state.kind === 'saved') options.onJournal(null);
  };
  const saves = createSaveQueue({ clock, write: save, onChange: options.onState, savedAt: options.savedAt });
  const journal = createSaveQueue({ clock, write, onChange, pace: journalPace });

  return {
    state: saves.state,
    session,
    put: (article, removed) => {
      const before = latest ?? first;
      latest = { article, edit: before.edit + 1, removed: before.removed + removed };
      saves.put(latest);
      journal.put(latest);
    },
    flush: (byPerson) => {
      if (byPerson && latest !== null && latest.edit > versioned) {
        asked = true;
        saves.put(latest);
      }
      return saves.flush();
    },
    close: () => {
      saves.close();
      journal.close();
    },
  };
}
