/** The names in a text, split at commas: lists that a desk edits stay readable. */
export const listed = (names: string): readonly string[] => names.split(',').map((name) => name.trim());
