import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeRecord } from '../../electron/core/journalRecord.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { plainText } from '../../shared/article/text.ts';
import { lines } from '../support/cliStory.ts';
import { desk } from '../support/desk.ts';
import { folderState } from '../support/folderState.ts';
import { article, recoverDesk } from '../support/recoverDesk.ts';
import { someArticle } from '../support/someArticle.ts';

const typed = 'The last ferry leaves an hour later from Monday. Bring a coat.';
const textIn = (path: string) => plainText(readArticle(readFileSync(path)).article.body);

describe('desk recover', () => {
  it('shows a line for each draft that no file has, with what changed', async () => {
    const { root, userData, type, journal } = await recoverDesk();
    await type(typed, 3);
    await type({ ...article, section: 'Harbour' }, 1, 'two');
    await type(article, 1, 'saved');
    await type(someArticle({ digit: 'b', headline: 'Never saved' }), 1, 'three');
    await journal.append(someArticle({ digit: 'c' }), { session: 'gone', edit: 1, base: null });
    await journal.discard('c'.repeat(32), 'gone');
    const before = [folderState(root), folderState(userData)];
    const run = await desk(['recover', '--library', root, '--user-data', userData]);
    expect(run.code, run.err).toBe(0);
    const moment = '2026-06-01 12:00';
    expect(lines(run.out).toSorted()).toEqual([
      [article.id, moment, 18, '+0 -0 words, section', 'two', 'Ferry adds a late boat'].join('\t'),
      [article.id, moment, 21, '+3 -0 words', 'one', 'Ferry adds a late boat'].join('\t'),
      ['b'.repeat(32), moment, 15, 'not in the library', 'three', 'Never saved'].join('\t'),
    ]);
    expect(run.err).toContain('3 drafts not saved; --out DIR writes them to files');
    expect([folderState(root), folderState(userData)]).toEqual(before);
  });

  it('writes each as an article and as readable text, over nothing, and leaves the journal', async () => {
    const { root, userData, out, type } = await recoverDesk();
    await type(typed);
    const before = [folderState(root), folderState(userData)];
    const args = ['recover', '--user-data', userData, '--library', root, '--out', out];
    const run = await desk(args);
    expect(run.code, run.err).toBe(0);
    const paths = lines(run.out);
    const stem = 'ferry-adds-a-late-boat-20260601T120000000Z';
    expect(paths.map((path) => basename(path))).toEqual([`${stem}.copydesk`, `${stem}.md`, `${stem}.txt`]);
    expect(textIn(paths[0] ?? '')).toContain('Bring a coat.');
    for (const path of paths.slice(1)) expect(readFileSync(path, 'utf8')).toContain('Bring a coat.');
    const first = folderState(out);
    writeFileSync(join(out, `${stem}-2.md`), 'Mine');
    const again = await desk(args);
    expect(lines(again.out).map((path) => basename(path))[0]).toBe(`${stem}-3.copydesk`);
    expect(readFileSync(join(out, `${stem}-2.md`), 'utf8')).toBe('Mine');
    expect(folderState(out)).toEqual(expect.arrayContaining(first.slice(1)));
    expect([folderState(root), folderState(userData)]).toEqual(before);
  });

  it('works where the library is gone, and says so', async () => {
    const { folder, root, userData, out, type } = await recoverDesk();
    await type(typed);
    renameSync(root, join(folder, 'elsewhere'));
    const run = await desk(['recover', '--library', root, '--user-data', userData, '--out', out]);
    expect(run.code, run.err).toBe(0);
    expect(run.err).toContain(`The library folder “${root}” is not there.`);
    expect(lines(run.out)).toHaveLength(3);
    const listed = await desk(['recover', '--user-data', userData]);
    expect(listed.out).toContain('\tnot compared\tone\tFerry adds a late boat');
    expect(existsSync(root)).toBe(false);
  });

  it('compares with the library that the settings name', async () => {
    const { root, userData, type } = await recoverDesk();
    await type(typed);
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ library: root }));
    expect((await desk(['recover', '--user-data', userData])).out).toContain('\t+3 -0 words\t');
  });

  it('finds the data of this user by itself', async () => {
    const { folder, userData, type } = await recoverDesk();
    await type(typed);
    renameSync(userData, join(folder, 'Copydesk'));
    const env =
      process.platform === 'win32' ? { APPDATA: folder } : { XDG_CONFIG_HOME: folder, HOME: folder };
    if (process.platform === 'darwin') {
      mkdirSync(join(folder, 'Library', 'Application Support'), { recursive: true });
      renameSync(join(folder, 'Copydesk'), join(folder, 'Library', 'Application Support', 'Copydesk'));
    }
    expect((await desk(['recover'], '', env)).out).toContain('Ferry adds a late boat');
  });

  it('says that a journal is damaged, writes what is whole in it, and ends with 1', async () => {
    const { root, userData, out, type, path } = await recoverDesk();
    await type(typed);
    appendFileSync(path, '\ncopydesk-journal 1 torn 9 4000\n{"library":"');
    const before = folderState(userData);
    const run = await desk(['recover', '--library', root, '--user-data', userData, '--out', out]);
    expect(run.code).toBe(1);
    expect(run.err).toContain(`desk: ${path}: damaged: the drafts that are whole in it are given`);
    expect(textIn(lines(run.out)[0] ?? '')).toContain('Bring a coat.');
    expect(folderState(userData)).toEqual(before);
  });

  it('writes a draft of a later Copydesk as it was journalled', async () => {
    const { root, userData, out, path, library, type } = await recoverDesk();
    await type(typed);
    const later = { ...articleToJson(article), schemaVersion: 99, secret: 'kept' };
    appendFileSync(
      path,
      encodeRecord({ session: 'later', edit: 1, library: library.id, base: null, at: 0, draft: later }),
    );
    const run = await desk(['recover', '--library', root, '--user-data', userData, '--out', out]);
    expect(run.code).toBe(1);
    expect(run.err).toContain('the draft of session later cannot be read');
    const raw = lines(run.out).at(-1) ?? '';
    expect(basename(raw)).toBe(`${article.id}-later.copydesk`);
    expect(JSON.parse(readFileSync(raw, 'utf8'))).toEqual(later);
    expect(lines(run.out)).toHaveLength(4);
  });

  it('gives back what was not restored in the window, when asked', async () => {
    const { root, userData, type, journal } = await recoverDesk();
    await type(typed);
    await journal.discard(article.id, 'one');
    const args = ['recover', '--library', root, '--user-data', userData];
    const nothing = await desk(args);
    expect(nothing).toMatchObject({ code: 0, out: '' });
    expect(nothing.err).toContain('nothing was typed that is not saved');
    expect((await desk([...args, '--put-aside'])).out).toContain('\t+3 -0 words\t');
  });

  it('tells everything as JSON', async () => {
    const { root, userData, out, type, library, saved } = await recoverDesk();
    await type(typed, 7);
    const run = await desk(['recover', '--library', root, '--user-data', userData, '--out', out, '--json']);
    const files = readdirSync(out).toSorted();
    expect(JSON.parse(run.out)).toEqual([
      {
        id: article.id,
        session: 'one',
        edit: 7,
        typed: '2026-06-01T12:00:00.000Z',
        title: 'Ferry adds a late boat',
        words: 21,
        change: { added: 3, removed: 0, fields: [] },
        library: { id: library.id, root },
        savedFile: saved.file,
        problem: null,
        files: files.map((name) => join(out, name)),
      },
    ]);
  });

  it('refuses a folder inside the library or the journal, and data that are not there', async () => {
    const { folder, root, userData, type } = await recoverDesk();
    await type(typed);
    writeFileSync(join(userData, 'settings.json'), JSON.stringify({ library: root }));
    const args = ['recover', '--user-data', userData, '--out'];
    for (const out of [root, join(root, 'lost'), join(userData, 'journal')]) {
      const run = await desk([...args, out]);
      expect(run, out).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('choose a folder of its own');
    }
    expect(await desk(['recover', '--user-data', join(folder, 'none')])).toMatchObject({ code: 1, out: '' });
    expect(await desk(['recover', 'x'])).toMatchObject({ code: 2 });
  });
});
