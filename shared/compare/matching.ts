/** Two places that are the same: an index into each of two lists. */
export type Pair = readonly [number, number];

/**
 * A longest list of pairs of equal items, rising in both lists (Myers, 1986). Common ends are always found; where more than
 * `limit` items differ in between, nothing there is paired: the work is bounded by the square of the limit.
 */
export function matching(a: readonly string[], b: readonly string[], limit: number): readonly Pair[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const middle = middlePairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail), limit);
  return [
    ...Array.from({ length: head }, (_, index): Pair => [index, index]),
    ...middle.map(([x, y]): Pair => [x + head, y + head]),
    ...Array.from({ length: tail }, (_, index): Pair => [a.length - tail + index, b.length - tail + index]),
  ];
}

function middlePairs(a: readonly string[], b: readonly string[], limit: number): readonly Pair[] {
  if (a.length === 0 || b.length === 0) return [];
  const most = Math.min(limit, a.length + b.length);
  const reached = new Int32Array(2 * most + 3);
  const steps: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits += 1) {
    // What the walk back needs of this round: the diagonals around the middle.
    steps.push(reached.slice(most - edits, most + edits + 3));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = most + 1 + diagonal;
      const [left = 0, right = 0] = [reached[at - 1], reached[at + 1]];
      let x = diagonal === -edits || (diagonal !== edits && left < right) ? right : left + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x += 1;
      reached[at] = x;
      if (x >= a.length && x - diagonal >= b.length) return walkBack(steps, a.length, b.length);
    }
  }
  return [];
}

function walkBack(steps: readonly Int32Array[], fromX: number, fromY: number): readonly Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [fromX, fromY];
  for (let edits = steps.length - 1; edits >= 0; edits -= 1) {
    const diagonal = x - y;
    const at = edits + 1 + diagonal;
    const [left = 0, right = 0] = [steps[edits]?.[at - 1], steps[edits]?.[at + 1]];
    const down = diagonal === -edits || (diagonal !== edits && left < right);
    const beforeX = edits === 0 ? 0 : down ? right : left;
    const beforeY = edits === 0 ? 0 : beforeX - (down ? diagonal + 1 : diagonal - 1);
    while (x > beforeX && y > beforeY) pairs.push([--x, --y]);
    [x, y] = [beforeX, beforeY];
  }
  return pairs.toReversed();
}
