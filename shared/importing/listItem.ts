/** A line that begins with a list's marker. */
export interface ListItem {
  /** The number of an ordered item; null for a bullet. */
  readonly number: number | null;
  /** The marker without its number: `-`, `•`, `.`, `)`. */
  readonly mark: string;
  readonly text: string;
}

const longestMarker = 8;

/** The list item that a text begins as: "- …", "• …", "* …", "1. …", "2) …"; null for anything else. */
export function readListItem(text: string): ListItem | null {
  const [marker, bullet, number, mark] =
    /^(?:([-•*‣▪●◦])|(\d{1,3})([.)]))[^\S\n]{1,4}(?=\S)/u.exec(text.slice(0, longestMarker + 1)) ?? [];
  if (marker === undefined) return null;
  return {
    number: number === undefined ? null : Number(number),
    mark: bullet ?? mark ?? '',
    text: text.slice(marker.length),
  };
}

/** How many texts from a place on are items of one list: the same marker, numbers counting up. */
export function listLength(units: readonly { readonly text: string }[], from: number, end: number): number {
  const start = readListItem(units[from]?.text ?? '');
  if (start === null) return 0;
  let length = 1;
  while (from + length < end) {
    const item = readListItem(units[from + length]?.text ?? '');
    const due = start.number === null ? null : start.number + length;
    if (item === null || item.mark !== start.mark || item.number !== due) break;
    length += 1;
  }
  return length;
}
