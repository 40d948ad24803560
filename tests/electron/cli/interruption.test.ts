import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { interruptible } from '../../../electron/cli/interruption.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { projectRoot } from '../../support/projectRoot.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const cli = join(projectRoot, 'electron', 'cli.ts');

it('removes what is half-written, and only that', async () => {
  const folder = temporaryFolder();
  const { files, abandon } = interruptible(nodePorts.files);
  for (const name of ['a', 'b', 'c']) await (await files.create(join(folder, name))).close();
  await files.rename(join(folder, 'a'), join(folder, 'done'));
  await files.remove(join(folder, 'b'));
  abandon();
  expect(readdirSync(folder)).toEqual(['done']);
});

it('Ctrl+C in the middle of an export leaves whole files and no temp files', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const files = Array.from({ length: 300 }, (_, index) => {
    const file = join(folder, `story-${index}.txt`);
    writeFileSync(file, `Headline ${index}\n\n${'A sentence of the story. '.repeat(400)}\n`);
    return file;
  });
  const child = spawn(process.execPath, [cli, 'export', ...files, '--to', 'html,markdown', '--out', out]);
  child.stderr.resume();
  // The first path that is printed: the export is under way.
  child.stdout.once('data', () => child.kill('SIGINT'));
  const [code] = (await once(child, 'close')) as [number | null]; // as Node documents
  expect(code).toBe(130);
  const names = readdirSync(out);
  expect(names.length).toBeGreaterThan(0);
  expect(names.length).toBeLessThan(600);
  expect(names.filter((name) => !/^story-\d+\.(?:html|md)$/.test(name))).toEqual([]);
});

it('ends quietly when nobody reads its output any more', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'story.txt');
  writeFileSync(file, 'Headline\n\nText.\n');
  const many = Array.from({ length: 50 }, () => file);
  const child = spawn(process.execPath, [cli, 'export', ...many, '--to', 'markdown', '--out', folder]);
  let err = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null]; // as Node documents
  expect(code).toBe(141);
  expect(err).not.toMatch(/EPIPE|\n\s+at /);
});
