/** What stands in one row of a table, column by column. */
export type Cells = readonly (string | number)[];

/** One row as Markdown, without a line feed. */
export const markdownRow = (cells: Cells): string => `| ${cells.join(' | ')} |`;

/** Rows as a Markdown table; it ends with a line feed. */
export const markdownTable = (heads: readonly string[], rows: readonly Cells[]): string =>
  [heads, heads.map(() => '---'), ...rows].map((row) => `${markdownRow(row)}\n`).join('');
