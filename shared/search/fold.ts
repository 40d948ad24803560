/** A letter, mark or digit: what words are made of. */
export const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;

// Scripts that put no spaces between words.
const scripts = String.raw`[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}ー]`;
const unspaced = String.raw`[[\p{L}\p{N}]&&${scripts}]`;

/** A run of a script that puts no spaces between words, as the source of a pattern (flag v). */
export const unspacedRun = String.raw`(?:${unspaced}\p{M}*)+`;

/** A character that is part of a word parted by spaces, as the source of a pattern (flag v). */
export const spacedCharacter = String.raw`[[\p{L}\p{M}\p{N}]--${unspaced}]`;

// Latin, Greek and Cyrillic accents; Hebrew points; Arabic vowel signs and hamza carriers, and the tatweel.
// The marks of Indic and Thai writing are vowels: they stay.
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/gu;
// Joiners, soft hyphens and direction marks stand inside words and are not seen.
const unseen = /\p{Default_Ignorable_Code_Point}/gu;
// The short i of Cyrillic is a letter of its own, not an accented one.
const shortI = /\u0438\u0306/gu;

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  // Persian and Urdu keyboards write other letters where Arabic ones write these.
  ی: 'ي',
  ى: 'ي',
  ک: 'ك',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'gu');

/** A text without case, accents and signs that are not seen, in any script; what is equal to a person is equal then. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  return isLatin(text) ? text.replace(beyondAscii, foldLatin).toLowerCase() : foldAny(text);
}

const foldAny = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKD')
    .replace(unseen, '')
    .replace(shortI, '\u0439')
    .replace(accents, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(special, (letter) => letters[letter] ?? letter);

// Without the flag u, which these need not, a pattern is twice as fast.
// oxlint-disable-next-line no-control-regex, require-unicode-regexp -- all of ASCII
const notAscii = /[^\u0000-\u007f]/;

/** Whether a text has ASCII characters only. */
export const isAscii = (text: string): boolean => !notAscii.test(text);

// Latin letters with their accents in them, and the typographer's dashes and quotes: each folds by itself, whatever stands
// beside it, at a tenth of the cost.
// oxlint-disable-next-line no-control-regex, require-unicode-regexp -- ASCII is part of it
const notLatin = /[^\u0000-\u024f\u2010-\u203a]/;
const isLatin = (text: string): boolean => !notLatin.test(text);

// oxlint-disable-next-line no-control-regex, require-unicode-regexp -- all but ASCII
const beyondAscii = /[^\u0000-\u007f]/g;
/** Remembers what each of a few hundred characters becomes. */
function remembered(change: (character: string) => string): (character: string) => string {
  const known = new Map<string, string>();
  return (character) => {
    const after = known.get(character) ?? change(character);
    known.set(character, after);
    return after;
  };
}
const foldLatin = remembered(foldAny);
const partLatin = remembered((character) => foldAny(character).replace(notInWords, ' '));

const run = new RegExp(unspacedRun, 'gv');
// All of those scripts and some more, at a fiftieth of the cost: half of a pair counts as one.
// oxlint-disable-next-line require-unicode-regexp -- halves of pairs are what it means
const perhapsUnspaced = /[\u0e00-\u1dff\u2e80-\uffff]/;
const cluster = /\P{M}\p{M}*/gu;
// The index itself parts ASCII.
// oxlint-disable-next-line no-control-regex -- all of ASCII
const notInWords = /[^\u0000-\u007f\p{L}\p{M}\p{N}]+/gu;

/**
 * A text as the index takes it: folded words parted by spaces or signs of ASCII. A run of a script without spaces becomes its pairs of
 * characters and the last one alone, so that any stretch of it is found as a phrase (measured on Thai, Japanese, Hindi and
 * English: all of 180 queries right; `Intl.Segmenter` cuts Japanese otherwise in a query than in a text, 33 of 50; SQLite's
 * trigrams need three characters, and three times the space in English).
 */
export function indexedText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  if (isLatin(text)) return text.replace(beyondAscii, partLatin).toLowerCase();
  const parted = foldAny(text).replace(notInWords, ' ');
  if (!perhapsUnspaced.test(parted)) return parted;
  return parted
    .replace(run, (found) => {
      const characters = found.match(cluster) ?? [];
      return ` ${characters.map((one, index) => one + (characters[index + 1] ?? '')).join(' ')} `;
    })
    .trim();
}

const piece = new RegExp(`${unspacedRun}|${spacedCharacter}+`, 'gv');

/** The folded words of a text, in order; a run of a script without spaces is one. */
export const foldedWords = (text: string): readonly string[] => fold(text).match(piece) ?? [];

const whole = new RegExp(`^${unspacedRun}$`, 'v');

/** Whether a folded word is a run of a script without spaces. */
export const isUnspaced = (word: string): boolean => whole.test(word);

/** The characters of a word, each with its marks. */
export const charactersOf = (word: string): readonly string[] => word.match(cluster) ?? [];
