const romans: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** The value of a roman numeral in lower case. */
export function romanValue(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = romans[text.charAt(at)] ?? 0;
    sum += value < (romans[text.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return sum;
}

/** What an item of an office list begins with: `1.`, `b)`, `iv.`, `·`. */
export interface ListMarker {
  readonly ordered: boolean;
  /** The item's number; null where it has none. */
  readonly number: number | null;
  /** Whether a numbered list of an article shows the same: `3.`, but not `b)`, `iv.` or `1.2`. */
  readonly exact: boolean;
}

/** Reads an item's marker; `roman` where the list's style says so. */
export function readMarker(marker: string, roman = false): ListMarker {
  const [, sign = '', end = ''] = /^\(?([\p{L}\p{N}.]*?)([.):\]]*)$/u.exec(marker) ?? [];
  const lower = sign.toLowerCase();
  if (sign === '' || (end === '' && !/^\d+$/u.test(sign)))
    return { ordered: false, number: null, exact: true };
  const digits = /(\d{1,6})$/u.exec(sign)?.[1];
  if (digits !== undefined) return { ordered: true, number: Number(digits), exact: sign === digits };
  if (/^[ivxlcdm]+$/u.test(lower) && (roman || lower.length > 1))
    return { ordered: true, number: romanValue(lower), exact: false };
  const letter = /^[a-z]$/u.test(lower) ? lower.charCodeAt(0) - 96 : 1;
  return { ordered: true, number: letter, exact: false };
}
