import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createLibrary, type OpenLibrary } from '../../electron/core/openLibrary.ts';
import { restoreVersion } from '../../electron/core/restoreVersion.ts';
import { articleToBytes, hashOf, hashOfBody } from '../../electron/core/serialise.ts';
import { articleToJson, parseArticle, type Article } from '../../shared/article/article.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { schema } from '../../shared/article/schema.ts';
import { messageOf } from '../../shared/error.ts';
import { anyArticle } from '../support/articleArbitrary.ts';
import { goldenFiles } from '../support/goldenVersions.ts';
import { rewritten } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';

type Json = { [name: string]: Value };
type Value = Json | Value[] | string | number | boolean | null;
type Random = () => number;
const pick = <T>(random: Random, from: readonly T[]): T | undefined =>
  from[Math.floor(random() * from.length)];
const parse = (text: string): Json => JSON.parse(text) as Json; // what we wrote ourselves
const isJson = (value: Value | undefined): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
// Lists of nodes, which we made ourselves.
const listOf = (value: Value | undefined): Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const nodesOf = (node: Json): readonly Json[] => [node, ...listOf(node['content']).flatMap(nodesOf)];
const blocksOf = (json: Json): Json[] => (isJson(json['body']) ? listOf(json['body']['content']) : []);
const later = (random: Random): Json => ({
  text: `kept-${Math.floor(random() * 1e9)}`,
  deep: { list: [1, null] },
});

/** What a later Copydesk may add, by name: each puts one thing into a file that this one does not know. */
const additions: Readonly<Record<string, (json: Json, random: Random) => void>> = {
  'envelope field': (json, random) => (json['desk'] = later(random)),
  'two envelope fields': (json, random) => Object.assign(json, { desk: [later(random)], assignment: null }),
  'field of headlines': (json, random) => (json['headlines'] = { seo: 'Known', push: later(random) }),
  'field of rights': (json, random) => (json['rights'] = { holder: 'Known', territories: [later(random)] }),
  block: (json, random) =>
    blocksOf(json).splice(5 + Math.floor(random() * (blocksOf(json).length - 4)), 0, {
      type: 'timeline',
      attrs: later(random),
      content: [{ type: 'timelineEntry', content: [{ type: 'text', text: `entry ${random()}` }] }],
    }),
  'header field': (json) =>
    void blocksOf(json).splice(2, 0, { type: 'deck', content: [{ type: 'text', text: 'A deck' }] }),
  mark: (json, random) => {
    const text = { type: 'text', text: 'marked', marks: [{ type: 'highlight', attrs: later(random) }] };
    blocksOf(json).push({ type: 'paragraph', content: [text] });
  },
  'attribute of a block': (json, random) => {
    const node = pick(random, blocksOf(json));
    if (node !== undefined) node['attrs'] = { ...(isJson(node['attrs']) ? node['attrs'] : {}), anchor: 'a1' };
  },
  'attribute of a part': (json, random) => {
    const body = json['body'];
    const node = pick(random, isJson(body) ? nodesOf(body).filter(({ type }) => type !== 'text') : []);
    if (node !== undefined) node['attrs'] = { ...(isJson(node['attrs']) ? node['attrs'] : {}), anchor: 'a1' };
  },
  'attribute of a mark': (json) =>
    void blocksOf(json).push({
      type: 'paragraph',
      content: [{ type: 'text', text: 'x', marks: [{ type: 'strong', attrs: { weight: 600 } }] }],
    }),
  'key of a node': (json, random) => {
    const node = pick(random, blocksOf(json));
    if (node !== undefined) node['comments'] = [later(random)];
  },
  version: (json) => (json['schemaVersion'] = schemaVersion + 1),
  'version that an older reader may not read': (json, random) => {
    additions['block']?.(json, random);
    Object.assign(json, { schemaVersion: schemaVersion + 1, minReader: schemaVersion + 1 });
  },
};
const names = Object.keys(additions);

/** A file as a later Copydesk would write it. */
function laterFile(article: Article, name: string, random: Random): string {
  const json = parse(Buffer.from(articleToBytes(article)).toString());
  additions[name]?.(json, random);
  json['sha256'] = hashOfBody(json['body']);
  return `${JSON.stringify(json, null, 2)}\n`;
}

/** Everything but what a save sets and a headline that was typed. */
function rest(text: string): string {
  const { rev: _rev, modified: _modified, sha256: _sha256, ...json } = parse(text);
  const blocks = blocksOf(json).map((block) => (block['type'] === 'headline' ? 'headline' : block));
  // The order of keys says nothing.
  return hashOfBody({ ...json, body: blocks });
}

const withHeadline = (article: Article, text: string): Article => ({
  ...article,
  body: schema.topNodeType.create(
    null,
    article.body.children.map((node) =>
      node.type.name === 'headline' ? schema.node('headline', null, schema.text(text)) : node,
    ),
  ),
});

/** Everything a window or a person may try: a file that is open for reading stays as it is, byte for byte. */
async function tryToSave(library: OpenLibrary, id: string, opened: Article, hash: string): Promise<void> {
  const { articles, history } = library;
  const bare = rewritten(opened, 'Emptied by a program.');
  for (const reason of ['autosave', 'manual', 'restore', 'import', 'recovered', 'conflict'] as const)
    await articles.save(bare, { hash }, { reason, edited: { removed: 1e9 } }).catch(() => undefined);
  await articles.duplicate(id).catch(() => undefined);
  for (const { name } of await history.list(id))
    await restoreVersion(library, id, name).catch(() => undefined);
}

async function openLater(figure: Figure, library: OpenLibrary, file: string, name: string): Promise<void> {
  const path = join(library.library.root, file);
  const before = readFileSync(path);
  const opened = await library.articles.open(file).catch((error: unknown) => messageOf(error));
  if (typeof opened === 'string') {
    problem(figure, `${name}: ${opened}`);
    return;
  }
  const { article, hash, readOnly } = opened;
  if (hash !== hashOf(before)) problem(figure, `${name}: another hash`);
  if (readOnly === null) {
    count(figure, 'opened for writing');
    // As it goes to a window and comes back.
    const drafted = parseArticle(parse(JSON.stringify(articleToJson(article))));
    await library.articles.save(withHeadline(drafted, 'A headline typed by hand'), opened);
    const { file: saved } = await library.articles.open(article.id);
    const after = readFileSync(join(library.library.root, saved), 'utf8');
    if (rest(after) !== rest(before.toString())) {
      figure.lost += 1;
      problem(figure, `${name}: something unknown is gone`);
    }
    if (!after.includes('A headline typed by hand')) problem(figure, `${name}: the headline was not saved`);
    return;
  }
  count(figure, 'opened read-only');
  await tryToSave(library, article.id, article, hash);
  if (!readFileSync(path).equals(before)) {
    figure.lost += 1;
    problem(figure, `${name}: opened read-only, and changed`);
  }
}

it('files of a later Copydesk keep what this one does not know, byte for byte or field by field', async () => {
  const figure = newFigure(
    'D13',
    'files of a later Copydesk opened, written on where allowed, saved every way',
  );
  const random = randomOf(figure.seed);
  const runs = runsOf(300, 10_000);
  const batch = 20;
  for (let run = 0; run < runs; run += batch) {
    const library = await createLibrary(temporaryFolder(), testPorts());
    for (const [index, article] of fc
      .sample(anyArticle, { seed: figure.seed + run, numRuns: batch })
      .entries()) {
      if (run + index >= runs) break;
      const name = names[(run + index) % names.length] ?? '';
      const id = String(run + index).padStart(32, '0');
      const file = `story-${id}.copydesk`;
      writeFileSync(join(library.library.root, file), laterFile({ ...article, id }, name, random));
      await openLater(figure, library, file, name);
      figure.runs += 1;
      count(figure, name);
    }
  }
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['opened for writing']).toBeGreaterThan(0);
  expect(figure.counts['opened read-only']).toBeGreaterThan(runs / 2);
});

it('golden files of every version open, are written on, and lose nothing', async () => {
  const figure = newFigure('D13-golden', 'golden files of every released version opened and saved');
  for (const { version, name, bytes } of goldenFiles) {
    const library = await createLibrary(temporaryFolder(), testPorts());
    const file = `golden-${name}`;
    writeFileSync(join(library.library.root, file), bytes);
    const opened = await library.articles.open(file);
    await library.articles.save(withHeadline(opened.article, 'Written on'), opened);
    const { article, file: saved } = await library.articles.open(opened.article.id);
    // What an older version calls otherwise its migration has lifted: only our own is compared field by field.
    const after = readFileSync(join(library.library.root, saved), 'utf8');
    if (version === schemaVersion && rest(after) !== rest(bytes.toString())) figure.lost += 1;
    const versions = await library.history.list(article.id);
    const kept = versions.map((one) =>
      readFileSync(join(library.library.root, '.copydesk', 'history', article.id, one.name)),
    );
    if (!kept.some((one) => one.equals(bytes))) problem(figure, `${name}: not kept as it was`);
    figure.runs += 1;
  }
  report(figure);
  expect(harm(figure)).toEqual(none);
});

it('a control that reads with the schema and writes back is caught: it drops what it does not know', () => {
  const figure = newFigure('D13', 'files of a later Copydesk, read leniently and written back', 'control');
  const random = randomOf(figure.seed);
  const articles = fc.sample(anyArticle, { seed: figure.seed, numRuns: runsOf(50, 500) });
  for (const [index, article] of articles.entries()) {
    const name = names[index % names.length] ?? '';
    const before = laterFile(article, name, random);
    figure.runs += 1;
    try {
      const read = parseArticle({ ...parse(before), schemaVersion });
      const after = Buffer.from(articleToBytes(read)).toString();
      if (rest(after) !== rest(before)) figure.lost += 1;
    } catch {
      count(figure, 'refused');
    }
  }
  report(figure);
  expect(figure.lost).toBeGreaterThan(0);
});
