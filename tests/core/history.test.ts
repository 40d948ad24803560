import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rewritten } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';
import { article, historyDesk as setUp, textOf } from '../support/historyDesk.ts';

const { id } = article;
const minutes = 60_000;

describe('versions', () => {
  it('are the bytes of the file at each save that a person asked for', async () => {
    const { articles, root, folder, kept, history, ports } = await setUp();
    const one = await articles.save(rewritten(article, 'One'), null, { reason: 'manual' });
    ports.clock.pass(1_000);
    const bytes = readFileSync(join(root, one.file));
    const two = await articles.save(rewritten(article, 'Two'), one, { reason: 'manual' });
    expect([one.unkept, two.unkept]).toEqual([null, null]);
    expect(await kept()).toEqual(['2 manual', '1 manual']);
    const [newest, oldest] = await history.list(id);
    expect(newest?.at).toBe(ports.clock.now());
    expect(readFileSync(join(folder, oldest?.name ?? ''))).toEqual(bytes);
    expect(textOf((await history.read(id, oldest?.name ?? '')).article)).toBe('One');
  });

  it('come every five minutes of editing, and at a change of status', async () => {
    const { articles, ports, kept } = await setUp();
    let base = await articles.save(article, null);
    for (let second = 5; second <= 11 * 60; second += 5) {
      ports.clock.pass(5_000);
      base = await articles.save(rewritten(article, `After ${second}`), base);
    }
    expect(await kept()).toEqual(['121 autosave', '61 autosave']);
    await articles.save({ ...rewritten(article, 'Done'), status: 'approved' }, base);
    expect(await kept()).toEqual(['134 status', '121 autosave', '61 autosave']);
  });

  it('keep what an earlier run, or another program, has left: before the first save over it', async () => {
    const { articles, root, kept } = await setUp();
    await articles.save(rewritten(article, 'Yesterday'), null);
    const next = await setUp(root);
    const opened = await next.articles.open(id);
    let base = await next.articles.save(rewritten(article, 'Today'), opened);
    expect(await kept()).toEqual(['1 before']);
    base = await next.articles.save(rewritten(article, 'Today, later'), base);
    expect(await kept()).toEqual(['1 before']);
    const path = join(root, base.file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"language"', '"desk": "night",\n  "language"'));
    const changed = await next.articles.open(id);
    await next.articles.save(rewritten(article, 'Mine'), changed);
    expect(await kept()).toEqual(['3 before', '1 before']);
    const [newest] = await next.history.list(id);
    expect((await next.history.read(id, newest?.name ?? '')).article['desk']).toBe('night');
  });

  it('are not kept twice', async () => {
    const { articles, root, kept } = await setUp();
    await articles.save(article, null, { reason: 'manual' });
    const next = await setUp(root);
    await next.articles.save(rewritten(article, 'Next'), await next.articles.open(id));
    expect(await kept()).toEqual(['1 manual']);
    await next.articles.keepVersion(id, 'export');
    await next.articles.keepVersion(id, 'export');
    expect(await kept()).toEqual(['2 export', '1 manual']);
  });

  it('of an import are kept at once', async () => {
    const { articles, kept } = await setUp();
    await articles.create(article, { reason: 'import' });
    expect(await kept()).toEqual(['1 import']);
  });

  it('share their blocks with the file where the disk can, and are compared all the same', async () => {
    const ports = testPorts();
    let spoilt = false;
    const clone = async (from: string, to: string) => {
      copyFileSync(from, to);
      if (spoilt) writeFileSync(to, readFileSync(to).reverse());
      return true;
    };
    const { articles, history, root, folder } = await setUp(temporaryFolder(), {
      ...ports,
      files: { ...ports.files, clone },
    });
    const one = await articles.save(article, null, { reason: 'manual' });
    const writes = () => ports.faulty.calls().filter((call) => call === 'write').length;
    const before = writes();
    await articles.keepVersion(id, 'export');
    expect(writes()).toBe(before);
    spoilt = true;
    await articles.save(rewritten(article, 'Two'), one, { reason: 'manual' });
    for (const { name } of await history.list(id)) await history.read(id, name);
    const [newest] = await history.list(id);
    expect(readFileSync(join(folder, newest?.name ?? ''))).toEqual(readFileSync(join(root, one.file)));
  });

  it('that cannot be kept hold up no save, and are told', async () => {
    const { articles, kept, ports } = await setUp();
    const one = await articles.save(article, null);
    ports.faulty.inject({ call: 'write', nth: 2, fault: 'ENOSPC' });
    const two = await articles.save(rewritten(article, 'Two'), one, { reason: 'manual' });
    expect(two).toMatchObject({ rev: 2, unkept: { code: 'disk-full' } });
    expect(await kept()).toEqual([]);
    await articles.save(rewritten(article, 'Three'), two, { reason: 'manual' });
    expect(await kept()).toEqual(['3 manual']);
  });

  it('never follow a link out of the library', async () => {
    const { articles, folder, history, root } = await setUp();
    const outside = temporaryFolder();
    mkdirSync(join(root, '.copydesk', 'history'));
    symlinkSync(outside, folder);
    const saved = await articles.save(article, null, { reason: 'manual' });
    expect(saved.unkept).toMatchObject({ code: 'refused' });
    await expect(history.list(id)).rejects.toMatchObject({ code: 'refused' });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('are found by their names only: no path, no other file', async () => {
    const { articles, folder, history } = await setUp();
    await articles.save(article, null, { reason: 'manual' });
    writeFileSync(join(folder, 'notes.copydesk'), 'x');
    writeFileSync(join(folder, '.DS_Store'), 'x');
    expect(await history.list(id)).toHaveLength(1);
    for (const name of ['notes.copydesk', '../library.json', '000009-20260101T090000000Z-manual.copydesk'])
      await expect(history.read(id, name)).rejects.toMatchObject({ code: 'not-found' });
    await expect(history.list('../..')).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('a damaged one is told, left as it is, and hides no other', async () => {
    const { articles, folder, history } = await setUp();
    const one = await articles.save(article, null, { reason: 'manual' });
    await articles.save(rewritten(article, 'Two'), one, { reason: 'manual' });
    const [newest, oldest] = await history.list(id);
    truncateSync(join(folder, newest?.name ?? ''), 200);
    await expect(history.read(id, newest?.name ?? '')).rejects.toMatchObject({ code: 'damaged' });
    expect((await history.read(id, oldest?.name ?? '')).problem).toBeNull();
  });

  it('are thinned as the rule says, however wrong the clock', async () => {
    const { articles, ports, history } = await setUp();
    let base = await articles.save(article, null);
    for (let round = 0; round < 60; round += 1) {
      if (round === 20) ports.clock.set(Date.UTC(2099, 0));
      if (round === 40) ports.clock.set(Date.UTC(1990, 0));
      ports.clock.pass(5 * minutes);
      base = await articles.save(rewritten(article, `Round ${round}`), base);
    }
    expect(await history.list(id)).toHaveLength(60);
  });
});

describe('rev', () => {
  it('never falls, even when an older file was put in the article’s place', async () => {
    const { articles, root, kept } = await setUp();
    let base = await articles.save(rewritten(article, 'One'), null, { reason: 'manual' });
    const old = readFileSync(join(root, base.file));
    for (const text of ['Two', 'Three'])
      base = await articles.save(rewritten(article, text), base, { reason: 'manual' });
    writeFileSync(join(root, base.file), old);
    const next = await setUp(root);
    const saved = await next.articles.save(rewritten(article, 'Four'), await next.articles.open(id), {
      reason: 'manual',
    });
    expect(saved.rev).toBe(4);
    expect(await kept()).toEqual(['4 manual', '3 manual', '2 manual', '1 manual']);
  });
});
