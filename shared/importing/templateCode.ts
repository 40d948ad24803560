import type { RootContent } from 'mdast';

/** Code of a site generator within a text: where it stands, and what it says. */
export interface TemplateCode {
  readonly at: number;
  /** Its first line, 1-based. */
  readonly line: number;
  readonly text: string;
}

/** No code is longer, in characters. */
const longest = 2000;

const brackets: readonly (readonly [open: string, close: string])[] = [
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{%', '%}'],
  ['{{', '}}'],
];

/** The shortcodes and tags of Hugo, Eleventy and Jekyll in a text: `{{< … >}}`, `{{% … %}}`, `{% … %}`, `{{ … }}`. */
export function templateCodes(text: string): readonly TemplateCode[] {
  const found: TemplateCode[] = [];
  // Where each closing bracket stands next: every one is looked for once.
  const ends = new Map<string, number>();
  const endOf = (close: string, from: number): number => {
    const known = ends.get(close);
    if (known !== undefined && (known === -1 || known >= from)) return known;
    const end = text.indexOf(close, from);
    ends.set(close, end);
    return end;
  };
  let line = 1;
  let counted = 0;
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const start = at;
    for (; counted < start; counted += 1) if (text.charAt(counted) === '\n') line += 1;
    const pair = brackets.find(([open]) => text.startsWith(open, start));
    const end = pair === undefined ? -1 : endOf(pair[1], at + pair[0].length);
    if (pair === undefined || end === -1 || end - at > longest) {
      at += pair === undefined ? 1 : pair[0].length;
      continue;
    }
    at = end + pair[1].length;
    found.push({ at: start, line, text: text.slice(start, at) });
  }
  return found;
}

// Characters of a private plane stand for those that Markdown would read, one for one.
const plane = 0xf0000;
const marks = /[!-/:-@[-`{-~]/gu;
const stand = /[\u{f0021}-\u{f007e}]/gu;

// A text whose template code holds no sign of Markdown or HTML; each sign has a character that stands for it.
function withoutSigns(text: string, codes: readonly TemplateCode[]): string {
  let at = 0;
  let made = '';
  for (const code of codes) {
    made +=
      text.slice(at, code.at) +
      code.text.replace(marks, (sign) => String.fromCodePoint(plane + (sign.codePointAt(0) ?? 0)));
    at = code.at + code.text.length;
  }
  return made + text.slice(at);
}

const shown = (text: string): string =>
  text.replace(stand, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? plane) - plane));

function shownAgain<T extends RootContent>(node: T): T {
  const again = (value: unknown): unknown => {
    if (typeof value === 'string') return shown(value);
    if (Array.isArray(value)) return value.map(again);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, again(part)]));
  };
  // The same shape, with other texts.
  return again(node) as T;
}

/** Parses Markdown as if its template code were words: nothing within it is a mark, a link or a tag. */
export function parsedAround(
  text: string,
  codes: readonly TemplateCode[],
  parse: (text: string) => readonly RootContent[],
): readonly RootContent[] {
  // A text that uses the characters of that plane keeps them, and its code is read as Markdown reads it.
  if (codes.length === 0 || text.search(stand) !== -1) return parse(text);
  return parse(withoutSigns(text, codes)).map(shownAgain);
}
