import type { Decision, Receipt } from '../../shared/importing/receipt.ts';
import { createStore, type Store } from '../ui/store.ts';

/** The last import of this window. */
export interface ImportRecord {
  readonly receipt: Receipt;
  /** Whether it came by a paste, and is only a part of its article. */
  readonly pasted?: boolean;
  /** The article that holds the imported text. */
  readonly articleId: string;
  /** Whether the receipt is to be seen now. */
  readonly open: boolean;
  /** Whether the text is still on the sheet; false once the import was undone. */
  readonly standing: boolean;
  /** Takes the whole import back in one step. */
  readonly undo: () => void;
  /** Puts what a decision removed back into the article, beside what is `back`; false if that article is not on the sheet. */
  readonly putBack: (decision: Decision, back: ReadonlySet<Decision>) => boolean;
  /** Puts the whole source there, as plain text; false if that article is not on the sheet. */
  readonly asItWas: () => boolean;
  /** What was put back. */
  readonly back: ReadonlySet<Decision>;
}

const record = createStore<ImportRecord | null>(null);

/** The last import of this window, null before the first. */
export const lastImport: Store<ImportRecord | null> = record;

/** A new import: its receipt shows at once, unless it has nothing to tell. */
export const keepImport = (made: Omit<ImportRecord, 'open' | 'standing' | 'back'>, open = true): void =>
  record.set({ ...made, open, standing: true, back: new Set() });

const change = (patch: Partial<ImportRecord>): void => {
  const now = record.get();
  if (now !== null) record.set({ ...now, ...patch });
};

/** Shows the receipt of the last import again; false if there was none. */
export function showReceipt(): boolean {
  change({ open: true });
  return record.get() !== null;
}

/** Puts one removal of the last import back, once. */
export function putBackNow(decision: Decision): void {
  const now = record.get();
  if (now === null || now.back.has(decision) || !now.putBack(decision, now.back)) return;
  change({ back: new Set([...now.back, decision]) });
}

export const hideReceipt = (): void => change({ open: false });

/** The imported text is on the sheet, or was taken back. */
export function setStanding(articleId: string, standing: boolean): void {
  const now = record.get();
  if (now?.articleId === articleId && now.standing !== standing) change({ standing });
}
