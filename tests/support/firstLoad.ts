import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from './projectRoot.ts';

/** A script that a window loads before it can be typed in. */
export interface FirstScript {
  readonly file: string;
  readonly bytes: number;
  /** Bytes, gzip at its default level. */
  readonly gzip: number;
}

const scriptsIn = (page: string): readonly string[] =>
  [...page.matchAll(/<(?:script|link)[^>]*(?:src|href)="\.\/([^"]+\.js)"/gu)].flatMap(
    ([, file]) => file ?? [],
  );

const importsOf = (code: string): readonly string[] =>
  [...code.matchAll(/(?:^|[;\n}])\s*import(?:[^"'();]*?from)?\s*["'`]\.\/([^"'`]+\.js)["'`]/gu)].flatMap(
    ([, file]) => file ?? [],
  );

/** The built renderer's first load: the page's scripts and all that they import statically. Needs `npm run build`. */
export function firstLoad(): readonly FirstScript[] {
  const folder = join(projectRoot, 'dist', 'renderer');
  const scripts = new Map<string, FirstScript>();
  const waiting = [...scriptsIn(readFileSync(join(folder, 'index.html'), 'utf8'))];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (scripts.has(file)) continue;
    const code = readFileSync(join(folder, file), 'utf8');
    scripts.set(file, { file, bytes: Buffer.byteLength(code), gzip: gzipSync(code).length });
    waiting.push(...importsOf(code).map((name) => `assets/${name}`));
  }
  return [...scripts.values()].toSorted((one, other) => other.gzip - one.gzip);
}
