import { articleToJson, type Article } from '../../shared/article/article.ts';
import { messageOf } from '../../shared/error.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { listOverrides } from './overrides.ts';
import { restoreVersion } from './restoreVersion.ts';

type Names = 'history:list' | 'history:overrides' | 'history:read' | 'history:keep' | 'history:restore';

/** The calls about the versions of an article, whether or not the article itself can be opened. */
export function historyHandlers({ library, ports, windows }: Application): Pick<Handlers<Context>, Names> {
  return {
    'history:list': async ({ id }) => [...(await (await library.open()).history.list(id))],
    'history:overrides': async ({ id }) => [
      ...(await listOverrides(ports, (await library.open()).library, id)),
    ],
    'history:read': async ({ id, name }) => {
      const { article, problem } = await (await library.open()).history.read(id, name);
      return { article: articleToJson(article), problem };
    },
    'history:keep': async ({ id, reason }) => {
      const { articles, history } = await library.open();
      const before = await history.list(id);
      const version = await articles.keepVersion(id, reason);
      if (before.some(({ name }) => name === version?.name)) return { kept: 'already' };
      library.changed();
      return { kept: 'new' };
    },
    'history:restore': async ({ id, name }, { window }) => {
      const { hash, file, replaced } = await restoreVersion(await library.open(), id, name);
      windows.broadcast('article:changed', { id, hash }, window);
      library.changed();
      return { hash, file, replaced };
    },
  };
}

/**
 * Keeps a version of what was just exported, if it is what the library has saved. Answers why it could not, for the
 * export's warnings: the export itself is written.
 */
export async function keepExported(
  { library }: Application,
  { id, rev, body }: Article,
): Promise<readonly string[]> {
  const opened = await library.open().catch(() => null);
  const saved = await opened?.articles.open(id).catch(() => null);
  // An earlier version, or a draft that cannot be saved: an export is its way out.
  if (!opened || !saved || saved.article.rev !== rev || !saved.article.body.eq(body)) return [];
  try {
    await opened.articles.keepVersion(saved.file, 'export');
    library.changed();
    return [];
  } catch (error) {
    return [messageOf(error)];
  }
}
