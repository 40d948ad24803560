/** Neighbours with the same label. */
export interface LabelRun<T> {
  readonly label: string;
  readonly items: readonly T[];
}

/** Parts a list where the label changes: related links become one list under each heading. */
export function labelRuns<T>(items: readonly T[], labelOf: (item: T) => string): readonly LabelRun<T>[] {
  const runs: { readonly label: string; readonly items: T[] }[] = [];
  for (const item of items) {
    const label = labelOf(item);
    const last = runs.at(-1);
    if (last?.label === label) last.items.push(item);
    else runs.push({ label, items: [item] });
  }
  return runs;
}
