import type { Node } from 'prosemirror-model';
import {
  articleToJson,
  parseArticle,
  type Article,
  type ArticleJson,
  type Envelope,
} from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { CallInput, OpenedArticle, Problem } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import { createStore, type Store } from '../ui/store.ts';
import type { Clock } from './clock.ts';
import { createSaveQueue, type QueueState, type SaveFailure, type SaveQueue } from './saveQueue.ts';

/** The article that this window shows, as it is typed. */
export interface OpenDraft {
  readonly kind: 'open';
  readonly article: Article;
  /** Of what is on disk. */
  readonly hash: string;
  readonly file: string;
  readonly readOnly: Problem | null;
  readonly saveState: QueueState;
  /** How many other windows show it. */
  readonly elsewhere: number;
  /** Another number whenever the text came from disk: the editor starts anew with it. */
  readonly generation: number;
}

/** What this window shows. */
export type DraftState = { readonly kind: 'none' } | OpenDraft;

type Field =
  | 'language'
  | 'direction'
  | 'slug'
  | 'slugline'
  | 'section'
  | 'genre'
  | 'keywords'
  | 'headlines'
  | 'status'
  | 'embargo'
  | 'published'
  | 'expires'
  | 'rights'
  | 'edNote'
  | 'canonical'
  | 'targetLength';

/** A change of metadata; a field set to undefined is removed. */
export type EnvelopePatch = { readonly [Name in Field]?: Envelope[Name] | undefined };

/** The open article as a store, and what can be done with it. Refused calls throw `CopydeskError`. */
export interface Draft extends Store<DraftState> {
  /** Saves the present article, then opens another; throws and stays if the present one cannot be saved. */
  readonly open: (which: CallInput<'article:open'>) => Promise<void>;
  readonly create: (article?: ArticleJson) => Promise<void>;
  /** Saves, and shows no article. */
  readonly close: () => Promise<void>;
  readonly edit: (body: Node) => void;
  readonly editEnvelope: (patch: EnvelopePatch) => void;
  /** Null when everything typed is on disk, else why not. */
  readonly flush: () => Promise<SaveFailure | null>;
  /** Another window wrote the article, now with this hash: loads it unless there is something unsaved here. */
  readonly refresh: (hash: string) => Promise<void>;
  /** After a save met another version: goes on with the text here as an article of its own, or with what is on disk. */
  readonly settleConflict: (show: 'mine' | 'theirs') => Promise<void>;
  /** Forgets unsaved changes; only after the person has them elsewhere, or has said so. */
  readonly abandon: () => void;
  readonly setElsewhere: (count: number) => void;
}

const newId = (): string => crypto.randomUUID().replaceAll('-', '');

/** The open article of a window, saved by its own queue. */
export function createDraft(connection: Connection, clock: Clock): Draft {
  const store = createStore<DraftState>({ kind: 'none' });
  let queue: SaveQueue<Article> | null = null;
  let generation = 0;
  let turn = 0;

  const present = (): OpenDraft | null => {
    const state = store.get();
    return state.kind === 'open' ? state : null;
  };
  const update = (change: Partial<OpenDraft>) => {
    const draft = present();
    if (draft !== null) store.set({ ...draft, ...change });
  };

  const leave = () => {
    queue?.close();
    queue = null;
  };

  const adopt = (opened: OpenedArticle) => {
    const article = parseArticle(opened.article);
    leave();
    generation += 1;
    const own = generation;
    let { hash } = opened;
    let { rev } = article;
    const write = async (value: Article): Promise<number> => {
      const saved = await connection.call('article:save', {
        article: articleToJson({ ...value, rev }),
        base: hash,
      });
      hash = saved.hash;
      rev = saved.rev;
      const draft = present();
      if (draft !== null && own === generation)
        store.set({ ...draft, article: { ...draft.article, rev }, hash, file: saved.file });
      return saved.savedAt;
    };
    const savedAt = article.modified === undefined ? null : Date.parse(article.modified);
    const onChange = (saveState: QueueState) => update({ saveState });
    queue = createSaveQueue<Article>({ clock, write, onChange, savedAt });
    store.set({
      kind: 'open',
      article,
      hash,
      file: opened.file,
      readOnly: opened.readOnly,
      saveState: queue.state(),
      elsewhere: opened.elsewhere,
      generation,
    });
  };

  const flush = async (): Promise<SaveFailure | null> => (queue === null ? null : queue.flush());

  /** Runs `ask` once the present article is safe; of several at a time the last one wins. */
  const switchTo = async (ask: () => Promise<OpenedArticle>) => {
    turn += 1;
    const own = turn;
    const failure = await flush();
    if (failure !== null) throw new CopydeskError(failure.code, failure.message);
    const opened = await ask();
    if (own !== turn) return;
    // Typed while main answered.
    const late = await flush();
    if (late !== null) throw new CopydeskError(late.code, late.message);
    if (own === turn) adopt(opened);
  };

  const change = (article: Article) => {
    const draft = present();
    if (draft === null || draft.readOnly !== null) return;
    store.set({ ...draft, article });
    queue?.put(article);
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    open: (which) => {
      const shown = present();
      const same = 'id' in which ? which.id === shown?.article.id : which.file === shown?.file;
      return same ? Promise.resolve() : switchTo(() => connection.call('article:open', which));
    },
    create: (article) => switchTo(() => connection.call('article:create', { article: article ?? null })),
    close: async () => {
      turn += 1;
      const failure = await flush();
      if (failure !== null) throw new CopydeskError(failure.code, failure.message);
      leave();
      store.set({ kind: 'none' });
    },
    edit: (body) => {
      const draft = present();
      if (draft !== null && draft.article.body !== body) change({ ...draft.article, body });
    },
    editEnvelope: (patch) => {
      const draft = present();
      if (draft === null) return;
      const kept = Object.entries({ ...draft.article, ...patch }).filter(([, value]) => value !== undefined);
      // The fields' types are those of Envelope; fromEntries cannot tell.
      change(Object.fromEntries(kept) as Article);
    },
    flush,
    refresh: async (hash) => {
      const draft = present();
      if (draft === null || draft.hash === hash || queue?.state().kind !== 'saved') return;
      const opened = await connection.call('article:open', { id: draft.article.id });
      // Only if nothing was typed or opened meanwhile.
      if (present()?.generation === draft.generation && queue.state().kind === 'saved') adopt(opened);
    },
    settleConflict: async (show) => {
      // Main keeps a refused text beside the file; once more, so that nothing typed since is missing.
      const failure = await flush();
      const draft = present();
      if (draft === null || failure === null) return;
      if (failure.code !== 'conflict') throw new CopydeskError(failure.code, failure.message);
      const copy = { ...articleToJson(draft.article), id: newId(), rev: 0 };
      adopt(
        show === 'mine'
          ? await connection.call('article:create', { article: copy })
          : await connection.call('article:open', { id: draft.article.id }),
      );
    },
    abandon: () => {
      leave();
      store.set({ kind: 'none' });
    },
    setElsewhere: (elsewhere) => update({ elsewhere }),
  };
}
