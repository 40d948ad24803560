const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
// What a terminal and a wire desk set two columns wide (UAX #11, wide and fullwidth), and emoji.
const wide =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u;

/** How many columns a text takes in a font of fixed width: a letter with its accents one, an ideograph two. */
export function columnsOf(text: string): number {
  if (/^[\u0020-\u024f]*$/u.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text))
    columns += wide.test(segment) ? 2 : /^[\p{Cf}\p{M}]+$/u.test(segment) ? 0 : 1;
  return columns;
}

/** A text filled up with spaces to so many columns. */
export const padded = (text: string, columns: number): string =>
  text + ' '.repeat(Math.max(0, columns - columnsOf(text)));

// A line that began with one of these would be read as an item of a list: it stays with the word before it.
const isMarker = (word: string): boolean => /^(?:[-•*‣▪●◦]|\d{1,3}[.)])$/u.test(word);

// The words of a line as they may be parted.
function wordsOf(line: string): readonly string[] {
  const words: string[] = [];
  for (const word of line.split(' ')) {
    const last = words.at(-1);
    if (last !== undefined && isMarker(word)) words[words.length - 1] = `${last} ${word}`;
    else words.push(word);
  }
  return words;
}

/** How many columns a line's first words take that a wrapped text keeps together. */
export const firstColumns = (line: string): number => columnsOf(wordsOf(line)[0] ?? '');

/**
 * A line broken at its spaces, so that none has more than `width` columns unless one word has; what follows the first is
 * indented by `indent` spaces. No-break spaces hold.
 */
export function wrapped(line: string, width: number, indent: number): string {
  const lines: string[] = [];
  const text = line.trimStart();
  const [first = '', ...words] = wordsOf(text);
  let current = line.slice(0, line.length - text.length) + first;
  for (const word of words) {
    const longer = `${current} ${word}`;
    if (word !== '' && columnsOf(longer) > width) {
      lines.push(current);
      current = `${' '.repeat(indent)}${word}`;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}
