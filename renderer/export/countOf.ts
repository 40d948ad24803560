/** A number with its noun: "1 file", "2,000 files". */
export const countOf = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
