import type { CallInput } from '../../shared/ipc/contract.ts';

let last = 0;

/** A save as a window asks for it, in a session of its own, by a person who may have taken out everything. */
export function saving(
  article: CallInput<'article:save'>['article'],
  base: string,
  reason: CallInput<'article:save'>['reason'] = 'auto',
): CallInput<'article:save'> {
  last += 1;
  return { article, base, session: `test${last}`, edit: 1, reason, removed: 1_000_000 };
}
