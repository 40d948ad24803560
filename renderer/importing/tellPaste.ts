import { tells, type Decision, type Receipt } from '../../shared/importing/receipt.ts';
import type { Pasted } from '../editor/handle.ts';
import { announce } from '../ui/announce.tsx';
import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';
import { hideReceipt, keepImport, showReceipt } from './receiptStore.ts';

const parts: readonly (readonly [kind: Decision['kind'], says: string])[] = [
  ['removed', 'left out'],
  ['lifted', 'lifted into a field'],
  ['typed', 'recognised by its look'],
  ['doubted', 'worth a look'],
];

/** What a paste changed, in one line: "Pasted from Word: 2 left out, 1 worth a look". */
export function pasteText({ source, decisions }: Receipt): string {
  const found = parts
    .map(([kind, says]) => ({ says, count: decisions.filter((decision) => decision.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ says, count }) => `${String(count)} ${says}`);
  return `Pasted from ${source}: ${found.length === 0 ? 'less came along than was copied' : found.join(', ')}`;
}

/** Tells in passing what a paste changed; its receipt waits behind “Details…”. Silent if nothing was changed. */
export function tellPaste({ draft }: Services, { receipt, undo, asItWas, putBack }: Pasted): void {
  const state = draft.get();
  if (state.kind === 'none' || !tells(receipt)) return;
  const { id } = state.article;
  const here = (way: () => boolean): boolean => {
    const now = draft.get();
    return now.kind === 'open' && now.article.id === id && way();
  };
  const tooLate = (): void => announce('More was written since the paste: undo first');
  keepImport(
    {
      receipt,
      articleId: id,
      pasted: true,
      undo: () => {
        hideReceipt();
        if (here(undo)) announce('Paste undone');
        else tooLate();
      },
      putBack: (decision) => here(() => putBack(decision)),
      asItWas: () => here(asItWas),
    },
    false,
  );
  toast({ text: pasteText(receipt), action: { label: 'Details…', run: showReceipt } });
}
