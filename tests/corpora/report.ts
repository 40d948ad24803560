import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe } from 'vitest';
import { markdownTable, type Cells } from '../support/markdownTable.ts';
import { projectRoot } from '../support/projectRoot.ts';

/** Where a folder of the test data is; it may be absent. */
export const corpusFolder = (name: string): string => join(dirname(projectRoot), 'shared', 'corpora', name);

/** Describes tests over a folder of the test data; skipped, and the reason printed, where it is absent. */
export function describeFolder(name: string, tests: (folder: string) => void): void {
  const folder = corpusFolder(name);
  if (existsSync(folder)) describe(`corpora/${name}`, () => tests(folder));
  else {
    console.warn(`Skipped: the test data ../shared/corpora/${name} are not beside the project`);
    describe.skip(`corpora/${name}: the test data are not beside the project`, () => tests(folder));
  }
}

/** Writes a folder's results, one row per file, as a Markdown table into test-results/corpora. */
export function writeReport(name: string, heads: readonly string[], rows: readonly Cells[]): void {
  const folder = join(projectRoot, 'test-results', 'corpora');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.md`), markdownTable(heads, rows));
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function gramsOf(text: string): ReadonlyMap<string, number> {
  const words = wordsOf(text);
  const grams = new Map<string, number>();
  for (let at = 0; at < Math.max(1, words.length - 3); at += 1) {
    const gram = words.slice(at, at + 4).join(' ');
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

/** How alike two texts are: F1 of their runs of four words, from 0 to 1 (as article extraction is scored). */
export function likeness(found: string, expected: string): number {
  const [ours, theirs] = [gramsOf(found), gramsOf(expected)];
  const total = (grams: ReadonlyMap<string, number>): number =>
    [...grams.values()].reduce((a, b) => a + b, 0);
  let both = 0;
  for (const [gram, count] of ours) both += Math.min(count, theirs.get(gram) ?? 0);
  return (2 * both) / (total(ours) + total(theirs));
}
