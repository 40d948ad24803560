import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { restoreVersion } from '../../electron/core/restoreVersion.ts';
import { articleFixtures } from '../support/articleFixtures.ts';
import { rewritten } from '../support/someArticle.ts';
import { article, bodyIn, historyDesk as setUp, textOf } from '../support/historyDesk.ts';

const { id } = article;

describe('restore', () => {
  it('gives back the very body, as a new rev, and can itself be undone', async () => {
    const { articles, history, root, folder } = await setUp();
    const one = await articles.save({ ...rewritten(article, 'One'), section: 'Local' }, null, {
      reason: 'manual',
    });
    const two = await articles.save(rewritten(article, 'Two'), one);
    const [first] = await history.list(id);
    const restored = await restoreVersion({ articles, history }, id, first?.name ?? '');
    expect(restored.rev).toBe(3);
    expect(bodyIn(join(root, restored.file))).toBe(bodyIn(join(folder, first?.name ?? '')));
    expect((await articles.open(id)).article).toMatchObject({ section: 'Local' });
    const undo = (await history.list(id)).find(({ rev }) => rev === two.rev);
    expect(undo).toMatchObject({ reason: 'before' });
    await restoreVersion({ articles, history }, id, undo?.name ?? '');
    expect(textOf((await articles.open(id)).article)).toBe('Two');
    expect((await articles.open(id)).article).not.toHaveProperty('section');
  });

  it('is byte-equal for every kind of block', async () => {
    const { articles, history, root, folder } = await setUp();
    let base = null;
    for (const fixture of articleFixtures)
      base = await articles.save({ ...fixture.article, id }, base, { reason: 'manual' });
    for (const { name, reason } of await history.list(id)) {
      if (reason !== 'manual' && reason !== 'status') continue;
      const { file } = await restoreVersion({ articles, history }, id, name);
      expect(bodyIn(join(root, file)), name).toBe(bodyIn(join(folder, name)));
    }
  });

  it('brings back an article that was deleted, or whose file is damaged; that file is kept in the trash', async () => {
    const { articles, history, root } = await setUp();
    const saved = await articles.save(rewritten(article, 'One'), null, { reason: 'manual' });
    const [version] = await history.list(id);
    const spoils: readonly (() => unknown)[] = [
      () => articles.trash(id),
      () => rmSync(join(root, saved.file)),
      () => truncateSync(join(root, saved.file), 100),
      () => writeFileSync(join(root, saved.file), ''),
      () =>
        writeFileSync(
          join(root, saved.file),
          readFileSync(join(root, saved.file), 'utf8').replace('One', 'Won'),
        ),
    ];
    for (const spoil of spoils) {
      await spoil();
      await restoreVersion({ articles, history }, id, version?.name ?? '');
      const opened = await articles.open(id);
      expect([textOf(opened.article), opened.readOnly]).toEqual(['One', null]);
    }
    expect(await articles.listTrash()).toHaveLength(4);
    const texts = await Promise.all(
      (await history.list(id)).map(async ({ name }) => textOf((await history.read(id, name)).article)),
    );
    expect(texts).toContain('Won');
  });

  it('is refused for a file that must not be written', async () => {
    const { articles, history, root } = await setUp();
    const saved = await articles.save(article, null, { reason: 'manual' });
    const [version] = await history.list(id);
    const path = join(root, saved.file);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"schemaVersion": 1', '"schemaVersion": 2'));
    const before = readFileSync(path);
    await expect(restoreVersion({ articles, history }, id, version?.name ?? '')).rejects.toMatchObject({
      code: 'read-only',
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('that could not be undone is not done', async () => {
    const { articles, history, root, ports } = await setUp();
    const one = await articles.save(rewritten(article, 'One'), null, { reason: 'manual' });
    const two = await articles.save(rewritten(article, 'Two'), one);
    const [version] = await history.list(id);
    ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
    await expect(restoreVersion({ articles, history }, id, version?.name ?? '')).rejects.toMatchObject({
      code: 'disk-full',
      message: expect.stringMatching(/Nothing was replaced/),
    });
    expect((await articles.open(id)).hash).toBe(two.hash);
    expect(existsSync(join(root, two.file))).toBe(true);
  });
});
