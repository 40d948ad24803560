import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { ArticleStore } from '../../electron/core/articleStore.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { articleFixtures } from '../support/articleFixtures.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';

type Damage = (bytes: Buffer, random: () => number) => Buffer;
const below = (random: () => number, end: number): number => Math.floor(random() * end);

const damages: Readonly<Record<string, Damage>> = {
  'one bit': (bytes, random) => {
    const damaged = Buffer.from(bytes);
    const at = below(random, bytes.length);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << below(random, 8));
    return damaged;
  },
  'many bits': (bytes, random) => {
    const damaged = Buffer.from(bytes);
    for (let flip = 0; flip < 64; flip += 1) {
      const at = below(random, bytes.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << below(random, 8));
    }
    return damaged;
  },
  'cut at a sector': (bytes, random) => bytes.subarray(0, 512 * below(random, bytes.length / 512)),
  'cut anywhere': (bytes, random) => bytes.subarray(0, below(random, bytes.length)),
  'NULs at the end': (bytes, random) => Buffer.from(bytes).fill(0, below(random, bytes.length)),
  'NULs inside': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.from(bytes).fill(0, at, Math.min(bytes.length, at + 1 + below(random, 512)));
  },
  'byte-order mark': (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes]),
  'UTF-16': (bytes, random) => {
    const wide = Buffer.from(`\uFEFF${bytes.toString()}`, 'utf16le');
    return random() < 0.5 ? wide : wide.swap16();
  },
  CRLF: (bytes) => Buffer.from(bytes.toString().replaceAll('\n', '\r\n')),
  '0 bytes': () => Buffer.alloc(0),
  'another file inside': (bytes, random) => {
    const at = below(random, bytes.length);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(below(random, at + 1))]);
  },
};
const names = Object.keys(damages);
const originals = [someArticle({ digit: 'b' }), ...articleFixtures.map(({ article }) => article)];

/** Opens one damaged file; an article that opens to be written must say what its file said. */
async function openDamaged(figure: Figure, articles: ArticleStore, file: string, body: string) {
  figure.runs += 1;
  figure.faults += 1;
  try {
    const { article, readOnly } = await articles.open(file);
    if (readOnly !== null) return count(figure, 'opened read-only');
    count(figure, 'opened whole (the text was not met)');
    if (JSON.stringify(article.body.toJSON()) === body) return;
    figure.torn += 1;
    problem(figure, `${file}: opens to be written, with another text`);
  } catch (error) {
    if (error instanceof CopydeskError) count(figure, 'refused with its reason');
    else problem(figure, `${file}: ${messageOf(error)}`);
  }
}

it('damaged files: none crashes the store, none is changed, the sound ones open beside them', async () => {
  const figure = newFigure('D7', 'damaged files opened by the store, sound ones beside them');
  const random = randomOf(figure.seed);
  const runs = runsOf(500, 20_000);
  const batch = 50;
  const sound = ['c', 'd', 'e'].map((digit) => someArticle({ digit }));
  for (let run = 0; run < runs; run += batch) {
    const root = temporaryFolder();
    const { articles } = await createLibrary(root, testPorts());
    for (const article of sound) await articles.create(article);
    const files = new Map<string, { readonly bytes: Buffer; readonly body: string }>();
    for (let index = run; index < Math.min(runs, run + batch); index += 1) {
      const name = names[index % names.length] ?? '';
      const article = originals[below(random, originals.length)] ?? someArticle();
      const bytes = damages[name]?.(Buffer.from(articleToBytes(article)), random) ?? Buffer.alloc(0);
      const file = `${index} ${name}.copydesk`;
      files.set(file, { bytes, body: JSON.stringify(article.body.toJSON()) });
      writeFileSync(join(root, file), bytes);
    }
    const listed = readdirSync(root);
    const entries = await articles.list();
    if (entries.length !== files.size + sound.length)
      problem(figure, `${entries.length} of ${files.size + sound.length} files are listed`);
    for (const [file, { body }] of files) await openDamaged(figure, articles, file, body);
    for (const { id } of sound) {
      const opened = await articles.open(id).catch(() => null);
      if (opened?.readOnly === null) count(figure, 'sound ones opened');
      else problem(figure, `a sound article does not open beside damaged ones (run ${run})`);
    }
    for (const [file, { bytes }] of files) {
      if (!readFileSync(join(root, file)).equals(bytes)) problem(figure, `${file} was changed by opening`);
      else count(figure, 'unchanged, byte for byte');
    }
    if (readdirSync(root).join() !== listed.join()) problem(figure, 'files came or went by opening');
  }
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['unchanged, byte for byte']).toBe(runs);
});
