import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLibrary, openLibrary } from '../../electron/core/openLibrary.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle();

describe('a library folder', () => {
  it('is made with an identity and a place for pictures, and opens again as the same library', async () => {
    const root = join(temporaryFolder(), 'News', 'desk');
    const made = await createLibrary(root, testPorts());
    expect(readdirSync(root).toSorted()).toEqual(['.copydesk', 'media']);
    expect((await openLibrary(root, testPorts())).library.id).toBe(made.library.id);
    expect((await createLibrary(root, testPorts())).library.id).toBe(made.library.id);
  });

  it('becomes a library with everything that lies in it', async () => {
    const root = temporaryFolder();
    writeFileSync(join(root, 'notes.txt'), 'mine');
    await createLibrary(root, testPorts());
    expect(readFileSync(join(root, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it.each([
    ['not there', (root: string) => rmSync(root, { recursive: true })],
    ['no library', () => undefined],
    ['a file', (root: string) => (rmSync(root, { recursive: true }), writeFileSync(root, ''))],
  ])('that is %s is not opened, and nothing is made', async (_, prepare) => {
    const root = join(temporaryFolder(), 'library');
    mkdirSync(root);
    prepare(root);
    await expect(openLibrary(root, testPorts())).rejects.toMatchObject({ code: 'library-missing' });
    expect(readdirSync(join(root, '..'), { recursive: true }).length).toBeLessThanOrEqual(1);
  });

  it.each(['', 'no JSON', '[]', '{"copydesk":"something else"}'])(
    'with a broken identity (%j) is not opened and keeps it',
    async (content) => {
      const root = temporaryFolder();
      await createLibrary(root, testPorts());
      writeFileSync(join(root, '.copydesk', 'library.json'), content);
      await expect(openLibrary(root, testPorts())).rejects.toMatchObject({ code: 'library-replaced' });
      await expect(createLibrary(root, testPorts())).rejects.toMatchObject({ code: 'library-replaced' });
      expect(readFileSync(join(root, '.copydesk', 'library.json'), 'utf8')).toBe(content);
    },
  );
});

describe('while it is open', () => {
  async function setUp() {
    const root = join(temporaryFolder(), 'library');
    const { articles, media } = await createLibrary(root, testPorts());
    const base = await articles.save(article, null);
    return { root, articles, media, save: () => articles.save(rewritten(article, 'Mine'), base) };
  }

  it('a folder that vanished is told, and not made again', async () => {
    const { root, articles, save } = await setUp();
    renameSync(root, `${root} moved`);
    await expect(save()).rejects.toMatchObject({ code: 'library-missing' });
    await expect(articles.list()).rejects.toMatchObject({ code: 'library-missing' });
    await expect(articles.open(article.id)).rejects.toMatchObject({ code: 'library-missing' });
    expect(readdirSync(join(root, '..'))).toEqual(['library moved']);
  });

  it('another library in its place is not written to', async () => {
    const { root, save } = await setUp();
    renameSync(root, `${root} moved`);
    await createLibrary(root, testPorts());
    for (let times = 0; times < 2; times += 1)
      await expect(save()).rejects.toMatchObject({ code: 'library-replaced' });
    expect(readdirSync(root).toSorted()).toEqual(['.copydesk', 'media']);
  });

  it('an emptied folder (a sync tool that lost its disk) is not taken for a deletion', async () => {
    const { root, save } = await setUp();
    rmSync(root, { recursive: true });
    mkdirSync(root);
    await expect(save()).rejects.toMatchObject({ code: 'library-missing' });
    expect(readdirSync(root)).toEqual([]);
  });

  it('folders that are links out of the library are not written to', async () => {
    const { root, articles, media } = await setUp();
    const outside = temporaryFolder();
    rmSync(join(root, 'media'), { recursive: true });
    symlinkSync(outside, join(root, 'media'));
    symlinkSync(outside, join(root, '.copydesk', 'trash'));
    const picture = Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1');
    await expect(media.add(picture)).rejects.toMatchObject({ code: 'refused' });
    await expect(articles.trash(article.id)).rejects.toMatchObject({ code: 'refused' });
    expect(readdirSync(outside)).toEqual([]);
  });

  it('a library folder that is itself reached through a link is fine', async () => {
    const { root } = await setUp();
    const link = join(temporaryFolder(), 'link');
    symlinkSync(root, link);
    const { articles, media } = await openLibrary(link, testPorts());
    await articles.trash(article.id);
    await media.add(Buffer.from('GIF89a\u0001\u0000\u0001\u0000', 'latin1'));
    expect(await articles.listTrash()).toHaveLength(1);
  });
});

it('sweeps its own old temp files, and no other file', async () => {
  const root = temporaryFolder();
  const ports = testPorts();
  const { sweep } = await createLibrary(root, ports);
  const old = new Date(ports.clock.now() - 2 * 60 * 60 * 1000);
  const make = (name: string, time = old) => {
    writeFileSync(join(root, name), '');
    utimesSync(join(root, name), time, time);
    return join(root, name);
  };
  const orphans = [make(`.${article.id}.0123456789ab.tmp`), make(join('media', '.media.0123456789ab.tmp'))];
  make('.fresh.0123456789ab.tmp', new Date(ports.clock.now()));
  make('mine.tmp');
  make('.story.tmp');
  make('.~lock.odt#');
  expect(await sweep()).toEqual(orphans);
  expect(readdirSync(root)).toHaveLength(6);
});

it('lists a library again without reading what did not change', async () => {
  const ports = testPorts();
  const root = temporaryFolder();
  const { articles } = await createLibrary(root, ports);
  for (const digit of 'abcde') await articles.create(someArticle({ digit }));
  const reads = () => ports.faulty.calls().filter((call) => call === 'read').length;
  await articles.list();
  const before = reads();
  await articles.list();
  expect(reads() - before).toBe(0);
  const { file, article: opened, hash } = await articles.open('c'.repeat(32));
  ports.clock.pass(1_000);
  await articles.save(rewritten(opened, 'Changed'), { hash });
  expect((await articles.list())[0]).toMatchObject({ file, rev: 2, words: expect.any(Number) });
});

it('one file that the disk cannot read does not hide the others', async () => {
  const ports = testPorts();
  const root = temporaryFolder();
  for (const digit of 'abc') await (await createLibrary(root, ports)).articles.create(someArticle({ digit }));
  const { articles } = await openLibrary(root, ports);
  // The first read is the library's identity.
  ports.faulty.inject({ call: 'read', nth: 3, fault: 'EIO' });
  const codes = (await articles.list()).map(({ problem }) => problem?.code ?? 'sound');
  expect(codes.toSorted((a, b) => a.localeCompare(b))).toEqual(['damaged', 'sound', 'sound']);
  expect(await articles.list()).toMatchObject([{ problem: null }, { problem: null }, { problem: null }]);
});
