import { expect, it } from 'vitest';
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { EditorContext } from '../../../renderer/editor/context.ts';
import { run } from '../../../renderer/editor/commands/run.ts';
import { chooseInsert, findInserts, inserts } from '../../../renderer/editor/commands/insert.ts';
import { schema } from '../../../shared/article/schema.ts';
import { bodyOf, stateOf, text } from './richBody.ts';

const found = (query: string): readonly string[] => findInserts(query).map(({ label }) => label);

it('offers every block of the article but running text', () => {
  for (const insert of inserts) insert.make(schema).check();
  expect(inserts.length).toBeGreaterThan(10);
});

it.each([
  ['hi-IN', 'यह भी पढ़ें'],
  ['de', 'Lesen Sie auch'],
  ['pt-BR', 'Leia também'],
  ['en-GB', 'Read Also'],
])('labels a new related link in the language of the article: %s', (lang, label) => {
  const labels: unknown[] = [];
  const state = stateOf(bodyOf([], text('A story')), 1);
  const view = {
    dom: { lang },
    editable: true,
    state,
    dispatch: (tr: Transaction) => {
      tr.doc.descendants((node) => {
        if (node.type.name === 'relatedLink') labels.push(node.attrs['label']);
      });
    },
    focus: () => undefined,
  };
  const context = { services: () => ({ announce: () => undefined }) };
  // As much of a view and of the editor around it as an insertion looks at.
  const sheet = view as unknown as EditorView;
  const around = context as unknown as EditorContext;
  run(sheet, around, 'insert:related');
  for (const insert of inserts.filter((one) => one.label === 'Related link'))
    chooseInsert(sheet, around, insert);
  expect(labels).toEqual([label, label]);
});

it.each([
  ['', inserts[0]?.label],
  ['tab', 'Table'],
  ['photo', 'Figure'],
  ['read also', 'Related link'],
  ['READ', 'Related link'],
  ['h3', 'Heading 3'],
  ['quote', 'Quote'],
])('finds for “%s” first %s', (query, label) => {
  expect(found(query)[0]).toBe(label);
});

it('finds nothing for what is no block', () => {
  expect(found('zebra')).toEqual([]);
});
