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
  /** What a reader must know to read the figures rightly, in sentences. */
  readonly notes?: string;
  /** The rows of one size, without the size. */
  readonly measure: (size: number, options: BenchOptions) => Promise<readonly (readonly string[])[]>;
}

/** What a topic's run has found: its table with the size in front, and when, how often and where it was run. */
export interface Measured {
  readonly topic: string;
  readonly date: string;
  readonly machine: string;
  readonly rounds: number;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A number with so many digits behind the point. */
export const rounded = (number: number, digits = 1): string => number.toFixed(digits);
