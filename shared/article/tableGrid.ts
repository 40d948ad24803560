import type { Node } from 'prosemirror-model';

// Which cell begins at each place, null where one that began elsewhere lies; what no cell covers is missing.
function placesOf(table: Node): readonly (readonly (Node | null | undefined)[])[] {
  const places: (Node | null | undefined)[][] = table.children.map(() => []);
  for (const [row, { children }] of table.children.entries()) {
    let column = 0;
    for (const cell of children) {
      while (places[row]?.[column] !== undefined) column += 1;
      const { width, height } = spanOf(cell);
      for (const [below, line] of places.slice(row, row + height).entries())
        for (let at = column; at < column + width; at += 1)
          line[at] = below === 0 && at === column ? cell : (line[at] ?? null);
      column += width;
    }
  }
  return places;
}

const spanOf = ({ attrs }: Node): { readonly width: number; readonly height: number } => ({
  width: Number(attrs['colspan'] ?? 1),
  height: Number(attrs['rowspan'] ?? 1),
});

const widthOf = (places: readonly (readonly unknown[])[]): number =>
  Math.max(1, ...places.map((line) => line.length));

/** A table's rows as a reader sees them, all equally long: each cell in its first place, null where it spans or none is. */
export function gridOf(table: Node): readonly (readonly (Node | null)[])[] {
  const places = placesOf(table);
  const width = widthOf(places);
  return places.map((line) => Array.from({ length: width }, (_, at) => line[at] ?? null));
}

/** Whether a table has places that no cell covers. */
export function isRagged(table: Node): boolean {
  const places = placesOf(table);
  const width = widthOf(places);
  return places.some((line) => Array.from({ length: width }, (_, at) => line[at]).includes(undefined));
}
