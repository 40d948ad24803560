import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { Fragment, type Node } from 'prosemirror-model';
import { expect, it } from 'vitest';
import { emptyBody } from '../../shared/article/article.ts';
import { extentOf, looksEmptied } from '../../electron/core/shrinkGuard.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { anyArticle } from '../support/articleArbitrary.ts';
import { rewritten, someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const article = someArticle({ paragraphs: ['The boat leaves. '.repeat(30), 'It comes back. '.repeat(30)] });
const emptied = { ...article, body: emptyBody() };

async function saved() {
  const root = temporaryFolder();
  const { articles } = await createLibrary(root, testPorts());
  const base = await articles.save(article, null);
  const disk = () => readFileSync(join(root, base.file), 'utf8');
  return { articles, base, disk };
}

it('a text that vanished by itself is not saved over the story, and the message says what is safe', async () => {
  const { articles, base, disk } = await saved();
  const before = disk();
  for (const vanished of [emptied, rewritten(article, 'The boat leaves.')])
    await expect(articles.save(vanished, base, { edited: { removed: 3 } })).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/The file still has them/),
    });
  expect(disk()).toBe(before);
});

it('what the person took out is saved, and so is what they save themselves', async () => {
  const one = await saved();
  const removed = extentOf(article.body).positions;
  await one.articles.save(emptied, one.base, { edited: { removed } });
  const two = await saved();
  await two.articles.save(emptied, two.base, { reason: 'manual', edited: { removed: 0 } });
  for (const { disk } of [one, two]) expect(disk()).not.toContain('The boat leaves');
});

it('a text that grew, or lost a part, is saved without being counted', async () => {
  const { articles, base } = await saved();
  const half = someArticle({ paragraphs: ['The boat leaves. '.repeat(20)] });
  await articles.save(half, base, { edited: { removed: 0 } });
});

/** The node with chosen textblocks emptied, and how many positions were taken out. */
function emptySome(node: Node, choose: () => boolean): { readonly node: Node; readonly removed: number } {
  if (node.isText || node.isLeaf) return { node, removed: 0 };
  if (node.isTextblock && choose()) return { node: node.copy(), removed: node.content.size };
  if (node.isTextblock) return { node, removed: 0 };
  const children = node.children.map((child) => emptySome(child, choose));
  return {
    node: node.copy(Fragment.from(children.map((child) => child.node))),
    removed: children.reduce((sum, child) => sum + child.removed, 0),
  };
}

it('no edit that is counted is ever held up, and every loss that is not counted is', () => {
  let guarded = 0;
  fc.assert(
    fc.property(anyArticle, fc.infiniteStream(fc.integer({ min: 0, max: 9 })), ({ body }, dice) => {
      const { node: after, removed } = emptySome(body, () => Number(dice.next().value) > 0);
      const [was, is] = [extentOf(body), extentOf(after)];
      expect(looksEmptied(was, is, { removed })).toBe(false);
      const lost = was.text > 0 && is.text < was.text / 5;
      if (lost) guarded += 1;
      expect(looksEmptied(was, is, { removed: 0 })).toBe(lost);
      expect(looksEmptied(was, is, { removed: removed - 1 })).toBe(lost);
    }),
    { numRuns: 1_000 },
  );
  expect(guarded).toBeGreaterThan(100);
});
