/** Words inside a place's name that stay small: Rio de Janeiro, Stoke-on-Trent. */
const particles: ReadonlySet<string> = new Set(
  'of on upon and the de del della di da do dos das du des la le les en sur sous au aux al am an der den bei im in ob y e'.split(
    ' ',
  ),
);

/** Whether a text is written in capitals; false for scripts that have none. */
export const isCapitals = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

const capitalised = (word: string): string =>
  word.replace(/^\p{L}|\.\p{L}|(?<=^\p{L}[’'])\p{L}(?=\p{L})/gu, (letter) => letter.toUpperCase());

/** A place in capitals as a page shows it: "ST. LOUIS" is St. Louis, "PORT-AU-PRINCE" Port-au-Prince. */
export const titleCase = (capitals: string): string =>
  capitals
    .toLowerCase()
    .split(/([\s/-]+)/u)
    .map((part, index) => (index > 0 && particles.has(part) ? part : capitalised(part)))
    .join('');

/** Whether a word of a place's name may be small. */
export const isParticle = (word: string): boolean =>
  particles.has(word) || /^(?:al|el|ar|as|ash|an|at|ad|d|l)[-’']./u.test(word);
