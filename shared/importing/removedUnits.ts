/** Something removed, and its class. */
interface Gone<Unit, Class> {
  readonly unit: Unit;
  readonly class: Class;
}

/** What was removed in the order of the page, each with the text of the last unit before it that stays. */
export function removedUnits<Unit extends { readonly text: string }, Class>(
  units: readonly Unit[],
  gone: readonly Gone<Unit, Class>[],
): readonly (Gone<Unit, Class> & { readonly after: string })[] {
  const classes = new Map(gone.map((one) => [one.unit, one.class]));
  let after = '';
  const found: (Gone<Unit, Class> & { readonly after: string })[] = [];
  for (const unit of units) {
    const name = classes.get(unit);
    if (name !== undefined) found.push({ unit, class: name, after });
    else if (unit.text !== '') ({ text: after } = unit);
  }
  return found;
}
