/** A line of a file, trimmed: where it stands, and how far it was indented, in columns. */
export interface Line {
  readonly text: string;
  readonly number: number;
  readonly indent: number;
}

/** Characters that show nothing; a line of them is blank. */
const invisible = /^[\s\u00ad\u200b-\u200f\u2060\ufeff]*$/u;
/** What ends a line of a file. */
export const lineEnd = /\r\n|[\n\v\f\r\u2028\u2029]/u;

/** A tab goes to the next of these columns. */
const tabStop = 4;

function indentOf(line: string): number {
  const blank = line.slice(0, line.length - line.trimStart().length);
  let columns = 0;
  for (const character of blank) columns += character === '\t' ? tabStop - (columns % tabStop) : 1;
  return columns;
}

/** The lines of a text in groups split by blank lines, and the lines that hold nothing but invisible characters. */
export function readLines(text: string): {
  readonly groups: readonly (readonly Line[])[];
  readonly unseen: readonly Line[];
} {
  const groups: Line[][] = [];
  const unseen: Line[] = [];
  let group: Line[] = [];
  text.split(lineEnd).forEach((raw, index) => {
    const line = { text: raw.trim(), number: index + 1, indent: indentOf(raw) };
    if (line.text.length < 100 && invisible.test(line.text)) {
      if (line.text !== '') unseen.push(line);
      if (group.length > 0) groups.push(group);
      group = [];
    } else group.push(line);
  });
  if (group.length > 0) groups.push(group);
  return { groups, unseen };
}

/** Whether a text ends as a sentence does, in any of the scripts that Copydesk knows. */
export const endsSentence = (text: string): boolean => /[.!?:…।॥؟۔。！？]["'”’»)\]]*$/u.test(text.slice(-8));

/** Whether a text begins with a small letter: the middle of a sentence. */
export const beginsSmall = (text: string): boolean => /^["'“‘«(]?\p{Ll}/u.test(text);

const ideographs = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}、。';
const endsIdeographic = new RegExp(`[${ideographs}]$`, 'u');
const beginsIdeographic = new RegExp(`^[${ideographs}]`, 'u');

const glue = (before: string, after: string): string => {
  const hyphen = /\p{L}-$/u.test(before.slice(-3)) && beginsSmall(after);
  return hyphen || (endsIdeographic.test(before.slice(-2)) && beginsIdeographic.test(after)) ? '' : ' ';
};

/** The lines of one paragraph as one text: a space between two, none after a hyphen or between ideographs. */
export const joined = (lines: readonly string[]): string =>
  lines.map((line, index) => (index === 0 ? line : glue(lines[index - 1] ?? '', line) + line)).join('');
