import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** A file as a released Copydesk wrote it, of some schema version. */
export interface GoldenFile {
  readonly version: number;
  readonly name: string;
  readonly bytes: Buffer;
}

const folder = join(projectRoot, 'tests', 'fixtures', 'versions');

/** Every golden file, `tests/fixtures/versions/<version>/*.copydesk`. They are never changed: a new version gets a new folder. */
export const goldenFiles: readonly GoldenFile[] = readdirSync(folder).flatMap((version) =>
  readdirSync(join(folder, version)).map((name) => ({
    version: Number(version),
    name,
    bytes: readFileSync(join(folder, version, name)),
  })),
);
