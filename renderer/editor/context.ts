import type { WritableStore } from '../ui/store.ts';
import type { EditorServices } from './handle.ts';

/** What the editor asks a person for, above the sheet. */
export type Question =
  | { readonly kind: 'link' }
  | { readonly kind: 'insert' }
  /** For the related link at this position. */
  | { readonly kind: 'article'; readonly position: number };

/** What extensions and views know of the editor around them. */
export interface EditorContext {
  readonly services: () => EditorServices;
  readonly question: WritableStore<Question | null>;
}
