import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe } from 'vitest';
import { projectRoot } from './projectRoot.ts';

const folder = join(dirname(projectRoot), 'shared', 'corpora');

/** The text of a file of the test data beside the project; null where the data are absent. */
export const corpusText = (name: string): string | null =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : null;

/** Describes tests over a file of the test data; skipped, and the reason printed, where it is absent. */
export function describeCorpus(name: string, tests: (text: string) => void): void {
  const text = corpusText(name);
  if (text !== null) describe(`corpora/${name}`, () => tests(text));
  else {
    console.warn(`Skipped: the test data ../shared/corpora/${name} are not beside the project`);
    describe.skip(`corpora/${name}: the test data are not beside the project`, () => tests('null'));
  }
}
