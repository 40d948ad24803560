/** What went wrong, as a code that the interface acts on. */
export type ErrorCode =
  | 'bad-input'
  | 'cancelled'
  | 'conflict'
  | 'damaged'
  | 'disk-full'
  | 'foreign'
  | 'held'
  | 'library-missing'
  | 'library-replaced'
  | 'newer'
  | 'not-found'
  | 'not-permitted'
  | 'read-only'
  | 'refused'
  | 'resend'
  | 'too-large'
  | 'unexpected'
  | 'unknown-content'
  | 'write-failed';

/** An error for people: the message says what happened, to which file, and what is safe. */
export class CopydeskError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'CopydeskError';
    this.code = code;
  }
}

/** The message of anything thrown. */
export const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/** Closes a union: reaching it is a mistake in the program. */
export function assertNever(value: never): never {
  throw new CopydeskError('unexpected', `Unhandled case: ${JSON.stringify(value)}`);
}
