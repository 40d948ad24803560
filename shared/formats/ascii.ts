// What every wire desk writes so (`formats.md` T5): nobody needs to be told.
const usual: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '--',
  '…': '...',
  '\u00a0': ' ',
  '₹': 'Rs',
  '€': 'EUR',
};

// Letters and signs that do not come apart into a letter and an accent.
const others: ReadonlyMap<string, string> = new Map(
  `„ " « " » " ‚ ' ‹ ' › ' ′ ' ″ " ‑ - ‐ - ‒ - ― -- − - • * · . × x ÷ / £ GBP ¥ JPY ¢ c © (c) ® (R) ™ (TM) § Sec.
  ¿ ? ¡ ! № No. ß ss ẞ SS æ ae Æ AE œ oe Œ OE ø o Ø O đ d Đ D ð d Ð D þ th Þ Th ł l Ł L ı i ħ h Ħ H ° deg`
    .split(/\s+/u)
    .flatMap((sign, at, all) => (at % 2 === 0 ? [[sign, all[at + 1] ?? ''] as const] : [])),
);

function replacementOf(character: string): string {
  const known = others.get(character);
  if (known !== undefined) return known;
  // Accents alone and characters that show nothing leave nothing behind.
  if (/[\p{M}\p{Cf}]/u.test(character)) return '';
  if (/[\p{Zs}\p{Zl}\p{Zp}]/u.test(character)) return ' ';
  const plain = character
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[“”‘’–—…]/gu, (one) => usual[one] ?? '');
  return /^[ -~]+$/u.test(plain) ? plain : '?';
}

/** A text in ASCII: the usual signs as every desk writes them, letters without accents, and "?" for the rest. */
export const toAscii = (text: string): string =>
  text.replaceAll(/[^\n\t -~]/gu, (character) => usual[character] ?? replacementOf(character));

/** A character that ASCII has not, other than the usual signs, and what is written for it. */
export interface Replaced {
  readonly character: string;
  readonly by: string;
  readonly count: number;
}

/** Every character that `toAscii` replaces beyond the usual signs, in the order of their first place. */
export function replacedIn(text: string): readonly Replaced[] {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(/[^\n\t -~]/gu))
    if (usual[character] === undefined) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts].map(([character, count]) => ({ character, by: replacementOf(character), count }));
}
