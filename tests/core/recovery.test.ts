import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../shared/article/article.ts';
import { plainText } from '../../shared/article/text.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { journalFolders } from '../../electron/core/journalFiles.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { killed } from '../support/killed.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

async function start(root: string, userData: string) {
  const ports = testPorts();
  const { articles, library } = await createLibrary(root, ports);
  const journal = createJournal(ports, userData, library.id);
  return { ports, root, userData, articles, library, journal };
}
const setUp = () => start(temporaryFolder(), temporaryFolder());

const lastOf = (article: Article | undefined): string =>
  article?.body.lastChild === null || article === undefined ? '' : plainText(article.body.lastChild);
const article = someArticle();
const typed = (text: string) => rewritten(article, text);
const mark = (edit: number, session = 'one') => ({ session, edit });

describe('a start', () => {
  it('offers what was typed after the last save, beside the saved article', async () => {
    const { articles, journal, library, ports } = await setUp();
    const base = await articles.save(typed('Saved'), null);
    ports.clock.pass(5_000);
    await journal.append(typed('Typed'), { ...mark(1), base: base.hash });
    const { recovered } = await recoverDrafts(journal, library, articles);
    expect(recovered).toMatchObject([{ id: article.id, edit: 1, base: base.hash, at: ports.clock.now() }]);
    expect(lastOf(recovered[0]?.draft)).toBe('Typed');
    expect(lastOf(recovered[0]?.saved?.article)).toBe('Saved');
  });

  it('offers it again until the person has chosen', async () => {
    const { articles, journal, library } = await setUp();
    await journal.append(typed('Typed'), { ...mark(1), base: null });
    for (let round = 0; round < 2; round += 1)
      expect((await recoverDrafts(journal, library, articles)).recovered).toHaveLength(1);
    await journal.discard(article.id, 'one');
    expect((await recoverDrafts(journal, library, articles)).recovered).toEqual([]);
  });

  it('offers nothing that is saved, and forgets it', async () => {
    const { articles, journal, library } = await setUp();
    await journal.append(typed('Typed'), { ...mark(1), base: null });
    await articles.save(typed('Typed'), null);
    expect((await recoverDrafts(journal, library, articles)).recovered).toEqual([]);
    expect((await journal.readAll()).files).toEqual([]);
  });

  it('offers nothing that a conflict copy holds', async () => {
    const { root, userData, articles, journal, library } = await setUp();
    const base = await articles.save(typed('Start'), null);
    const other = await start(root, userData);
    await other.articles.save(typed('Theirs'), base);
    await expect(saveDraft({ journal, articles }, typed('Mine'), base, mark(1))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await recoverDrafts(journal, library, articles)).recovered).toEqual([]);
  });

  it('offers the draft of an article that was deleted, or that the library cannot read', async () => {
    const { root, articles, journal, library } = await setUp();
    const saved = await articles.save(typed('Saved'), null);
    await journal.append(typed('Typed'), { ...mark(1), base: saved.hash });
    await articles.trash(article.id);
    const deleted = await recoverDrafts(journal, library, articles);
    expect(deleted.recovered).toMatchObject([{ saved: null, problem: null }]);
    await articles.restore(article.id);
    truncateSync(join(root, saved.file), 300);
    const damaged = await recoverDrafts(journal, library, articles);
    expect(damaged.recovered).toMatchObject([{ saved: null, problem: { code: 'damaged' } }]);
    expect(lastOf(damaged.recovered[0]?.draft)).toBe('Typed');
  });

  it('leaves alone the drafts of windows that are alive', async () => {
    const { articles, journal, library } = await setUp();
    await journal.append(typed('Left'), { ...mark(1, 'left'), base: null });
    await journal.append(typed('Right'), { ...mark(1, 'right'), base: null });
    const { recovered } = await recoverDrafts(journal, library, articles, new Set(['left']));
    expect(recovered.map(({ session }) => session)).toEqual(['right']);
  });

  it('tells of a draft that a newer Copydesk wrote, and keeps it', async () => {
    const { articles, journal, library } = await setUp();
    const newer = { ...article, schemaVersion: 2 } as unknown as Article; // as a later version would write it
    await journal.append(newer, { ...mark(1), base: null });
    for (let round = 0; round < 2; round += 1)
      expect(await recoverDrafts(journal, library, articles)).toMatchObject({
        recovered: [],
        unreadable: [{ id: article.id, problem: { code: 'newer' } }],
      });
  });

  it('never reads damage as an emptied article', async () => {
    const { articles, journal, library, userData } = await setUp();
    await articles.save(typed('Saved'), null);
    await journal.append(typed('Typed'), { ...mark(1), base: null });
    const path = join(journalFolders(userData, library.id).own, `${article.id}.journal`);
    for (const bytes of ['', '\0'.repeat(999), '{"draft": {"type": "doc"}}']) {
      writeFileSync(path, bytes);
      const { recovered, quarantined } = await recoverDrafts(journal, library, articles);
      expect(recovered).toEqual([]);
      expect(quarantined).toHaveLength(bytes === '' ? 0 : 1);
    }
    expect(lastOf((await articles.open(article.id)).article)).toBe('Saved');
  });

  it('never offers a draft in another library', async () => {
    const userData = temporaryFolder();
    const one = await start(temporaryFolder(), userData);
    const two = await start(temporaryFolder(), userData);
    await one.journal.append(typed('Typed'), { ...mark(1), base: null });
    expect((await recoverDrafts(two.journal, two.library, two.articles)).recovered).toEqual([]);
    expect((await recoverDrafts(one.journal, one.library, one.articles)).recovered).toHaveLength(1);
  });
});

describe('a save', () => {
  it('cuts the journal only when it is on the disk', async () => {
    const { articles, journal, library, ports } = await setUp();
    ports.faulty.inject({ call: 'rename', fault: 'EIO' });
    await expect(saveDraft({ journal, articles }, typed('One'), null, mark(1))).rejects.toMatchObject({
      code: 'write-failed',
    });
    expect((await recoverDrafts(journal, library, articles)).recovered).toMatchObject([{ edit: 1 }]);
    await saveDraft({ journal, articles }, typed('One'), null, mark(1));
    expect((await journal.readAll()).files).toEqual([]);
  });

  it('whose cut a power cut undid is met by the next start', async () => {
    const { articles, journal, library, userData, root } = await setUp();
    const path = join(journalFolders(userData, library.id).own, `${article.id}.journal`);
    await journal.append(typed('One'), { ...mark(1), base: null });
    const journalled = readFileSync(path);
    await saveDraft({ journal, articles }, typed('One'), null, mark(1));
    writeFileSync(path, journalled);
    const next = await start(root, userData);
    expect((await recoverDrafts(next.journal, next.library, next.articles)).recovered).toEqual([]);
    expect((await next.journal.readAll()).files).toEqual([]);
  });

  it('goes on without a journal, and says so if it fails too', async () => {
    const { articles, journal, ports } = await setUp();
    ports.faulty.inject({ call: 'append', fault: 'ENOSPC' });
    const saved = await saveDraft({ journal, articles }, typed('One'), null, mark(1));
    expect(saved.rev).toBe(1);
    ports.faulty.inject({ call: 'append', fault: 'ENOSPC' });
    ports.faulty.inject({ call: 'create', fault: 'ENOSPC', times: 2 });
    await expect(saveDraft({ journal, articles }, typed('Two'), saved, mark(2))).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/your text is in this window only/),
    });
  });
});

it('8 kills while typing and saving: no promised edit is lost, nothing old is offered as new', async () => {
  const [root, userData] = [temporaryFolder(), temporaryFolder()];
  const program = join(projectRoot, 'tests', 'support', 'typeForever.ts');
  for (let kill = 0; kill < 8; kill += 1) {
    const session = `session${kill}`;
    const lines = await killed(program, [root, userData, session], kill * 9);
    const promised = Number(lines.at(-1) ?? 0);
    expect(promised).toBeGreaterThan(0);
    const { articles, journal, library } = await start(root, userData);
    const { recovered, problems } = await recoverDrafts(journal, library, articles);
    const saved = await articles.open(article.id).catch(() => null);
    const found = [...recovered.map(({ draft }) => draft), ...(saved === null ? [] : [saved.article])];
    const edits = found
      .map((one) => new RegExp(`^Edit (\\d+) of ${session}\\.`, 'm').exec(plainText(one.body))?.[1])
      .map((edit) => Number(edit ?? 0));
    expect(Math.max(...edits), `kill ${kill}`).toBeGreaterThanOrEqual(promised);
    // Offered at most once, and only if it is newer than what is saved.
    expect(recovered.length, `kill ${kill}`).toBeLessThanOrEqual(1);
    if (recovered.length === 1) expect(edits[0]).toBeGreaterThan(edits[1] ?? 0);
    expect(problems).toEqual([]);
    for (const one of recovered) await journal.discard(one.id, one.session);
  }
}, 60_000);
