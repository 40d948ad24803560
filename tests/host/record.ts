import { state } from './state.ts';

/** One call of an API that the host cannot carry out, and only records. */
export type RecordedCall = { readonly api: string; readonly parameters: readonly unknown[] };

/** Every recorded call of this process, oldest first. */
export const recordedCalls: RecordedCall[] = [];

/** Records a call; where a person is watching, also says so. */
export function record(api: string, ...parameters: readonly unknown[]): void {
  recordedCalls.push({ api, parameters });
  if (state.visible)
    console.error(`electron-host: ${api}(${parameters.map(String).join(', ')}) was only recorded`);
}

/** A function that does nothing but record its calls and give that result. */
export function recorded<R>(api: string, result: R): (...parameters: readonly unknown[]) => R {
  return (...parameters) => {
    record(api, ...parameters);
    return result;
  };
}
