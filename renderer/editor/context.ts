import type { WritableStore } from '../ui/store.ts';
import type { EditorServices } from './handle.ts';

/** What the editor asks a person for, beside the sheet. Positions are of top-level nodes. */
export type Question =
  | { readonly kind: 'link' }
  | { readonly kind: 'insert' }
  | { readonly kind: 'article'; readonly position: number }
  | { readonly kind: 'block'; readonly position: number; readonly left: number; readonly top: number };

/** What extensions and views know of the editor around them. */
export interface EditorContext {
  readonly services: () => EditorServices;
  readonly question: WritableStore<Question | null>;
  readonly slash: WritableStore<Slash | null>;
}

/** The open insert menu of a typed `/`: what follows it, where it stands, which choice is marked. */
export interface Slash {
  readonly query: string;
  readonly from: number;
  readonly to: number;
  readonly marked: number;
}
