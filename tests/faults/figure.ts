import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot.ts';

/** One line of the table: what was done, and what was found. Whatever is 0 has `runs` and `faults` behind it. */
export interface Figure {
  readonly id: string;
  readonly what: string;
  /** Who wrote: Copydesk, or the control that must be caught. */
  readonly writer: 'Copydesk' | 'control';
  readonly seed: number;
  runs: number;
  /** Kills, failed calls, damaged files, clock jumps. */
  faults: number;
  /** Files that are neither the old version nor the new one. */
  torn: number;
  /** Files of 0 bytes. */
  empty: number;
  missing: number;
  /** Versions or edits that were acknowledged and are nowhere any more. */
  lost: number;
  /** The longest stretch of typing that was not there any more, in milliseconds; null where nobody types. */
  worstLoss: number | null;
  /** Further counts of this figure alone. */
  readonly counts: Record<string, number>;
  /** What was wrong, run by run; the first twenty. */
  readonly problems: string[];
}

/** How much is run: null for the quick tier of `npm test`, 1 for the full tier of `reliability.md` §11. */
export const scale: number | null = (() => {
  const given = process.env['COPYDESK_FAULT_SCALE'];
  if (given === undefined || given === '' || given === 'quick') return null;
  const number = Number(given);
  if (Number.isFinite(number) && number > 0) return number;
  throw new RangeError(`COPYDESK_FAULT_SCALE is “${given}”; give “quick” or a number above 0`);
})();

/** The count of runs: `quick` in the quick tier, `full` times the scale else. */
export const runsOf = (quick: number, full: number): number =>
  scale === null ? quick : Math.max(1, Math.ceil(full * scale));

const givenSeed = process.env['COPYDESK_FAULT_SEED'];

/** A figure with nothing counted yet; its seed is new, or that of COPYDESK_FAULT_SEED. */
export const newFigure = (id: string, what: string, writer: Figure['writer'] = 'Copydesk'): Figure => ({
  id,
  what,
  writer,
  seed: givenSeed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(givenSeed),
  runs: 0,
  faults: 0,
  torn: 0,
  empty: 0,
  missing: 0,
  lost: 0,
  worstLoss: null,
  counts: {},
  problems: [],
});

/** Adds to a count that this figure alone has. */
export function count(figure: Figure, name: string, by = 1): void {
  figure.counts[name] = (figure.counts[name] ?? 0) + by;
}

/** Notes what was wrong. */
export function problem(figure: Figure, text: string): void {
  if (figure.problems.length < 20) figure.problems.push(text);
}

const numberOf = ({ id }: Figure): number => Number(/\d+/.exec(id)?.[0] ?? 0);
const wordsOf = ({ id, writer }: Figure): string => `${id} ${writer}`;

/** The order of the table: D1 before D10, Copydesk before its control. */
export const byNumber = (a: Figure, b: Figure): number =>
  numberOf(a) - numberOf(b) || (wordsOf(a) < wordsOf(b) ? -1 : 1);

/** Where figures wait for the table. */
export const figuresFolder = join(projectRoot, 'test-results', 'faults');

/** Puts a figure into the table; a test does so before it asserts anything. */
export function report(figure: Figure): void {
  mkdirSync(figuresFolder, { recursive: true });
  const name = `${figure.id}-${figure.writer}.json`;
  writeFileSync(join(figuresFolder, name), `${JSON.stringify(figure, null, 2)}\n`);
}

/** What no figure of Copydesk may have; for one assertion that shows them all. */
export const harm = ({ torn, empty, missing, lost, problems }: Figure) => ({
  torn,
  empty,
  missing,
  lost,
  problems,
});

/** No harm at all. */
export const none = { torn: 0, empty: 0, missing: 0, lost: 0, problems: [] };

/** Random numbers from 0 up to 1 that a seed repeats (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
