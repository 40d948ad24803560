import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryPattern } from '../../electron/core/atomicWrite.ts';
import { exportArticle } from '../../electron/core/exportArticle.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { markdown } from '../../shared/formats/markdown.ts';
import { CopydeskError } from '../../shared/error.ts';
import { goldenTheme } from '../support/articleFixtures.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, report, scale, type Figure } from './figure.ts';

const kib = 1024;
const size = 1_024 * kib;
/** An article of about 100 KB; `text` marks the version. */
const article = (text: string) => ({
  ...someArticle({
    paragraphs: [text, ...Array.from({ length: 280 }, () => `${text} ${'Words that fill. '.repeat(20)}`)],
  }),
});

/** A disk of 1 MiB; null where none can be made. */
function smallDisk(): { readonly path: string; readonly unmount: () => void } | null {
  const path = temporaryFolder();
  const made = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size / kib}k`, 'tmpfs', path]);
  if (made.status !== 0) return null;
  return { path, unmount: () => spawnSync('umount', [path]) };
}

/** Leaves so many bytes free on a disk; answers how to give them all back. */
function leaveFree(disk: string, free: number): () => void {
  const ballast = join(disk, 'ballast');
  const stat = statfsSync(disk);
  const take = Math.max(0, stat.bavail * stat.bsize - free);
  writeFileSync(ballast, Buffer.alloc(take, 1));
  return () => rmSync(ballast);
}

type Deed = 'autosave' | 'manual save' | 'journal' | 'export';
const deeds: readonly Deed[] = ['autosave', 'manual save', 'journal', 'export'];

interface Desk {
  readonly run: (deed: Deed, text: string) => Promise<boolean>;
  readonly intact: (deed: Deed, texts: readonly string[]) => Promise<string | null>;
  readonly orphans: () => number;
}

/** A library, a journal and an exported page on one disk, each with the text “Old”. */
async function desk(disk: string): Promise<Desk> {
  const root = join(disk, 'library');
  mkdirSync(root);
  const ports = testPorts();
  const { articles, library } = await createLibrary(root, ports);
  const journal = createJournal(ports, join(disk, 'user'), library.id);
  let base = await articles.save(article('Old'), null);
  let edit = 1;
  const target = join(disk, 'page.md');
  const settings = { theme: goldenTheme };
  const readMedia = async () => null;
  const write = async (deed: Deed, text: string): Promise<unknown> => {
    if (deed === 'journal') {
      edit += 1;
      return journal.append(article(text), { session: 'one', edit, base: base.hash });
    }
    if (deed === 'export')
      return exportArticle(ports, { article: article(text), format: markdown, settings, target, readMedia });
    const reason = deed === 'autosave' ? 'autosave' : 'manual';
    base = await articles.save(article(text), base, { reason });
    if (base.unkept !== null) throw new CopydeskError(base.unkept.code, 'saved, without its version');
    return null;
  };
  const found = async (deed: Deed): Promise<string> => {
    if (deed === 'export') return /Old|New|Next/.exec(readFileSync(target, 'utf8'))?.[0] ?? '';
    if (deed === 'journal') {
      const { files } = await createJournal(testPorts(), join(disk, 'user'), library.id).readAll();
      const draft = files[0]?.records[0]?.payload ?? new Uint8Array();
      return /Old|New|Next/.exec(Buffer.from(draft).toString())?.[0] ?? '';
    }
    const { article: read, readOnly } = readArticle(readFileSync(join(root, base.file)));
    return readOnly === null ? read.body.child(5).textContent : readOnly.message;
  };
  return {
    run: (deed, text) =>
      write(deed, text).then(
        () => true,
        (error: unknown) => {
          if (error instanceof CopydeskError && error.code === 'disk-full') return false;
          if (error instanceof CopydeskError && /takes no more bytes|kept \d+ of/.test(error.message))
            return false;
          throw error;
        },
      ),
    intact: async (deed, texts) => {
      const text = await found(deed);
      return texts.includes(text) ? null : `“${text.slice(0, 80)}” instead of ${texts.join(' or ')}`;
    },
    orphans: () =>
      readdirSync(disk, { recursive: true, encoding: 'utf8' }).filter((name) =>
        temporaryPattern.test(name.split('/').at(-1) ?? ''),
      ).length,
  };
}

async function fill(figure: Figure, deed: Deed, free: number): Promise<void> {
  const disk = smallDisk();
  if (disk === null) throw new Error('The disk could not be made');
  const about = `${deed}, ${free / kib} KiB free`;
  try {
    const { run, intact, orphans } = await desk(disk.path);
    await run(deed === 'manual save' ? 'autosave' : deed, 'Old');
    const giveBack = leaveFree(disk.path, free);
    figure.runs += 1;
    const done = await run(deed, 'New');
    count(figure, done ? 'done' : 'told that the disk is full');
    if (!done) figure.faults += 1;
    // A save whose version alone did not fit is done and told; all else is as it was.
    const allowed = done ? ['New'] : deed === 'manual save' ? ['Old', 'New'] : ['Old'];
    const wrong = await intact(deed, allowed);
    if (wrong !== null) {
      figure.torn += 1;
      problem(figure, `${about}: ${wrong}`);
    }
    count(figure, 'temps left', orphans());
    giveBack();
    if (!(await run(deed, 'Next')) || (await intact(deed, ['Next'])) !== null) {
      figure.lost += 1;
      problem(figure, `${about}: the next one fails though there is space again`);
    }
  } finally {
    disk.unmount();
  }
}

const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const path = join(temporaryFolder(), 'try');
  mkdirSync(path);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', path]).status === 0;
  if (mounted) spawnSync('umount', [path]);
  return mounted;
})();
if (!canMount) console.log('skipped: the full disk (D4) needs Linux, root and leave to mount a tmpfs');

it.skipIf(!canMount)('a control that writes plainly is caught: a full disk cuts the good file', () => {
  const figure = newFigure('D4', 'disk full, tmpfs of 1 MiB', 'control');
  const bytes = articleToBytes(article('Old'));
  for (let free = 0; free < 192 * kib; free += 64 * kib) {
    const disk = smallDisk();
    if (disk === null) throw new Error('The disk could not be made');
    const path = join(disk.path, 'story.copydesk');
    writeFileSync(path, bytes);
    leaveFree(disk.path, free);
    figure.runs += 1;
    figure.faults += 1;
    try {
      writeFileSync(path, Buffer.concat([articleToBytes(article('New')), Buffer.alloc(size)]));
    } catch {
      // It is told; what is left of the file is what counts.
    }
    const left = readFileSync(path);
    if (left.length === 0) figure.empty += 1;
    else if (!left.equals(bytes)) figure.torn += 1;
    disk.unmount();
  }
  report(figure);
  expect(figure.torn + figure.empty).toBeGreaterThan(0);
});

it.skipIf(!canMount)('a full disk: the old file stays, it is told, and the next save works', async () => {
  const step = scale === null ? 64 * kib : 4 * kib;
  const figure = newFigure('D4', `disk full, tmpfs of 1 MiB, each ${step / kib} KiB of free space`);
  const end = 448 * kib;
  for (const deed of deeds) for (let free = 0; free <= end; free += step) await fill(figure, deed, free);
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['temps left']).toBe(0);
  expect(figure.faults).toBeGreaterThan(0);
});
