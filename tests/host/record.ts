import { state } from './state.ts';

/** One call of an API that the host cannot carry out, and only records. */
export type RecordedCall = { readonly api: string; readonly parameters: readonly unknown[] };

/** Every recorded call of this process, oldest first. */
export const recordedCalls: RecordedCall[] = [];

const noticed = /^(shell|Notification|webContents\.print)/;

/** Records a call; where a person is watching and would wait for something to happen, also says so. */
export function record(api: string, ...parameters: readonly unknown[]): void {
  recordedCalls.push({ api, parameters });
  if (state.visible && noticed.test(api))
    console.error(`electron-host: ${api}(${parameters.map(String).join(', ')}) was only recorded`);
}

/** A function that does nothing but record its calls and give that result. */
export function recorded<R>(api: string, result: R): (...parameters: readonly unknown[]) => R {
  return (...parameters) => {
    record(api, ...parameters);
    return result;
  };
}
