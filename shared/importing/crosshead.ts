import { endsSentence } from './lines.ts';
import type { Unit } from './units.ts';

const mostWords = 10;
const mostCharacters = 80;
const captions =
  /^(?:photos?|images?|pictures?|pics?|file|credits?|sources?|captions?|videos?|graphics?|foto|bild|quelle|crédit|source)\b/iu;
const closings = /^(?:ends?|more|eom|\(?ends?\)?|-?30-?|#{2,}|\*{2,})$/iu;

/** Whether a line could be a crosshead by its looks: short, a title, no sentence, no caption, no address. */
export function looksLikeCrosshead(text: string): boolean {
  if (text.length > mostCharacters || text.length < 3 || text.split(/\s+/u).length > mostWords) return false;
  if (!/^["“‘«¿¡]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) || !/\p{L}.*\p{L}/u.test(text)) return false;
  if (endsSentence(text) || /[;,،、–—-]$/u.test(text) || /[|@<>{}[\]\\]|https?:|www\./iu.test(text))
    return false;
  // A whole line in quotation marks is somebody's words.
  if (/^["“‘«].*["”’»]$/u.test(text)) return false;
  return !captions.test(text) && !closings.test(text);
}

const carriesText = ({ text }: Unit): boolean =>
  text.length >= 80 || (text.length >= 40 && endsSentence(text));

/**
 * Whether a unit is a crosshead: it looks like one, stands on a line of its own between text and text, and, in a file
 * that parts paragraphs by blank lines, between blank lines.
 */
export const isCrosshead = (
  unit: Unit,
  before: Unit | undefined,
  after: Unit | undefined,
  blankLines: boolean,
): boolean =>
  unit.lines === 1 &&
  looksLikeCrosshead(unit.text) &&
  before !== undefined &&
  after !== undefined &&
  carriesText(after) &&
  (unit.alone || (!blankLines && carriesText(before) && endsSentence(before.text)));
