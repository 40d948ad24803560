import { isRightToLeft } from '../article/article.ts';

/** A stretch of text in one script that is not the page's, with the language that a reader of it would expect. */
export interface ForeignRun {
  readonly from: number;
  readonly to: number;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}

// By Unicode script: the language most written in it, and those that are written in it, too (the page's own among them
// makes it no foreign script). "und" would be truer of a single name, and no voice could read it out.
const scripts: readonly {
  readonly script: string;
  readonly language: string;
  readonly also?: string;
}[] = [
  { script: 'Latin', language: 'en' },
  { script: 'Arabic', language: 'ar', also: 'fa ur ps sd ug ckb ks pnb' },
  { script: 'Bengali', language: 'bn', also: 'as mni' },
  { script: 'Cyrillic', language: 'ru', also: 'uk bg sr mk be kk ky tg mn' },
  { script: 'Devanagari', language: 'hi', also: 'mr ne sa kok mai bho doi brx sd ks' },
  { script: 'Greek', language: 'el' },
  { script: 'Gujarati', language: 'gu' },
  { script: 'Gurmukhi', language: 'pa' },
  { script: 'Hangul', language: 'ko' },
  { script: 'Han', language: 'zh', also: 'ja ko yue wuu' },
  { script: 'Hebrew', language: 'he', also: 'yi iw' },
  { script: 'Hiragana', language: 'ja' },
  { script: 'Katakana', language: 'ja' },
  { script: 'Kannada', language: 'kn' },
  { script: 'Malayalam', language: 'ml' },
  { script: 'Oriya', language: 'or' },
  { script: 'Sinhala', language: 'si' },
  { script: 'Tamil', language: 'ta' },
  { script: 'Telugu', language: 'te' },
  { script: 'Thai', language: 'th' },
  { script: 'Ethiopic', language: 'am', also: 'ti' },
  { script: 'Armenian', language: 'hy' },
  { script: 'Georgian', language: 'ka' },
  { script: 'Myanmar', language: 'my' },
  { script: 'Khmer', language: 'km' },
  { script: 'Lao', language: 'lo' },
  { script: 'Thaana', language: 'dv' },
];
// How a tag names a script that is not its language's usual one.
const subtags: Readonly<Record<string, string>> = {
  arab: 'Arabic',
  beng: 'Bengali',
  cyrl: 'Cyrillic',
  deva: 'Devanagari',
  guru: 'Gurmukhi',
  hebr: 'Hebrew',
  latn: 'Latin',
};

// What may stand inside a run of one script: between its letters, and digits at its end. Brackets and quotes end it.
const inside = String.raw`[\p{M}\p{N}\p{Cf} \u00a0.,'’·\-‐‑–/&@+_]*`;

const ownOf = new Map<string, readonly string[]>();

function ownScripts(language: string): readonly string[] {
  const before = ownOf.get(language);
  if (before !== undefined) return before;
  const made = scriptsOf(language);
  ownOf.set(language, made);
  return made;
}

function scriptsOf(language: string): readonly string[] {
  const [base = '', ...rest] = language.toLowerCase().split('-');
  const named = rest.map((part) => subtags[part]).find((script) => script !== undefined);
  if (named !== undefined) return [named];
  const found = scripts.filter(
    (one) => one.language === base || one.also?.split(' ').includes(base) === true,
  );
  // A language that no line names is written in Latin letters, as most are.
  return found.length === 0 ? ['Latin'] : found.map(({ script }) => script);
}

interface Finder {
  readonly find: RegExp;
  readonly languages: readonly string[];
}

const finders = new Map<string, Finder>();

const isKana = (script: string): boolean => script === 'Hiragana' || script === 'Katakana';

// One alternative per foreign script, each in a group of its own. A single letter is a symbol (β, x), not a text.
function finderOf(language: string): Finder {
  const known = finders.get(language);
  if (known !== undefined) return known;
  const own = ownScripts(language);
  // Chinese characters among kana are Japanese.
  const japanese = String.raw`[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]`;
  // Kana first: they may take Chinese characters before them.
  const foreign = scripts
    .filter(({ script }) => !own.includes(script))
    .toSorted((a, b) => Number(isKana(b.script)) - Number(isKana(a.script)));
  const parts = foreign.map(({ script }) => {
    const letter = String.raw`\p{Script=${script}}`;
    if (script === 'Han') return `(${letter}+)`;
    if (isKana(script) && !own.includes('Han')) return String.raw`(\p{Script=Han}*${letter}${japanese}*)`;
    return String.raw`(${letter}(?:${inside}${letter})+(?:[\p{M}\p{Cf}]|[\-‑]?\p{N})*)`;
  });
  const made = {
    find: new RegExp(parts.join('|'), 'gu'),
    languages: foreign.map(({ language: one }) => one),
  };
  finders.set(language, made);
  return made;
}

// Without the flag u it is quicker, and says the same.
const plainLatin = /^[\u0000-\u024f\u2000-\u206f\u20a0-\u20cf]*$/;
const none: readonly ForeignRun[] = [];

/** Whether a language is written in Latin letters, or in them, too. */
export const isWrittenInLatin = (language: string): boolean => ownScripts(language).includes('Latin');

/** The runs of a text in another script than a page's language is written in, in order. */
export function foreignRuns(text: string, language: string): readonly ForeignRun[] {
  // Most texts by far: nothing but Latin letters in a language written with them.
  if (isWrittenInLatin(language) && plainLatin.test(text)) return none;
  const { find, languages } = finderOf(language);
  return [...text.matchAll(find)].map((match) => {
    const which = match.slice(1).findIndex((group) => group !== undefined);
    const found = languages[which] ?? 'und';
    return {
      from: match.index,
      to: match.index + match[0].length,
      language: found,
      direction: isRightToLeft(found) ? ('rtl' as const) : ('ltr' as const),
    };
  });
}

/** The one foreign run that is a whole text: all its letters stand in it; null if the page's own script has a letter, too. */
export function wholeRun(text: string, language: string): ForeignRun | null {
  const runs = foreignRuns(text, language);
  const [first] = runs;
  if (first === undefined || runs.some((run) => run.language !== first.language)) return null;
  let rest = text;
  for (const run of runs.toReversed()) rest = rest.slice(0, run.from) + rest.slice(run.to);
  return /\p{L}/u.test(rest) ? null : first;
}
