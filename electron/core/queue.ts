/** Runs tasks of one key one after the other, tasks of different keys side by side; a failed task does not stop the next. */
export function createQueue(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = last.get(key) ?? Promise.resolve();
    const running = before.then(task, task);
    last.set(key, running);
    const tidy = () => {
      if (last.get(key) === running) last.delete(key);
    };
    running.then(tidy, tidy);
    return running;
  };
}

/** Maps with at most `width` tasks at once; the results keep the order. */
export async function mapSideBySide<In, Out>(
  items: readonly In[],
  width: number,
  task: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = [];
  const waiting = items.entries();
  const work = async () => {
    for (const [index, item] of waiting) results[index] = await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, work));
  return results;
}
