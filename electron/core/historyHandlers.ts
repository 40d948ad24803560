import { articleToJson } from '../../shared/article/article.ts';
import type { Handlers } from '../../shared/ipc/link.ts';
import type { Application, Context } from './application.ts';
import { restoreVersion } from './restoreVersion.ts';

type Names = 'history:list' | 'history:read' | 'history:restore';

/** The calls about the versions of an article, whether or not the article itself can be opened. */
export function historyHandlers({ library, windows }: Application): Pick<Handlers<Context>, Names> {
  return {
    'history:list': async ({ id }) => [...(await (await library.open()).history.list(id))],
    'history:read': async ({ id, name }) => {
      const { article, problem } = await (await library.open()).history.read(id, name);
      return { article: articleToJson(article), problem };
    },
    'history:restore': async ({ id, name }, { window }) => {
      const { hash, file, replaced } = await restoreVersion(await library.open(), id, name);
      windows.broadcast('article:changed', { id, hash }, window);
      library.changed();
      return { hash, file, replaced };
    },
  };
}
