import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes, hashOfBody } from '../../electron/core/serialise.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import { start } from './program.ts';

interface Told {
  readonly kind: 'saving' | 'saved';
  readonly file: string;
}

const inLibrary = 40;
const paragraphs = Array.from({ length: 250 }, (_, index) => `Paragraph ${index} of the story. `.repeat(14));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A library of articles of today; answers their files with their bytes. */
async function libraryOfToday(root: string): Promise<ReadonlyMap<string, Buffer>> {
  await createLibrary(root, testPorts());
  const files = new Map<string, Buffer>();
  for (let index = 0; index < inLibrary; index += 1) {
    const id = String(index).padStart(32, '0');
    const bytes = Buffer.from(articleToBytes({ ...someArticle({ paragraphs }), id }));
    writeFileSync(join(root, `story-${id}.copydesk`), bytes);
    files.set(`story-${id}.copydesk`, bytes);
  }
  return files;
}

/** A whole file of tomorrow, by its own checksum. */
function isLifted(bytes: Buffer): boolean {
  try {
    // What a whole one holds is known; anything else throws or compares unequal.
    const json = JSON.parse(bytes.toString()) as Readonly<Record<string, unknown>>;
    const { schemaVersion: version, sha256, body, lifted } = json;
    return version === schemaVersion + 1 && lifted === true && sha256 === hashOfBody(body);
  } catch {
    return false;
  }
}

function judge(figure: Figure, root: string, before: ReadonlyMap<string, Buffer>): void {
  const present = new Set(readdirSync(root).filter(isArticleName));
  for (const [file, old] of before) {
    const bytes = present.has(file) ? readFileSync(join(root, file)) : null;
    if (bytes === null) figure.missing += 1;
    else if (bytes.length === 0) figure.empty += 1;
    else if (bytes.equals(old)) count(figure, 'old, byte for byte');
    else if (!isLifted(bytes)) figure.torn += 1;
    else {
      count(figure, 'new');
      if (historyOf(root, file).some((version) => version.equals(old)))
        count(figure, 'with the old one kept');
      else figure.lost += 1;
    }
  }
}

function historyOf(root: string, file: string): readonly Buffer[] {
  const id = file.slice('story-'.length, -'.copydesk'.length);
  try {
    const folder = join(root, '.copydesk', 'history', id);
    return readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  } catch {
    return [];
  }
}

async function killMigrations(figure: Figure, kills: number, writer: 'copydesk' | 'plain'): Promise<void> {
  const random = randomOf(figure.seed);
  for (; figure.runs < kills; figure.runs += 1) {
    const root = temporaryFolder();
    const before = await libraryOfToday(root);
    const migrator = start<Told>('migrator.ts', [root, writer, ...before.keys()]);
    const first = Math.floor(random() * (inLibrary - 2));
    const [from = ''] = [...before.keys()].slice(first);
    await migrator.until(({ kind, file }) => kind === 'saving' && file === from);
    await pause(random() * 12);
    await migrator.kill();
    figure.faults += 1;
    judge(figure, root, before);
    const acknowledged = migrator.messages.filter(({ kind }) => kind === 'saved').map(({ file }) => file);
    for (const file of acknowledged)
      if (!isLifted(readFileSync(join(root, file))))
        problem(figure, `${file} was acknowledged, and is not new`);
  }
  report(figure);
}

it('a control that migrates in place is caught: nothing goes back to the old file', async () => {
  const figure = newFigure('D13-migration', 'kill -9 during a migration', 'control');
  await killMigrations(figure, runsOf(5, 50), 'plain');
  expect(figure.lost).toBeGreaterThan(0);
});

it('a migration killed anywhere leaves the old file, or the new one with the old one in the history', async () => {
  const figure = newFigure(
    'D13-migration',
    `kill -9 during the migration of ${inLibrary} articles of 110 KB`,
  );
  await killMigrations(figure, runsOf(20, 500), 'copydesk');
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['old, byte for byte']).toBeGreaterThan(0);
  expect(figure.counts['with the old one kept']).toBeGreaterThan(0);
});
