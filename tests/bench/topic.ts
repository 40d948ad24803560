/** What a person may ask of a topic. */
export interface BenchOptions {
  readonly rounds: number;
  /** Per round, where keys are typed. */
  readonly keys: number;
}

/** One thing that is measured, against named peers in the same run and in turns. */
export interface Topic {
  readonly name: string;
  /** What `--size` counts, and its values where none are given. */
  readonly size: { readonly unit: string; readonly values: readonly number[] };
  readonly rounds: number;
  /** The table's columns, behind the one of the size. */
  readonly heads: readonly string[];
  /** The rows of one size, without the size. */
  readonly measure: (size: number, options: BenchOptions) => Promise<readonly (readonly string[])[]>;
}

/** A number with so many digits behind the point. */
export const rounded = (number: number, digits = 1): string => number.toFixed(digits);
