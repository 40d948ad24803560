import { columnsOf } from '../formats/columns.ts';
import { isByline } from './byline.ts';
import { splitTitle } from './head.ts';
import { joined, type Line } from './lines.ts';

/** The head of a wire copy as Copydesk writes it (`formats.md` T2): what stands there, and the lines below it. */
export interface Wire {
  readonly slug: string;
  readonly kicker: string;
  readonly headline: string;
  readonly byline: string;
  readonly groups: readonly (readonly Line[])[];
  /** The columns to which it was wrapped, null if its lines are whole paragraphs. */
  readonly width: number | null;
  /** The line that says ENDS. */
  readonly end: Line;
}

const wrapColumns = 72;

// A head's line that did not fit goes on below, indented.
function unwrapped(group: readonly Line[]): readonly string[] {
  const lines: string[][] = [];
  for (const { text, indent } of group) {
    const last = lines.at(-1);
    if (indent > 0 && last !== undefined) last.push(text);
    else lines.push([text]);
  }
  return lines.map((parts) => joined(parts));
}

// A desk's name for a story has no spaces, or is in capitals: "linden-quay", "HARBOUR LOCK". Many scripts have none.
const isSlug = (line: string): boolean =>
  !/\s/u.test(line) || (/\p{Lu}/u.test(line) && !/\p{Ll}/u.test(line));

// Lines broken at 72 columns are the only ones that end shortly before it, or none is longer.
function widthOf(groups: readonly (readonly Line[])[]): number | null {
  const lines = groups.flat();
  if (lines.some(({ text, indent }) => text.includes(' ') && columnsOf(text) + indent > wrapColumns))
    return null;
  return lines.some(({ text, indent }) => columnsOf(text) + indent > wrapColumns * 0.7) ? wrapColumns : null;
}

function titleOf(lines: readonly string[]): Pick<Wire, 'slug' | 'kicker' | 'headline' | 'byline'> | null {
  const last = lines.at(-1) ?? '';
  const hasByline = lines.length === 3 || (lines.length === 2 && (isByline(last) || !isSlug(lines[0] ?? '')));
  const byline = hasByline ? last : '';
  const rest = hasByline ? lines.slice(0, -1) : lines;
  if (rest.length === 0 || rest.length > 2) return null;
  const slug = rest.length === 2 ? (rest[0] ?? '') : '';
  const title = rest.at(-1) ?? '';
  const [, kicker = '', headline = ''] = /^(.{1,120}?) \| (\S.*)$/su.exec(title) ?? [];
  return headline === ''
    ? { slug, byline, ...splitTitle(title) }
    : { slug, byline, kicker: kicker.trim(), headline };
}

/** Reads the head off a text that ends with ENDS as a wire copy does; null for any other text. */
export function readWire(groups: readonly (readonly Line[])[]): Wire | null {
  const [head, ...body] = groups;
  const last = body.at(-1);
  const end = last?.[0];
  if (head === undefined || end === undefined || last?.length !== 1 || end.text !== 'ENDS') return null;
  const title = titleOf(unwrapped(head));
  if (title === null) return null;
  const rest = body.slice(0, -1);
  return { ...title, groups: rest, width: widthOf(rest), end };
}
