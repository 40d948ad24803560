import { useEffect, useState } from 'react';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { messageOf } from '../../shared/error.ts';
import type { OverrideEntry, Problem, VersionEntry } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Draft } from '../article/draft.ts';
import { useServices } from '../window/services.ts';

/** Something that main is asked for: on its way, there, or refused with a reason. */
export type Asked<Value> =
  | { readonly kind: 'asked' }
  | { readonly kind: 'there'; readonly value: Value }
  | { readonly kind: 'refused'; readonly message: string };

const asked = { kind: 'asked' } as const;

/** What main answers about an article, asked for again after every change of the library. */
function useListed<Value>(
  list: (connection: Connection, id: string) => Promise<Value>,
  id: string,
): Asked<Value> {
  const { connection } = useServices();
  const [listed, setListed] = useState<Asked<Value>>(asked);
  useEffect(() => {
    let wanted = true;
    const ask = () => {
      list(connection, id).then(
        (value) => (wanted ? setListed({ kind: 'there', value }) : undefined),
        (error: unknown) => (wanted ? setListed({ kind: 'refused', message: messageOf(error) }) : undefined),
      );
    };
    ask();
    const end = connection.on('library:changed', ask);
    return () => {
      wanted = false;
      end();
    };
  }, [connection, list, id]);
  return listed;
}

const listVersions = ({ call }: Connection, id: string) => call('history:list', { id });
const listOverrides = ({ call }: Connection, id: string) => call('history:overrides', { id });

/** The versions of an article, newest first. */
export const useVersions = (id: string): Asked<readonly VersionEntry[]> => useListed(listVersions, id);

/** The times that an article left although it was held, newest first. */
export const useOverrides = (id: string): Asked<readonly OverrideEntry[]> => useListed(listOverrides, id);

/** A version that was read. */
export interface ReadVersion {
  readonly article: Article;
  /** Why its text may not be what was kept. */
  readonly problem: Problem | null;
}

/** One version of an article; null for none. */
export function useVersion(id: string, name: string | null): Asked<ReadVersion> | null {
  const { connection } = useServices();
  const [read, setRead] = useState<{ readonly name: string; readonly asked: Asked<ReadVersion> } | null>(
    null,
  );
  useEffect(() => {
    if (name === null) return undefined;
    let wanted = true;
    const set = (answer: Asked<ReadVersion>) => (wanted ? setRead({ name, asked: answer }) : undefined);
    const ask = async () => {
      try {
        const { article, problem } = await connection.call('history:read', { id, name });
        set({ kind: 'there', value: { article: parseArticle(article), problem } });
      } catch (error) {
        set({ kind: 'refused', message: messageOf(error) });
      }
    };
    void ask();
    return () => {
      wanted = false;
    };
  }, [connection, id, name]);
  if (name === null) return null;
  return read?.name === name ? read.asked : asked;
}

const pause = 400;

function readNow(draft: Draft, id: string): Article | null {
  const state = draft.get();
  return state.kind === 'open' && state.article.id === id ? state.article : null;
}

/** The article on the sheet if it has this id (the same for the component's life), 400 ms after the last change: typing does not wait for it. */
export function useArticleNow(id: string): Article | null {
  const { clock, draft } = useServices();
  const [article, setArticle] = useState(() => readNow(draft, id));
  useEffect(() => {
    let callOff = (): void => undefined;
    const end = draft.subscribe(() => {
      callOff();
      callOff = clock.after(pause, () => setArticle(readNow(draft, id)));
    });
    return () => {
      callOff();
      end();
    };
  }, [clock, draft, id]);
  return article;
}
