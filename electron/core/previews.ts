import { randomBytes } from 'node:crypto';

/** The pages that windows preview: each under a path that nobody can guess, gone with its window. */
export interface Previews {
  /** Keeps a page for a window and answers its token; the window's page before the last is forgotten. */
  readonly load: (owner: number, html: string) => string;
  readonly read: (token: string) => string | undefined;
  readonly forget: (owner: number) => void;
}

// The frame being left may still ask for its pictures while the next one loads.
const keptPerOwner = 2;

/** Makes an empty set of previews. */
export function createPreviews(): Previews {
  const pages = new Map<string, { readonly owner: number; readonly html: string }>();
  const tokensOf = (owner: number): readonly string[] =>
    [...pages].filter(([, page]) => page.owner === owner).map(([token]) => token);
  const drop = (tokens: readonly string[]): void => {
    for (const token of tokens) pages.delete(token);
  };
  return {
    load: (owner, html) => {
      const token = randomBytes(16).toString('hex');
      pages.set(token, { owner, html });
      drop(tokensOf(owner).slice(0, -keptPerOwner));
      return token;
    },
    read: (token) => pages.get(token)?.html,
    forget: (owner) => drop(tokensOf(owner)),
  };
}
