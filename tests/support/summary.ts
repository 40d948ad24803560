import { existsSync, readFileSync } from 'node:fs';

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

// The reports are written by vitest and Playwright themselves; a field that is missing counts as a failure to report.
const read = (file: string): Record<string, unknown> | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>) : null;

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

const vitest = (file: string): Counts => {
  const report = read(file);
  if (report === null) return { passed: 0, failed: 1, skipped: 0 };
  const suites = number(report['numFailedTestSuites']);
  const failed = number(report['numFailedTests']);
  // A file that does not even load fails as a suite without a failed test.
  return {
    passed: number(report['numPassedTests']),
    failed: failed === 0 && suites > 0 ? suites : failed,
    skipped: number(report['numPendingTests']) + number(report['numTodoTests']),
  };
};

const endToEnd = (): Counts => {
  const stats = read('test-results/playwright.json')?.['stats'] as Record<string, unknown> | undefined;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return {
    passed: number(stats['expected']) + number(stats['flaky']),
    failed: number(stats['unexpected']),
    skipped: number(stats['skipped']),
  };
};

const all = [
  vitest('test-results/unit.json'),
  vitest('test-results/faults-tests.json'),
  endToEnd(),
  // Run by .ci/run alone, after the README's test command.
  vitest('test-results/judges.json'),
  vitest('test-results/corpora.json'),
];
const sum = (name: keyof Counts): number => all.reduce((total, counts) => total + counts[name], 0);
const skipped = sum('skipped');
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
