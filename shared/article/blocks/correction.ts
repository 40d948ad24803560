import type { Node } from 'prosemirror-model';
import type { Block, ElementLike } from '../block.ts';
import { textAttribute, textOf } from '../block.ts';
import { labelled, withLabel } from '../mdast.ts';
import { plainText } from '../text.ts';

const isDate = (text: string): boolean =>
  text === '' || (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)));

function elementOf(node: Node, word: string): readonly [string, ...unknown[]] {
  const date = textOf(node.attrs, 'date');
  const label = date === '' ? [`${word}:`] : [`${word} (`, ['time', { datetime: date }, date], '):'];
  return [
    'aside',
    { class: 'correction', role: 'note' },
    ['p', ['strong', { class: 'label' }, ...label], ' ', ['span', { class: 'text' }, 0]],
  ];
}

/** A public note of an error, with the date it was made (`YYYY-MM-DD`, or '' when not known). */
export const correction: Block = {
  name: 'correction',
  label: 'Correction',
  nodes: {
    correction: {
      group: 'block',
      content: 'inline*',
      defining: true,
      isolating: true,
      placeholder: 'What was wrong, and what is right',
      attrs: { date: textAttribute('', isDate, 'a date, YYYY-MM-DD') },
      parseDOM: [
        {
          tag: 'aside.correction',
          priority: 60,
          getAttrs: (element: ElementLike) => {
            const date: unknown = element.querySelector('time')?.getAttribute('datetime');
            return { date: typeof date === 'string' && isDate(date) ? date : '' };
          },
          contentElement: (element: ElementLike) => element.querySelector('.text') ?? element,
        },
      ],
      toDOM: (node) => elementOf(node, 'Correction'),
      pageDOM: (node, words) => elementOf(node, words.correction),
    },
  },
  inserts: [
    {
      label: 'Correction',
      hint: 'A public note of an error',
      words: ['clarification', 'erratum', 'note'],
      make: (schema) => schema.node('correction'),
    },
  ],
  toMdast: (node, write) => {
    const date = textOf(node.attrs, 'date');
    return [withLabel(date === '' ? 'Correction' : `Correction (${date})`, write.inline(node))];
  },
  fromMdast: (node, read) => {
    const found = labelled(node);
    const date = found === null ? undefined : /^Correction(?: \((\d{4}-\d{2}-\d{2})\))?$/.exec(found.label);
    if (!found || !date || !isDate(date[1] ?? '')) return null;
    return [read.schema.node('correction', { date: date[1] ?? '' }, read.inline(found.rest, 'correction'))];
  },
  remember: {
    as: 'corrections',
    of: (node) => ({ date: textOf(node.attrs, 'date'), text: plainText(node) }),
  },
};
