const deepest = 256;

/** Whether a value can be stored as JSON and come back: no cycles, dates or maps, no number that JSON lacks, at most 256 levels. */
export function isJson(value: unknown, levels = deepest): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return typeof value === 'string' || typeof value === 'boolean';
  if (levels === 0) return false;
  if (Array.isArray(value)) return value.every((item) => isJson(item, levels - 1));
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return false;
  // A key called “__proto__” is data like any other: the prototype itself was looked at above.
  return Object.values(value).every((part) => isJson(part, levels - 1));
}
