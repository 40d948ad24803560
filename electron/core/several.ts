import { messageOf } from '../../shared/error.ts';

/** What several files were asked for, one after the other: what became of each. */
export interface SeveralDone {
  /** What each deed answered, in order. */
  readonly done: readonly string[];
  readonly failed: readonly { readonly file: string; readonly message: string }[];
}

/** Does something with each file; one that fails is told, and the others go on. */
export async function several(
  files: readonly string[],
  deed: (file: string) => Promise<string>,
): Promise<SeveralDone> {
  const done: string[] = [];
  const failed: { file: string; message: string }[] = [];
  for (const file of files) {
    try {
      done.push(await deed(file));
    } catch (error) {
      failed.push({ file, message: messageOf(error) });
    }
  }
  return { done, failed };
}
