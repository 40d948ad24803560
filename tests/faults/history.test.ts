import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { spentVersions } from '../../electron/core/historyRule.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { restoreVersion } from '../../electron/core/restoreVersion.ts';
import { hashOfBody } from '../../electron/core/serialise.ts';
import { newestFirst, type Version } from '../../electron/core/versionName.ts';
import { statuses } from '../../shared/article/article.ts';
import { formats } from '../../shared/formats/index.ts';
import { goldenTheme } from '../support/articleFixtures.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';

type Random = () => number;
const article = someArticle();
const { id } = article;
const minute = 60_000;
const day = 24 * 60 * minute;
const textOf = (body: { readonly lastChild: { readonly textContent: string } | null }) =>
  body.lastChild?.textContent ?? '';

async function setUp() {
  const ports = testPorts();
  const root = temporaryFolder();
  const { articles, history } = await createLibrary(root, ports);
  const bodyOf = (file: string) =>
    hashOfBody((JSON.parse(readFileSync(join(root, file), 'utf8')) as { body: unknown }).body);
  return { ports, root, articles, history, bodyOf };
}

/** A day at a desk: typing with automatic saves, and everything after which a version must be there. */
async function workAnHour(figure: Figure, random: Random): Promise<void> {
  const { ports, root, articles, history, bodyOf } = await setUp();
  let text = 'Begun.';
  let draft = rewritten(article, text);
  let base = await articles.save(draft, null);
  let wanted: string[] = [];
  let status = 0;
  // The newest text of each stretch of five minutes, once it is over.
  let sinceVersion = 0;
  for (let step = 0; step < 60; step += 1) {
    ports.clock.pass(30_000 + Math.floor(random() * 30_000));
    text = `Step ${step} ${random()}`;
    draft = rewritten(draft, text);
    const does = random();
    const before = (await history.list(id)).length;
    if (does < 0.7) {
      base = await articles.save(draft, base);
      const last = (await history.list(id))[0];
      if ((await history.list(id)).length > before) sinceVersion = ports.clock.elapsed();
      if (ports.clock.elapsed() - sinceVersion > 6 * minute)
        problem(
          figure,
          `no version for ${(ports.clock.elapsed() - sinceVersion) / minute} minutes; ${last?.name ?? ''}`,
        );
      count(figure, 'automatic saves');
      continue;
    }
    if (does < 0.78) base = await articles.save(draft, base, { reason: 'manual' });
    else if (does < 0.84) base = await articles.save(draft, base, { reason: 'import' });
    else if (does < 0.9) {
      base = await articles.save(draft, base);
      // As main does it after an export.
      await articles.keepVersion(base.file, 'export');
    } else if (does < 0.95) {
      status = (status + 1) % statuses.length;
      draft = { ...draft, status: statuses[status] ?? 'draft' };
      base = await articles.save(draft, base);
    } else {
      base = await articles.save(draft, base);
      const all = await history.list(id);
      const chosen = all[Math.floor(random() * all.length)];
      if (chosen === undefined) continue;
      await restoreAndUndo(figure, { articles, history, bodyOf }, chosen);
      const opened = await articles.open(id);
      [draft, base] = [opened.article, { ...base, hash: opened.hash, rev: opened.article.rev }];
      wanted = [...wanted, text];
      sinceVersion = ports.clock.elapsed();
      continue;
    }
    wanted = [...wanted, text];
    sinceVersion = ports.clock.elapsed();
    count(figure, 'saves that want a version');
  }
  const found = new Set<string>();
  for (const { name } of await history.list(id)) {
    const { article: version } = await history.read(id, name);
    found.add(textOf(version.body));
    for (const format of formats)
      if (format.render(version, { theme: goldenTheme }) !== '') count(figure, 'versions exported');
  }
  for (const one of wanted)
    if (!found.has(one)) {
      figure.lost += 1;
      problem(figure, `“${one}” is no version`);
    }
  if (readdirSync(root).filter((name) => name.endsWith('.copydesk') && name !== '.copydesk').length !== 1)
    problem(figure, 'more than the one file');
}

type Desk = Pick<Awaited<ReturnType<typeof setUp>>, 'articles' | 'history' | 'bodyOf'>;

/** Restores a version, compares the body byte for byte, takes it back, compares again. */
async function restoreAndUndo(figure: Figure, desk: Desk, chosen: Version): Promise<void> {
  const { articles, history, bodyOf } = desk;
  const now = await articles.open(id);
  const [had, old] = [bodyOf(now.file), (await history.read(id, chosen.name)).article];
  const { file, replaced } = await restoreVersion({ articles, history }, id, chosen.name);
  if (bodyOf(file) !== hashOfBody(old.body.toJSON())) figure.torn += 1;
  if (replaced === null) {
    problem(figure, 'a restore without a way back');
    return;
  }
  await restoreVersion({ articles, history }, id, replaced);
  if (bodyOf(file) !== had) figure.torn += 1;
  const back = await articles.open(id);
  if (!back.article.body.eq(now.article.body)) figure.torn += 1;
  count(figure, 'restored and undone, byte for byte');
}

it('every save by hand, export, import, restore, change of status and five minutes is a version, and can be restored', async () => {
  const figure = newFigure(
    'D16',
    'hours at a desk of 60 saves each; torn = a restore or its undo with another body',
  );
  const random = randomOf(figure.seed);
  const runs = runsOf(5, 300);
  for (; figure.runs < runs; figure.runs += 1) await workAnHour(figure, random);
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['restored and undone, byte for byte']).toBeGreaterThan(0);
});

/** Versions over 200 days: bursts of automatic ones, some by hand. */
function yearOfVersions(random: Random): readonly Version[] {
  const versions: Version[] = [];
  let at = Date.UTC(2026, 0, 1);
  const end = at + 200 * day;
  for (let rev = 1; at < end; rev += 1) {
    at += random() < 0.9 ? 5 * minute : Math.floor(random() * 2 * day);
    const reason = random() < 0.1 ? ('manual' as const) : ('autosave' as const);
    versions.push({ name: `${rev}`, rev, at, reason });
  }
  return versions;
}

type Rule = (versions: readonly Version[]) => readonly Version[];

/** Keeps one version after the other, thinning as the history does; judges what is left by the promise. */
function thin(figure: Figure, random: Random, rule: Rule): void {
  let kept: readonly Version[] = [];
  const all = yearOfVersions(random);
  for (const version of all) {
    kept = [version, ...kept];
    const spent = new Set(rule(kept));
    kept = kept.filter((one) => !spent.has(one));
  }
  const now = all.at(-1)?.at ?? 0;
  const names = new Set(kept.map(({ name }) => name));
  const newest = all.toSorted(newestFirst).slice(0, 50);
  const byHand = all.filter(({ reason, at }) => reason === 'manual' && now - at <= 90 * day);
  const days = new Set(all.filter(({ at }) => now - at < 90 * day).map(({ at }) => Math.floor(at / day)));
  const keptDays = new Set(kept.map(({ at }) => Math.floor(at / day)));
  for (const one of new Set([...newest, ...byHand]))
    if (!names.has(one.name)) {
      figure.lost += 1;
      problem(figure, `${one.reason} of ${Math.round((now - one.at) / day)} days ago is gone`);
    }
  for (const one of days) if (!keptDays.has(one)) figure.missing += 1;
  count(figure, 'versions made', all.length);
  count(figure, 'kept', kept.length);
  figure.runs += 1;
}

it('at least 50 versions and 90 days are kept: all by hand, and one of each day', () => {
  const figure = newFigure(
    'D16-thinning',
    '200 days of versions, thinned; missing = days of the last 90 without one',
  );
  const random = randomOf(figure.seed);
  const runs = runsOf(3, 40);
  while (figure.runs < runs) thin(figure, random, spentVersions);
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['kept']).toBeLessThan(figure.counts['versions made'] ?? 0);
});

it('a control that keeps the newest hundred is caught', () => {
  const figure = newFigure('D16-thinning', '200 days of versions, the newest hundred kept', 'control');
  thin(figure, randomOf(figure.seed), (versions) => versions.slice(100));
  report(figure);
  expect(figure.lost).toBeGreaterThan(0);
});
