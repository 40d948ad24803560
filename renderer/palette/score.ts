const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const startsAny = (words: readonly string[], typed: string): boolean =>
  words.some((word) => word.startsWith(typed));

/** The first letters of the label's words: "mbu" finds Move Block Up. */
const initials = (label: readonly string[]): string => label.map((word) => word.slice(0, 1)).join('');

/**
 * How well a command fits what was typed, from 0 (not at all) to 1: every typed word starts a word of its label or,
 * less well, one of its other words; or the letters are the initials of its label.
 */
export function score(label: string, typed: string, others: readonly string[] = []): number {
  const wanted = wordsOf(typed);
  if (wanted.length === 0) return 1;
  const own = wordsOf(label);
  if (own.join(' ').startsWith(wanted.join(' '))) return 1;
  if (wanted.every((word) => startsAny(own, word))) return 0.8;
  const all = [...own, ...others.flatMap(wordsOf)];
  if (wanted.every((word) => startsAny(all, word))) return 0.6;
  if (wanted.every((word) => own.some((one) => one.includes(word)))) return 0.4;
  return initials(own).startsWith(wanted.join('')) ? 0.3 : 0;
}
