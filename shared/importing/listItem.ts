/** A line that begins with a list's marker. */
export interface ListItem {
  /** The number of an ordered item; null for a bullet. */
  readonly number: number | null;
  /** The marker without its number: `-`, `•`, `.`, `)`. */
  readonly mark: string;
  readonly text: string;
}

const longestMarker = 8;

/** The list item that a text begins as: "- …", "• …", "* …", "1. …", "2) …", Word's "o" and a tab; null for anything else. */
export function readListItem(text: string): ListItem | null {
  const [marker, bullet, number, mark] =
    /^(?:([-•*‣▪●◦]|o(?=\t))|(\d{1,3})([.)]))[^\S\n]{1,4}(?=\S)/u.exec(text.slice(0, longestMarker + 1)) ??
    [];
  if (marker === undefined) return null;
  return {
    number: number === undefined ? null : Number(number),
    mark: bullet ?? mark ?? '',
    text: text.slice(marker.length),
  };
}
