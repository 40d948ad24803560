/** How many of the articles that were there are not there any more. */
export interface Vanished {
  readonly gone: number;
  readonly of: number;
}

/** Which articles a library is known to have, over one run: what goes without our doing is never taken for a wish to delete. */
export interface Presence {
  /** Takes note of the articles that are there now, by id (or file, where no id can be made out). */
  readonly see: (present: readonly string[]) => void;
  /** Copydesk itself has moved this one away. */
  readonly forget: (article: string) => void;
  /** So many are gone at once that a person must say what it means; null if all is well. */
  readonly vanished: () => Vanished | null;
  /** A person has said that they were meant to go. */
  readonly accept: () => void;
}

/** More than 20 of them at once, or more than one in ten and at least two (`reliability.md` §5, row 10). */
const isMany = ({ gone, of }: Vanished): boolean => gone > 20 || (gone >= 2 && gone * 10 > of);

/** The presence of a library's articles; nothing is known yet. */
export function createPresence(): Presence {
  let known = new Set<string>();
  let now: ReadonlySet<string> = known;
  const count = (): Vanished => ({ gone: [...known].filter((one) => !now.has(one)).length, of: known.size });
  return {
    see: (present) => {
      now = new Set(present);
      const many = isMany(count());
      // One or two that somebody deleted are gone; many at once stay known until they are back or given up.
      known = new Set(many ? [...known, ...now] : now);
    },
    forget: (article) => void known.delete(article),
    vanished: () => {
      const counted = count();
      return isMany(counted) ? counted : null;
    },
    accept: () => {
      known = new Set(now);
    },
  };
}

/** The same for one who hears of each article that comes or goes, and need not know all that are there. */
export interface Losses {
  /** This article is not there any more. */
  readonly gone: (article: string) => void;
  /** It is there. */
  readonly back: (article: string) => void;
  readonly forget: (article: string) => void;
  /** Everything that came or went at once was told, and so many articles are there: what is to be asked about. */
  readonly judge: (present: number) => Vanished | null;
  readonly accept: () => void;
}

/** The losses of a library over one run. */
export function createLosses(): Losses {
  const missing = new Set<string>();
  const ours = new Set<string>();
  return {
    gone: (article) => {
      if (!ours.delete(article)) missing.add(article);
    },
    back: (article) => {
      missing.delete(article);
      ours.delete(article);
    },
    forget: (article) => {
      if (!missing.delete(article)) ours.add(article);
    },
    judge: (present) => {
      const counted = { gone: missing.size, of: present + missing.size };
      if (isMany(counted)) return counted;
      missing.clear();
      return null;
    },
    accept: () => missing.clear(),
  };
}
