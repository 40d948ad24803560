import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { expect, test } from 'vitest';
import { createTakenDrafts } from '../../electron/core/takenDrafts.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { articleToSend, type TakenBody } from '../../shared/ipc/keptBlocks.ts';
import { someArticle } from '../support/someArticle.ts';

const article = someArticle({ paragraphs: ['One.', 'Two.', 'Three.', 'Four.'] });
const text = fc.string({ maxLength: 8 });

/** What typing, splitting, pasting, cutting and moving do to a list of blocks: some of it is replaced. */
const edit = fc.record({
  at: fc.nat(12),
  removed: fc.nat(3),
  put: fc.array(fc.oneof(text, fc.constant(null)), { maxLength: 3 }),
  /** Whether main answers before the next one is sent. */
  answered: fc.boolean(),
});

const paragraph = (typed: string): Node =>
  schema.node('paragraph', null, typed === '' ? [] : [schema.text(typed)]);

test('main has the very article that the window has, whatever was done to its blocks and whatever it has answered', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const drafts = createTakenDrafts();
      let { body } = article;
      let taken: TakenBody | null = null;
      for (const [number, { at, removed, put, answered }] of edits.entries()) {
        const blocks = [...body.children];
        // Null puts a block there that stands elsewhere already.
        const made = put.map((one) => (one === null ? blocks[blocks.length - 1] : paragraph(one)));
        blocks.splice(at, removed, ...made.filter((one) => one !== undefined));
        body = body.type.create(null, blocks);
        const sent = structuredClone(articleToSend({ ...article, body }, taken));
        const attempt = (): unknown => drafts.whole('one', sent.article, sent.kept);
        // More than the last few edits are not held; the window then sends all of it.
        if (taken !== null && number - taken.edit > 4) {
          expect(attempt).toThrow(expect.objectContaining({ code: 'resend' }));
          taken = null;
          continue;
        }
        const whole = drafts.whole('one', sent.article, sent.kept);
        expect(JSON.parse(JSON.stringify(whole))).toEqual(
          JSON.parse(JSON.stringify(articleToJson({ ...article, body }))),
        );
        drafts.take('one', number, whole);
        if (answered) taken = { edit: number, body };
      }
    }),
  );
});

test('a key in a long article sends one block', () => {
  const long = someArticle({ paragraphs: Array.from({ length: 1000 }, (_, index) => `Paragraph ${index}.`) });
  const body = long.body.copy(long.body.content.replaceChild(500, paragraph('Typed.')));
  const sent = articleToSend({ ...long, body }, { edit: 7, body: long.body });
  expect(sent.kept).toEqual({ edit: 7, start: 500, end: 504 });
  expect(JSON.stringify(sent).length).toBeLessThan(500);
});

test('blocks that main never had, or had in another session, are asked for', () => {
  const drafts = createTakenDrafts();
  const kept = { edit: 1, start: 1, end: 1 };
  drafts.take('one', 1, articleToJson(article));
  for (const [session, number] of [
    ['two', 1],
    ['one', 2],
  ] as const)
    expect(() => drafts.whole(session, articleToJson(article), { ...kept, edit: number })).toThrow(
      expect.objectContaining({ code: 'resend' }),
    );
});

test('more blocks than there were cannot have stayed', () => {
  const drafts = createTakenDrafts();
  drafts.take('one', 1, articleToJson(article));
  const all = article.body.childCount;
  expect(() => drafts.whole('one', articleToJson(article), { edit: 1, start: all, end: 1 })).toThrow(
    expect.objectContaining({ code: 'bad-input' }),
  );
});

test('of many sessions only the last ones are held', () => {
  const drafts = createTakenDrafts();
  for (let session = 0; session < 40; session += 1)
    drafts.take(`session${session}`, 1, articleToJson(article));
  const kept = { edit: 1, start: 0, end: 0 };
  expect(() => drafts.whole('session0', articleToJson(article), kept)).toThrow();
  expect(() => drafts.whole('session39', articleToJson(article), kept)).not.toThrow();
});
