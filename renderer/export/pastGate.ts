import { CopydeskError } from '../../shared/error.ts';
import { createStore, type Store } from '../ui/store.ts';

/** A person is asked whether a held article leaves all the same. */
export interface HeldQuestion {
  /** Why it is held, and until when. */
  readonly text: string;
  /** What they wanted to do: "Export", "Copy", "Print". */
  readonly verb: string;
  /** The reason, null for no. */
  readonly answer: (reason: string | null) => void;
}

const question = createStore<HeldQuestion | null>(null);

/** The question that is on the screen. */
export const heldQuestion: Store<HeldQuestion | null> = question;

const askReason = (verb: string, text: string): Promise<string | null> =>
  new Promise((resolve) =>
    question.set({
      verb,
      text,
      answer: (reason) => {
        question.set(null);
        resolve(reason);
      },
    }),
  );

/**
 * Does what takes an article out of Copydesk. If main holds it back (`held`), the person is asked for a reason, and it is
 * tried once more with that; null if they gave none.
 */
export async function pastGate<Result>(
  verb: string,
  attempt: (override: string | null) => Promise<Result>,
): Promise<Result | null> {
  try {
    return await attempt(null);
  } catch (error) {
    if (!(error instanceof CopydeskError) || error.code !== 'held') throw error;
    const reason = await askReason(verb, error.message);
    return reason === null ? null : attempt(reason);
  }
}
