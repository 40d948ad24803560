import { replacedIn } from './ascii.ts';
import type { Format } from './format.ts';
import { textLosses } from './textLosses.ts';
import { asIs } from './wireBody.ts';
import { wireCopy, type Wire } from './wireCopy.ts';

const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const nameOf = (character: string): string =>
  /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? `“${character}” (${codeOf(character)})` : codeOf(character);

/** What plain text in ASCII cannot carry: the same, and every character that is written another way. */
export const asciiLosses =
  (wire: Wire): Format['losses'] =>
  (article) => [
    ...textLosses(wire)(article),
    ...replacedIn(wireCopy(article, { say: asIs, width: null }).text).map(({ character, by, count }) => ({
      what: nameOf(character),
      instead: by === '' ? 'is left out' : `is written “${by}”`,
      count,
    })),
  ];
