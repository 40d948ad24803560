import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AllSelection } from '@tiptap/pm/state';
import { undo } from '@tiptap/pm/history';
import {
  deleteBlocks,
  duplicateBlocks,
  moveBlocks,
  selectedBlocks,
} from '../../../renderer/editor/commands/blocks.ts';
import { clearCrossing, crossesFields, insertFieldText } from '../../../renderer/editor/commands/fields.ts';
import {
  textKind,
  toHeading,
  toList,
  toMark,
  toParagraph,
  toQuote,
  type TextKind,
} from '../../../renderer/editor/commands/formats.ts';
import { insertBlock, inserts } from '../../../renderer/editor/commands/insert.ts';
import {
  backspace,
  enter,
  forwardDelete,
  indent,
  lineBreak,
} from '../../../renderer/editor/commands/text.ts';
import { canTurn, turnInto } from '../../../renderer/editor/commands/turn.ts';
import { headerLength, schema } from '../../../shared/article/schema.ts';
import { after, bodyOf, nodeState, richBody, stateOf, text } from './richBody.ts';

const body = richBody();
const position = fc.integer({ min: 0, max: body.content.size });

/** A document that could be saved: five header fields, then blocks that pass every check. */
const expectWhole = (doc: typeof body): void => {
  doc.check();
  expect(doc.children.slice(0, headerLength).map((node) => node.type.name)).toEqual([
    'kicker',
    'headline',
    'standfirst',
    'byline',
    'dateline',
  ]);
};

it('clears any selection that crosses header fields without one running into another', () => {
  fc.assert(
    fc.property(position, position, (anchor, head) => {
      const state = stateOf(body, anchor, head);
      if (!crossesFields(state)) return;
      const { doc } = clearCrossing(state);
      expectWhole(doc);
      for (let index = 0; index < headerLength; index += 1) {
        const [before, left] = [body.child(index).textContent, doc.child(index).textContent];
        const cuts = Array.from({ length: left.length + 1 }, (_, cut) => cut);
        const parted = cuts.some(
          (cut) => before.startsWith(left.slice(0, cut)) && before.endsWith(left.slice(cut)),
        );
        expect(parted, `${before} became ${left}`).toBe(true);
      }
    }),
    { numRuns: 400 },
  );
});

it('clears the whole article to five empty fields and a paragraph', () => {
  const state = stateOf(body, 1);
  const all = state.apply(state.tr.setSelection(new AllSelection(state.doc)));
  expect(clearCrossing(all).doc.eq(bodyOf([], text('')))).toBe(true);
});

it.each([
  ['Enter', enter],
  ['Backspace', backspace],
  ['Delete', forwardDelete],
  ['Shift+Enter', lineBreak],
  ['Tab', indent(1)],
  ['Shift+Tab', indent(-1)],
  ['paragraph', toParagraph],
  ['crosshead', toHeading(2)],
  ['bullet list', toList('bulletList')],
  ['numbered list', toList('orderedList')],
  ['quote', toQuote],
  ['bold', toMark('strong')],
])('%s keeps every article whole, wherever the selection is', (_name, command) => {
  fc.assert(
    fc.property(position, position, fc.boolean(), (anchor, head, empty) => {
      const state = stateOf(body, anchor, empty ? anchor : head);
      const next = after(state, command);
      expectWhole(next.doc);
      expect(next.selection.$head.doc).toBe(next.doc);
    }),
    { numRuns: 150 },
  );
});

it('inserts every block anywhere, and undo takes exactly that back', () => {
  fc.assert(
    fc.property(position, fc.constantFrom(...inserts), (at, insert) => {
      const state = stateOf(body, at);
      const next = state.apply(insertBlock(state, insert.make(schema)));
      expectWhole(next.doc);
      expect(
        next.doc.children.filter((node) => node.type === insert.make(schema).type).length,
      ).toBeGreaterThan(0);
      expect(after(next, undo).doc.eq(body)).toBe(true);
    }),
    { numRuns: 100 },
  );
});

it('moves blocks by one and back, the caret with them', () => {
  fc.assert(
    fc.property(position, position, fc.constantFrom<1 | -1>(1, -1), (anchor, head, direction) => {
      const state = stateOf(body, anchor, head);
      const range = selectedBlocks(state);
      const tr = range === null ? null : moveBlocks(state, range, direction);
      if (tr === null || range === null) return;
      expectWhole(tr.doc);
      const moved = state.apply(tr);
      const again = selectedBlocks(moved);
      expect(again?.first).toBe(range.first + direction);
      const back = again === null ? null : moveBlocks(moved, again, direction === 1 ? -1 : 1);
      expect(back?.doc.eq(body)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('turns any blocks into any kind of text, keeps their words, and undo takes it back', () => {
  const kinds: readonly TextKind[] = ['paragraph', 'heading2', 'bulletList', 'orderedList', 'quote'];
  fc.assert(
    fc.property(position, position, fc.constantFrom(...kinds), (anchor, head, kind) => {
      const state = stateOf(body, anchor, head);
      const range = selectedBlocks(state);
      if (range === null || !body.children.slice(range.first, range.after).every(canTurn)) return;
      const next = state.apply(turnInto(state, range, kind));
      expectWhole(next.doc);
      expect(next.doc.textContent).toBe(body.textContent);
      expect(textKind(next)).toBe(kind);
      expect(after(next, undo).doc.eq(body)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('duplicates and deletes any blocks and keeps at least one', () => {
  fc.assert(
    fc.property(position, position, (anchor, head) => {
      const state = stateOf(body, anchor, head);
      const range = selectedBlocks(state);
      if (range === null) return;
      expectWhole(duplicateBlocks(state, range).doc);
      expectWhole(deleteBlocks(state, range).doc);
    }),
    { numRuns: 200 },
  );
});

it('deletes a selected block and leaves a rule by Enter', () => {
  const doc = bodyOf(['', 'Wall'], schema.node('rule'), text('After.'));
  const at = doc.content.size - text('After.').nodeSize - 1;
  expect(after(nodeState(doc, at), backspace).doc.eq(bodyOf(['', 'Wall'], text('After.')))).toBe(true);
  const entered = after(nodeState(bodyOf([], schema.node('rule')), 10), enter);
  expect(entered.doc.lastChild?.type.name).toBe('paragraph');
});

it('takes text into a header field as one line without its spaces', () => {
  const doc = bodyOf(['', 'Wall'], text('Body.'));
  const state = stateOf(doc, 3);
  expect(state.apply(insertFieldText(state, ' holds\n at\tnight ')).doc.child(1).textContent).toBe(
    'holds at nightWall',
  );
});

it('turns two headings into a list as one step of undo', () => {
  const doc = bodyOf([], schema.node('heading', { level: 2 }, [schema.text('One')]), text('Two'));
  const state = stateOf(doc, 12, doc.content.size - 2);
  const next = after(state, toList('bulletList'));
  expect(next.doc.lastChild?.type.name).toBe('bulletList');
  expect(next.doc.lastChild?.childCount).toBe(2);
  expect(after(next, undo).doc.eq(doc)).toBe(true);
});
