/** How much reading a Markdown text may cost, in steps of about a microsecond: a book of a megabyte costs a tenth of it. */
export const mostSteps = 1_500_000;

/** No text of a newsroom nests its quotes and lists deeper; beside that, each level costs every line below it. */
export const mostLevels = 64;

// What each part costs, in steps, measured on the parser: `tests/corpora/hostile.corpus.ts` reports what the dearest texts come to.
const steps = {
  block: 40,
  line: 15,
  level: 30,
  sign: 10,
  pair: 0.012,
  mark: 0.2,
  cell: 3,
  name: 0.003,
  end: 0.15,
} as const;

// The end of a note costs as much as those of so many quotes.
const notes = 4;

const [tab, newline, space, bang, quote, digitZero, digitNine] = [9, 10, 32, 33, 62, 48, 57];

// Characters that may begin or end a mark, a link, a tag or a reference (CommonMark, section 6; GFM).
const signs = new Set(Array.from('[]*_~`<>&!\\@', (sign) => sign.charCodeAt(0)));

// A sign, one of several signs in a row, or the beginning of a bare address.
const mayBegin = (code: number, next: number): boolean =>
  signs.has(code) ||
  (isPunctuation(code) && isPunctuation(next) && !isDash(code, next)) ||
  ((code | 32) === 119 && next === code);

// The line under a table's head is as long as its widest cell, and begins nothing.
const isDash = (code: number, next: number): boolean => code === 45 && next === 45;

const isPunctuation = (code: number): boolean =>
  (code >= bang && code < digitZero) ||
  (code > digitNine && code < 65) ||
  (code > 90 && code < 97) ||
  (code > 122 && code < 127);

/** One line's opening: how many quotes and list items it opens, the columns of the latter, and where its text begins. */
interface Opening {
  readonly quotes: number;
  readonly items: readonly number[];
  readonly at: number;
  readonly column: number;
}

// `>`, `-`, `12.` and the blanks between them, as far as they go.
function openingOf(text: string, from: number, end: number): Opening {
  const items: number[] = [];
  let [at, column, quotes] = [from, 0, 0];
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === space || code === tab) column += code === tab ? 4 - (column % 4) : 1;
    else if (code === quote) {
      quotes += 1;
      column += 1;
    } else {
      const marker = markerAt(text, at);
      if (marker === 0) break;
      items.push(column);
      column += marker;
      at += marker - 1;
    }
    at += 1;
    if (quotes + items.length > mostLevels) break;
  }
  return { quotes, items, at, column };
}

// The length of a list marker; 0 where there is none.
function markerAt(text: string, at: number): number {
  let end = at;
  while (end - at < 9 && text.charCodeAt(end) >= digitZero && text.charCodeAt(end) <= digitNine) end += 1;
  const isMark = end === at ? '-+*'.includes(text.charAt(end)) : '.)'.includes(text.charAt(end));
  const after = text.charCodeAt(end + 1);
  const isEnd = Number.isNaN(after) || after === space || after === tab || after === newline;
  return isMark && text.charAt(end) !== '' && isEnd ? end + 1 - at : 0;
}

// A line without an indent that ends the paragraph above it, whatever that is: heading, fence, item of a list.
const parting = /^ {0,3}(?:#{1,6}[ \t]|`{3,}[^`]*$|~{3,}|[-+*][ \t]+\S)/u;

interface Part {
  signs: number;
  marks: number;
  length: number;
  lines: number;
  quotes: number;
  cells: number;
}

const emptyPart = (): Part => ({ signs: 0, marks: 0, length: 0, lines: 0, quotes: 0, cells: 0 });

function costOf({ signs: count, marks, length, lines, cells }: Part): number {
  if (lines === 0) return 0;
  const pairs = (count + lines / 8) * length * steps.pair + marks * marks * steps.mark;
  return steps.block + count * steps.sign + pairs + cells * lines * steps.cell;
}

/**
 * Why a text is not to be parsed as Markdown; null for any that a person wrote. The parser looks from each sign through
 * its whole paragraph, from each line through its quotes and lists, and from each name through all others: that is
 * counted here, in one pass.
 */
export function tooMuchMarkdown(text: string): 'deep' | 'dense' | null {
  let [cost, names, closers, lines, ends, before] = [0, 0, 0, 0, 0, 0];
  let part = emptyPart();
  let lists: number[] = [];
  let wasBlank = true;
  const close = (): void => {
    cost += costOf(part);
    part = emptyPart();
  };
  for (let from = 0; from < text.length && cost <= mostSteps;) {
    const found = text.indexOf('\n', from);
    const end = found === -1 ? text.length : found;
    const { quotes, items, at, column } = openingOf(text, from, end);
    const isBlank = at === end && items.length === 0;
    if (isBlank || parting.test(text.slice(from, end))) close();
    const first = items[0] ?? (wasBlank ? column : Number.POSITIVE_INFINITY);
    if (!isBlank) lists = [...lists.filter((outer) => outer < first), ...items];
    part.quotes = Math.max(part.quotes, quotes);
    const levels = lists.length + part.quotes;
    // A quote, a list or a note that ends here: the parser puts its end among all that it has seen.
    if (quotes + lists.length < before) ends += 1;
    if (text.startsWith('[^', at)) ends += notes;
    before = quotes + lists.length;
    lines += 1;
    if (levels > mostLevels) return 'deep';
    cost += steps.line + levels * steps.level;
    let cells = 0;
    for (let index = at; index < end; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 124) cells += 1;
      else if (mayBegin(code, text.charCodeAt(index + 1))) part.signs += 1;
      // An instruction or a comment is looked for to the end of its paragraph, sign by sign.
      if (code === 60 && (text.charCodeAt(index + 1) === 63 || text.charCodeAt(index + 1) === bang))
        part.signs += 2;
      // A run of stars is one mark.
      if ((code === 42 || code === 95 || code === 126) && text.charCodeAt(index + 1) !== code)
        part.marks += 1;
      if (code === 93) {
        closers += 1;
        if (text.charCodeAt(index + 1) === 58) names += 1;
      }
    }
    cost += cells * steps.sign;
    part.cells = Math.max(part.cells, cells);
    part.length += end - from;
    part.lines += isBlank ? 0 : 1;
    wasBlank = isBlank;
    from = end + 1;
  }
  close();
  const whole = names * (names + closers) * steps.name + ends * lines * steps.end;
  return cost + whole > mostSteps ? 'dense' : null;
}
