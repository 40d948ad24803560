import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The texts that no file, conflict copy or version in these folders holds. */
export function missingIn(roots: readonly string[], texts: Iterable<string>): readonly string[] {
  const disk = roots
    .flatMap((root) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)),
    )
    .filter((path) => /[^/]\.copydesk$/.test(path))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  return [...new Set(texts)].filter((text) => !disk.includes(text));
}
