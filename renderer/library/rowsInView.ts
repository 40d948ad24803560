/** What is to be seen of a long list, in CSS pixels. */
export interface Stretch {
  readonly top: number;
  readonly height: number;
}

/** Rows drawn beyond what is seen, so that a turn of the wheel shows no gap. */
const margin = 5;

/** The indices of the rows to draw, ascending; `always` is among them, so that the focus has a place. */
export function rowsInView(
  rows: number,
  rowHeight: number,
  { top, height }: Stretch,
  always: number,
): readonly number[] {
  if (rows <= 0) return [];
  const last = Math.min(rows - 1, Math.ceil((top + height) / rowHeight) + margin);
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - margin), last);
  const seen = Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
  if (always < 0 || always >= rows || (always >= first && always <= last)) return seen;
  return always < first ? [always, ...seen] : [...seen, always];
}
