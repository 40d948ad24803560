import type { Node } from 'prosemirror-model';
import { articleToJson, parseArticle, type Article, type ArticleJson } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { CallInput, Drafted, Mark, OpenedArticle, Problem } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import { createStore, type Store } from '../ui/store.ts';
import type { Clock } from './clock.ts';
import type { EnvelopePatch } from './envelopePatch.ts';
import { createKeeper, type Keeper } from './keeper.ts';
import type { QueueState, SaveFailure } from './saveQueue.ts';

/** The article that this window shows, as it is typed. */
export interface OpenDraft {
  readonly kind: 'open';
  readonly article: Article;
  /** Of what is on disk. */
  readonly hash: string;
  readonly file: string;
  readonly readOnly: Problem | null;
  readonly saveState: QueueState;
  /** Why the recovery journal cannot take what is typed; null if it can. */
  readonly unjournalled: string | null;
  /** Why the version that the last save was to keep is not in the history; null if all is well. */
  readonly unkept: Problem | null;
  /** How many other windows show it. */
  readonly elsewhere: number;
  /** Another number whenever the text came from disk: the editor starts anew with it. */
  readonly generation: number;
}

/** What this window shows. */
export type DraftState = { readonly kind: 'none' } | OpenDraft;

/** The open article as a store, and what can be done with it. Refused calls throw `CopydeskError`. */
export interface Draft extends Store<DraftState> {
  /** Saves the present article, then opens another; throws and stays if the present one cannot be saved. */
  readonly open: (which: CallInput<'article:open'>) => Promise<void>;
  readonly create: (article?: ArticleJson) => Promise<void>;
  /** Saves, and shows no article. */
  readonly close: () => Promise<void>;
  /** Opens what the recovery journal holds of an article, as an unsaved change over what is saved now. */
  readonly recover: (which: Drafted) => Promise<void>;
  /** The session in which this window journals; null without an article. */
  readonly session: () => string | null;
  /** Another text; `removed` is how much of the one before was taken out by hand: if not told, all of it. */
  readonly edit: (body: Node, removed?: number) => void;
  readonly editEnvelope: (patch: EnvelopePatch) => void;
  /** Null when everything typed is on disk, else why not; what a person asks to save becomes a version. */
  readonly flush: (asked?: boolean) => Promise<SaveFailure | null>;
  /** Another window wrote the article, now with this hash: loads it unless there is something unsaved here. */
  readonly refresh: (hash: string) => Promise<void>;
  /** Decides between the text here and another version of the article, and goes on with what main answers. */
  readonly settle: (theirs: Theirs, keep: CallInput<'article:settle'>['keep']) => Promise<void>;
  /** Whether something was typed here since the text came from disk. */
  readonly touched: () => boolean;
  /** The file is not what the text here was made from: saves it, so that it lies beside what is there. */
  readonly contest: () => Promise<SaveFailure | null>;
  /** Forgets unsaved changes; only after the person has them elsewhere, or has said so. */
  readonly abandon: () => void;
  readonly setElsewhere: (count: number) => void;
}

/** Another version of the article, by its content. */
export type Theirs = CallInput<'article:settle'>['theirs'];

interface Asked {
  readonly opened: OpenedArticle;
  /** Of a recovered draft. */
  readonly mark: Mark | null;
}

const plain = async (asked: Promise<OpenedArticle>): Promise<Asked> => ({ opened: await asked, mark: null });

/** The open article of a window, with a keeper of its own. */
export function createDraft(connection: Connection, clock: Clock): Draft {
  const store = createStore<DraftState>({ kind: 'none' });
  let keeper: Keeper | null = null;
  let generation = 0;
  let turn = 0;
  let touched = false;

  const present = (): OpenDraft | null => {
    const state = store.get();
    return state.kind === 'open' ? state : null;
  };
  const update = (change: Partial<OpenDraft>) => {
    const draft = present();
    if (draft !== null) store.set({ ...draft, ...change });
  };

  const leave = () => {
    keeper?.close();
    keeper = null;
  };

  const adopt = (opened: OpenedArticle, resumed: Mark | null = null) => {
    const article = parseArticle(opened.article);
    leave();
    generation += 1;
    touched = resumed !== null;
    const own = generation;
    keeper = createKeeper({
      connection,
      clock,
      base: { hash: opened.hash, rev: article.rev, file: opened.file },
      savedAt: article.modified === undefined ? null : Date.parse(article.modified),
      resumed,
      onState: (saveState) => update({ saveState }),
      // Every second while somebody types, and mostly the same.
      onJournal: (unjournalled) =>
        present()?.unjournalled === unjournalled ? undefined : update({ unjournalled }),
      onSaved: ({ rev, hash, file, unkept }) => {
        const draft = present();
        if (draft !== null && own === generation)
          store.set({ ...draft, article: { ...draft.article, rev }, hash, file, unkept });
      },
    });
    store.set({
      kind: 'open',
      article,
      hash: opened.hash,
      file: opened.file,
      readOnly: opened.readOnly,
      saveState: keeper.state(),
      unjournalled: null,
      unkept: null,
      elsewhere: opened.elsewhere,
      generation,
    });
    if (resumed !== null) keeper.put(article, article.body.content.size);
  };

  const flush = async (asked = false): Promise<SaveFailure | null> =>
    keeper === null ? null : keeper.flush(asked);

  /** Runs `ask` once the present article is safe; of several at a time the last one wins. */
  const switchTo = async (ask: () => Promise<Asked>) => {
    turn += 1;
    const own = turn;
    const failure = await flush();
    if (failure !== null) throw new CopydeskError(failure.code, failure.message);
    const { opened, mark } = await ask();
    if (own !== turn) return;
    // Typed while main answered.
    const late = await flush();
    if (late !== null) throw new CopydeskError(late.code, late.message);
    if (own === turn) adopt(opened, mark);
  };

  const change = (article: Article, removed: number) => {
    const draft = present();
    if (draft === null || draft.readOnly !== null) return;
    store.set({ ...draft, article });
    touched = true;
    keeper?.put(article, removed);
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    open: (which) => {
      const shown = present();
      const same = 'id' in which ? which.id === shown?.article.id : which.file === shown?.file;
      return same ? Promise.resolve() : switchTo(() => plain(connection.call('article:open', which)));
    },
    create: (article) =>
      switchTo(() => plain(connection.call('article:create', { article: article ?? null }))),
    recover: (which) => switchTo(() => connection.call('recovery:take', which)),
    session: () => keeper?.session ?? null,
    close: async () => {
      turn += 1;
      const failure = await flush();
      if (failure !== null) throw new CopydeskError(failure.code, failure.message);
      leave();
      store.set({ kind: 'none' });
    },
    edit: (body, removed) => {
      const draft = present();
      if (draft === null || draft.article.body === body) return;
      change({ ...draft.article, body }, removed ?? draft.article.body.content.size);
    },
    editEnvelope: (patch) => {
      const draft = present();
      if (draft === null) return;
      const kept = Object.entries({ ...draft.article, ...patch }).filter(([, value]) => value !== undefined);
      // The fields' types are those of Envelope; fromEntries cannot tell.
      change(Object.fromEntries(kept) as Article, 0);
    },
    flush,
    refresh: async (hash) => {
      const draft = present();
      if (draft === null || draft.hash === hash || keeper?.state().kind !== 'saved') return;
      const opened = await connection.call('article:open', { id: draft.article.id });
      // Only if nothing was typed or opened meanwhile.
      if (present()?.generation === draft.generation && keeper.state().kind === 'saved') adopt(opened);
    },
    settle: async (theirs, keep) => {
      const failure = await flush();
      const draft = present();
      if (draft === null) return;
      // Main gets the text itself, and decides only what it has kept; beside the file it must be in the file.
      if (failure !== null && failure.code !== 'conflict' && theirs.file !== draft.file)
        throw new CopydeskError(failure.code, failure.message);
      const { article, file, hash } = draft;
      const session = keeper?.session ?? '';
      const what = { article: articleToJson(article), base: hash, file, theirs, keep };
      const opened = await connection.call('article:settle', what);
      // Typed or opened meanwhile: it is saved beside, and asked about again.
      if (present()?.article !== article) return;
      adopt(opened);
      await connection.call('recovery:discard', { id: article.id, session }).catch(() => undefined);
    },
    touched: () => touched,
    contest: () => {
      const draft = present();
      if (draft !== null && draft.readOnly === null && keeper?.state().kind === 'saved')
        keeper.put(draft.article, 0);
      return flush();
    },
    abandon: () => {
      leave();
      store.set({ kind: 'none' });
    },
    setElsewhere: (elsewhere) => update({ elsewhere }),
  };
}
