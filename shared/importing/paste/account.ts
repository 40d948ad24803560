// A word, a number or one quotation mark: where a space came between "1" and "May", nothing is missing.
const token = /\p{N}+|[\p{L}\p{M}]+|["“”„«»‹›「」『』]/gu;

const tokensOf = (text: string): readonly string[] => text.normalize('NFKC').match(token) ?? [];

/**
 * What a text says that neither the result nor what was told of says: its words, numbers and quotation marks, each line
 * of the source one line here. Empty if nothing was dropped in silence.
 */
export function unaccounted(source: string, ...found: readonly string[]): readonly string[] {
  const pool = new Map<string, number>();
  for (const each of tokensOf(found.join('\n'))) pool.set(each, (pool.get(each) ?? 0) + 1);
  const lines: string[] = [];
  for (const line of source.split('\n')) {
    const missing = tokensOf(line).filter((each) => {
      const left = pool.get(each) ?? 0;
      if (left > 0) pool.set(each, left - 1);
      return left === 0;
    });
    if (missing.length > 0) lines.push(missing.join(' '));
  }
  return lines;
}
