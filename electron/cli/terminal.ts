import { CopydeskError, messageOf } from '../../shared/error.ts';

/** The two streams of a command line program, and its exit code. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly say: (about: string, text: string) => void;
  readonly fail: (about: string, error: unknown) => void;
  readonly progress: (done: number, of: number, what: string) => void;
  /** Takes the progress line away. */
  readonly clear: () => void;
  readonly failed: () => boolean;
}

type Output = { readonly isTTY?: boolean; readonly write: (text: string) => unknown };

// A headline must not steer the terminal: controls are shown as a mark, tabs stay.
const harmless = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/gu, '\ufffd');

/** A terminal on these streams; `elapsed` in milliseconds decides when progress is worth showing. */
export function openTerminal(out: Output, err: Output, elapsed: () => number): Terminal {
  const start = elapsed();
  let failed = false;
  let shown = false;
  const clear = () => {
    if (shown) err.write('\r\u001b[K');
    shown = false;
  };
  const say = (about: string, text: string) => {
    clear();
    err.write(`${['desk', ...(about === '' ? [] : [about]), text].map(harmless).join(': ')}\n`);
  };
  return {
    print: (line) => {
      clear();
      // Only JSON has lines of its own.
      out.write(`${line.split('\n').map(harmless).join('\n')}\n`);
    },
    say,
    fail: (about, error) => {
      failed = true;
      say(
        about,
        typeof error === 'string' || error instanceof CopydeskError ? messageOf(error) : whatHappened(error),
      );
    },
    progress: (done, of, what) => {
      if (err.isTTY !== true || (elapsed() - start < 1_000 && of < 20)) return;
      err.write(`\r\u001b[K${done + 1}/${of} ${harmless(what).slice(0, 60)}`);
      shown = true;
    },
    clear,
    failed: () => failed,
  };
}

// A mistake in Copydesk itself: say so, rather than blame the file.
const whatHappened = (error: unknown): string => `unexpected: ${messageOf(error)}`;
