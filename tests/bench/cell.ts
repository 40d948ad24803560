import type { Measured } from './topic.ts';

/** The number that a cell begins with: “0.35 ms” is 0.35; NaN for none. */
export const numberIn = (text: string | undefined): number => Number.parseFloat(text ?? '');

/** What a row says, to find it: a cell as it is, or like this. */
export type Saying = string | RegExp;

/** The number of a table's cell, by its size, its column and what its row says; NaN where there is none. */
export function cell(table: Measured, size: number, head: string, ...row: readonly Saying[]): number {
  const says = (cells: readonly string[], wanted: Saying) =>
    cells.some((one) => (typeof wanted === 'string' ? one === wanted : wanted.test(one)));
  const found = table.rows.find(
    (cells) => cells[0] === String(size) && row.every((wanted) => says(cells.slice(1), wanted)),
  );
  return numberIn(found?.[table.heads.indexOf(head)]);
}
