import { createStore, type Store } from './store.ts';

/** A short message in passing, with one thing to do about it. */
export interface ToastMessage {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  readonly tone?: 'info' | 'error';
}

/** A message with its number. */
export type ShownToast = ToastMessage & { readonly key: number };

const shown = createStore<readonly ShownToast[]>([]);
let last = 0;

/** The messages that are to be seen, oldest first. */
export const toasts: Store<readonly ShownToast[]> = shown;

/** Takes a message away. */
export const takeToast = (key: number) => shown.set(shown.get().filter((message) => message.key !== key));

/** Shows a message for 8 s (an error for 20 s; longer under the pointer or focus) and says it politely. */
export function toast(message: ToastMessage): void {
  last += 1;
  shown.set([...shown.get().slice(-2), { ...message, key: last }]);
}
