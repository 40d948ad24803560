import { columnsOf, firstColumns } from '../formats/columns.ts';
import { beginsSmall, endsSentence, joined, type Line } from './lines.ts';
import { readListItem } from './listItem.ts';

/** A paragraph, title or other run of text of a file: one line, or several that were one before they were wrapped. */
export interface Unit {
  readonly text: string;
  /** Its first line in the source. */
  readonly line: number;
  readonly lines: number;
  /** How far its first line is indented, in columns. */
  readonly indent: number;
  /** Whether it stands between blank lines. */
  readonly alone: boolean;
}

/** No mail or terminal wraps its lines beyond this. */
const widest = 120;
const narrowest = 40;

const firstWord = (text: string): number => firstColumns(text.slice(0, widest));

// Wrapped text breaks a line only where the next word would not fit.
const breaksForWidth = (line: Line, next: Line, width: number): boolean =>
  columnsOf(line.text) + 1 + firstWord(next.text) > width;

const breaksInSentence = (line: Line, next: Line): boolean =>
  line.text.length >= 30 && !endsSentence(line.text) && beginsSmall(next.text);

const pairs = (group: readonly Line[]): readonly (readonly [Line, Line])[] =>
  group.slice(1).flatMap((next, index) => {
    const line = group[index];
    return line === undefined ? [] : [[line, next] as const];
  });

const longestOf = (group: readonly Line[]): number =>
  group.reduce((most, { text }) => Math.max(most, text.length), 0);

/** The width to which the text's paragraphs were wrapped; null if they were not. */
function wrapWidth(groups: readonly (readonly Line[])[]): number | null {
  let width: number | null = null;
  for (const group of groups) {
    const longest = longestOf(group);
    if (group.length < 3 || longest > widest || longest < narrowest) continue;
    const breaks = pairs(group);
    const fitting = breaks.filter(([line, next]) => breaksForWidth(line, next, longest)).length;
    const broken = breaks.filter(([line]) => !endsSentence(line.text)).length;
    if (fitting >= breaks.length * 0.9 && broken >= breaks.length * 0.5)
      width = Math.max(width ?? 0, longest);
  }
  return width;
}

const isItem = ({ text }: Line): boolean => readListItem(text) !== null;

interface Context {
  /** The width to which the text is wrapped, if it is. */
  readonly width: number | null;
  /** Whether the group's lines break in the middle of sentences. */
  readonly typed: boolean;
  readonly starts: boolean;
  readonly closed: (line: Line) => boolean;
}

function continues(parts: readonly Line[], line: Line, { width, typed, starts, closed }: Context): boolean {
  const first = parts[0];
  const before = parts.at(-1);
  if (first === undefined || before === undefined || closed(before)) return false;
  const inItem = isItem(first);
  if (inItem && isItem(line)) return false;
  if (inItem && line.indent > first.indent) return true;
  if (line.indent > 1 && line.indent > before.indent) return false;
  if (starts && (endsSentence(before.text) || parts.length === 1)) return false;
  const fits = width !== null && before.text.length <= widest && breaksForWidth(before, line, width);
  return fits || typed || breaksInSentence(before, line);
}

/**
 * The units of a text: one for each paragraph, whether paragraphs are lines, or blocks of lines wrapped by hand or by
 * a mail program. `starts` says which lines begin a unit whatever their width (a byline, a list item), `closed`
 * which end one; `known` is the width to which the text was wrapped, if somebody knows.
 */
export function toUnits(
  groups: readonly (readonly Line[])[],
  starts: (line: Line, units: number) => boolean,
  closed: (line: Line) => boolean,
  known: number | null = null,
): readonly Unit[] {
  const width = known ?? wrapWidth(groups);
  const units: Unit[] = [];
  for (const group of groups) {
    const breaks = pairs(group);
    const smooth = breaks.filter(([line, next]) => breaksInSentence(line, next)).length;
    const typed = smooth > 0 && smooth * 2 >= breaks.length && longestOf(group) <= widest * 2;
    let parts: Line[] = [];
    const close = (): void => {
      const [first] = parts;
      if (first === undefined) return;
      units.push({
        text: joined(parts.map(({ text }) => text)),
        line: first.number,
        lines: parts.length,
        indent: first.indent,
        alone: parts.length === group.length,
      });
      parts = [];
    };
    for (const line of group) {
      if (!continues(parts, line, { width, typed, starts: starts(line, units.length), closed })) close();
      parts.push(line);
    }
    close();
  }
  return units;
}
