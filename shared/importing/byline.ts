import { listed } from '../article/dateline/listed.ts';

/** Words that begin a byline, by language. Edit freely; a colon may follow. */
const begins: readonly string[] = listed(`
  By, BY, Von, VON, Par, PAR, Por, POR, Di, Door, Av, Af, Oleh, Autor, Text, Words by,
  लेखक, रिपोर्ट, द्वारा, প্রতিবেদক, எழுதியவர், تحریر, رپورٹ, بقلم, كتب, كتبت, نویسنده, Автор
`);

const start = new RegExp(
  `^(?:${begins.toSorted((a, b) => b.length - a.length).join('|')})(?:\\s*:\\s*|\\s+)(?=\\S)`,
  'u',
);
const small =
  'and|und|et|e|y|i|en|og|och|with|in|for|from|de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|al|el|of|the|at|staff|correspondent|reporter|editor|writer|bureau|desk|special';
const name = new RegExp(
  `^(?:[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}(@][^\\s]*|(?:${small})[,|]?|[|&,/–—-]|[a-z]+@\\S+)$`,
  'u',
);

const longest = 140;

/** Whether a whole line is a byline: "By Asha Rao", "Von Eva Lind und Jan Ek", "By Asha Rao | Example News". */
export function isByline(line: string): boolean {
  if (line.length > longest || /[!?;:…।]$/u.test(line)) return false;
  const begin = start.exec(line)?.[0];
  if (begin === undefined) return false;
  const words = line.slice(begin.length).trim().split(/\s+/u);
  // "By Jan. Smith Jr." may end with a stop; a sentence has small words that no name has.
  return (
    words.length <= 14 &&
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(words[0] ?? '') &&
    words.every((word) => name.test(word))
  );
}
