import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { restoreVersion } from '../../electron/core/restoreVersion.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, harm, newFigure, none, problem, randomOf, report, runsOf, type Figure } from './figure.ts';
import { articlesIn, canMount, troubles, unmountAll, type Trouble } from './libraryTroubles.ts';

afterEach(unmountAll);

const article = someArticle();
const inLibrary = 30;
const mark = { session: 'b'.repeat(32), edit: 1 };
/** Every name below a folder with its bytes; a folder has none. */
function tree(folder: string): ReadonlyMap<string, string> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names.map((name) => {
      const path = join(folder, name);
      return [name, statSync(path).isFile() ? readFileSync(path, 'base64') : ''];
    }),
  );
}

function compareTrees(
  figure: Figure,
  what: string,
  before: ReturnType<typeof tree>,
  after: ReturnType<typeof tree>,
) {
  for (const [name, bytes] of before)
    if (!after.has(name)) {
      count(figure, 'deletions');
      problem(figure, `${what}: ${name} is gone`);
    } else if (after.get(name) !== bytes) problem(figure, `${what}: ${name} was changed`);
  for (const name of after.keys())
    if (!before.has(name)) {
      count(figure, 'recreations');
      problem(figure, `${what}: ${name} was made`);
    }
}

/** A library of thirty articles with a history, one of them open and written on. */
async function setUp() {
  const folder = temporaryFolder();
  const [root, userData] = [join(folder, 'Newsroom'), join(folder, 'data')];
  const ports = testPorts();
  const library = await createLibrary(root, ports);
  for (let index = 1; index < inLibrary; index += 1) {
    const id = String(index).padStart(32, '0');
    writeFileSync(join(root, `story-${id}.copydesk`), articleToBytes({ ...article, id }));
  }
  const base = await library.articles.save(article, null, { reason: 'manual' });
  await library.articles.list();
  const journal = createJournal(ports, userData, library.library.id);
  return { root, aside: join(folder, 'aside'), ports, userData, library, journal, base };
}

type Desk = Awaited<ReturnType<typeof setUp>>;

/** What a window and a person may go on to do; each says why it could not. */
function attempts({ library, journal, base }: Desk, text: string) {
  const draft = rewritten(article, text);
  const save = (reason: 'autosave' | 'manual') =>
    saveDraft({ journal, articles: library.articles }, draft, base, mark, {
      reason,
      edited: { removed: 1e6 },
    });
  const always = [() => save('autosave'), () => save('manual'), () => save('autosave')];
  const inWhole = [
    () => library.articles.create({ language: 'en' }),
    () => library.articles.trash(article.id),
    () => library.articles.duplicate(article.id),
    () => library.articles.keepVersion(article.id, 'export'),
    async () => {
      const [version] = await library.history.list(article.id);
      await restoreVersion(library, article.id, version?.name ?? 'none');
    },
  ];
  return { always, inWhole };
}

async function suffer(figure: Figure, name: string, trouble: Trouble, text: string): Promise<void> {
  const desk = await setUp();
  const { root, aside, userData, library, journal } = desk;
  const back = trouble.happen(root, aside);
  figure.faults += 1;
  const [before, beforeAside] = [tree(root), tree(aside)];
  const { always, inWhole } = attempts(desk, text);
  for (const attempt of [...always, ...(trouble.refusesAll ? inWhole : [])]) {
    const thrown: unknown = await attempt().then(
      () => null,
      (error: unknown) => error,
    );
    if (thrown === null) problem(figure, `${name}: something was written`);
    else if (!(thrown instanceof CopydeskError)) problem(figure, `${name}: ${messageOf(thrown)}`);
    else count(figure, 'refused, and told why');
    if (always.includes(attempt as never) && !trouble.told.test(messageOf(thrown)))
      problem(figure, `${name}: the person is told “${messageOf(thrown)}”`);
  }
  await library.articles.list().catch(() => undefined);
  await library.sweep().catch(() => undefined);
  await recoverDrafts(journal, library.library, library.articles).catch(() => undefined);
  compareTrees(figure, name, before, tree(root));
  compareTrees(figure, `${name}, aside`, beforeAside, tree(aside));
  const journals = [...tree(userData).values()].map((bytes) => Buffer.from(bytes, 'base64').toString());
  if (!journals.some((one) => one.includes(text))) figure.lost += 1;
  back();
  // The folder is back: another start offers the draft, and the window's next try saves it.
  const { recovered } = await recoverDrafts(journal, library.library, library.articles);
  if (recovered.map(({ draft }) => draft.body.lastChild?.textContent).join() !== text)
    problem(figure, `${name}: the draft is not offered when the folder is back`);
  await attempts(desk, text).always[0]?.();
  const { article: now } = await library.articles.open(article.id);
  if (now.body.lastChild?.textContent === text) count(figure, 'saved when it was back');
  else figure.lost += 1;
  if (articlesIn(root).length !== inLibrary) problem(figure, `${name}: ${articlesIn(root).join()}`);
  if ((await journal.readAll()).files.length > 0) problem(figure, `${name}: the journal was not cut`);
}

it('a library folder in trouble: nothing deleted, nothing made anew, the journal kept, the person told', async () => {
  const figure = newFigure(
    'D18',
    'library folder missing, replaced, read-only, emptied, not fetched; then back',
  );
  const random = randomOf(figure.seed);
  const each = runsOf(3, 100);
  for (const [name, trouble] of Object.entries(troubles)) {
    if (name === 'read-only' && !canMount) {
      console.warn('Skipped: a read-only folder needs the right to mount');
      continue;
    }
    for (let index = 0; index < each; index += 1) {
      await suffer(figure, name, trouble, `Typed meanwhile ${random()}.`);
      figure.runs += 1;
      count(figure, name);
    }
  }
  figure.counts['deletions'] ??= 0;
  figure.counts['recreations'] ??= 0;
  report(figure);
  expect(harm(figure)).toEqual(none);
  expect(figure.counts['saved when it was back']).toBe(figure.runs);
});

it('a control that makes the folder it misses is caught', async () => {
  const figure = newFigure('D18', 'library folder missing or emptied, written plainly', 'control');
  for (const name of [
    'missing',
    'an empty mount point',
    'emptied of its articles',
    'the article not fetched (0 bytes)',
  ]) {
    const { root, aside, base } = await setUp();
    troubles[name]?.happen(root, aside);
    const before = tree(root);
    const path = join(root, base.file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, articleToBytes(rewritten(article, 'Typed meanwhile.')));
    compareTrees(figure, name, before, tree(root));
    figure.runs += 1;
  }
  report(figure);
  expect(figure.problems).toHaveLength(figure.runs);
});
