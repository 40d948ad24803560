import { readEmbargo } from './embargoLine.ts';
import { beginsSmall, endsSentence, joined, type Line } from './lines.ts';
import type { Decision } from './receipt.ts';

/** What lines for the desk, not for readers, say: until when a text is held, and notes to editors. */
export interface DeskLines {
  /** RFC 3339 with an offset; '' where no line says so without doubt. */
  readonly embargo: string;
  readonly edNote: string;
  /** The lines of the text without them. */
  readonly groups: readonly (readonly Line[])[];
  /** Embargo lines whose moment is not certain: they stay in the text, above it. */
  readonly unclear: readonly Line[];
  readonly decisions: readonly Decision[];
}

/** How far down an embargo may stand, in lines that hold something. */
const embargoReach = 8;
const longestNote = 600;

const note =
  /^[([]?(?:eds|(?:(?:attn|attention|note to|notice to)[.:]? )(?:all )?editors|editors(?=:))\s*[:–—-]\s*(\S.*?)[)\]]?$/isu;

// "Editors: a dying trade" is a headline; EDITORS: and Eds: are not.
const readNote = (line: string): string | null => {
  if (line.length > longestNote || (/^editors/iu.test(line) && !line.startsWith('EDITORS'))) return null;
  return note.exec(line)?.[1] ?? null;
};

const goesOn = (before: Line, line: Line): boolean =>
  before.text.length >= 30 && !endsSentence(before.text) && beginsSmall(line.text);

/** Takes the lines for the desk out of a text: "EMBARGOED UNTIL …" near its top, "EDS: …" anywhere. */
export function takeDeskLines(given: readonly (readonly Line[])[]): DeskLines {
  const decisions: Decision[] = [];
  const notes: string[] = [];
  const unclear: Line[] = [];
  let embargo = '';
  let seen = 0;
  const groups = given.map((group) => {
    const kept: Line[] = [];
    for (let at = 0; at < group.length; at += 1) {
      const line = group[at];
      if (line === undefined) break;
      seen += 1;
      const { text, number } = line;
      const held = seen <= embargoReach && embargo === '' ? readEmbargo(text) : null;
      if (held !== null) {
        embargo = held.until ?? '';
        if (held.until === null) {
          unclear.push(line);
          const what = 'the text is under embargo, but until when is not certain: set it in the Story panel';
          decisions.push({ kind: 'doubted', what, text, line: number });
        } else decisions.push({ kind: 'lifted', what: 'Embargo', text, line: number });
        continue;
      }
      if (readNote(text) === null) {
        kept.push(line);
        continue;
      }
      const lines = [line];
      for (
        let next = group[at + 1];
        next !== undefined && goesOn(lines.at(-1) ?? line, next);
        next = group[at + 1]
      ) {
        lines.push(next);
        at += 1;
      }
      const whole = joined(lines.map((one) => one.text));
      notes.push(readNote(whole) ?? whole);
      decisions.push({ kind: 'lifted', what: 'Note to editors', text: whole, line: number });
    }
    return kept;
  });
  const edNote = notes.join('\n');
  return { embargo, edNote, groups: groups.filter(({ length }) => length > 0), unclear, decisions };
}
