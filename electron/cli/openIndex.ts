import { messageOf } from '../../shared/error.ts';
import type { Library } from '../core/library.ts';
import { createIndexKeeper, type IndexKeeper, type Looked } from '../core/libraryIndex/indexKeeper.ts';
import type { Desk } from './command.ts';

/** An index that is as its folder is now. */
export interface OpenIndex {
  readonly keeper: IndexKeeper;
  readonly looked: Looked;
  /** Why it is kept in memory, for this command alone; null where it is the application's own. */
  readonly inMemory: string | null;
}

/** The application's own index, brought up to date; where none can be kept, the articles are read for this command alone. */
export async function openIndex(desk: Desk, library: Library, path: string): Promise<OpenIndex> {
  const open = async (at: string, inMemory: OpenIndex['inMemory']): Promise<OpenIndex> => {
    const keeper = await createIndexKeeper({
      ports: desk.ports,
      library,
      path: at,
      progress: (now) => now !== null && desk.progress(now.done, now.of, 'articles read'),
    });
    return { keeper, looked: await keeper.lookAtAll(), inMemory };
  };
  // What is wrong with the library is wrong either way.
  await library.verify();
  try {
    return await open(path, null);
  } catch (error) {
    return open(':memory:', messageOf(error));
  }
}
