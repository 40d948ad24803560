import type { Block, ElementLike } from '../block.ts';
import { labelled, withLabel } from '../mdast.ts';

const elementOf = (word: string): readonly [string, ...unknown[]] => [
  'aside',
  { class: 'editors-note', role: 'note' },
  ['p', ['strong', { class: 'label' }, `${word}:`], ' ', ['span', { class: 'text' }, 0]],
];

/** A note of the editors to readers: why the story changed, what they should know before they read on. */
export const editorsNote: Block = {
  name: 'editorsNote',
  label: 'Editor’s note',
  nodes: {
    editorsNote: {
      group: 'block',
      content: 'inline*',
      defining: true,
      isolating: true,
      placeholder: 'What readers should know about this story',
      parseDOM: [
        {
          tag: 'aside.editors-note',
          priority: 60,
          contentElement: (element: ElementLike) => element.querySelector('.text') ?? element,
        },
      ],
      toDOM: () => elementOf('Editor’s note'),
      pageDOM: (_node, words) => elementOf(words.editorsNote),
    },
  },
  inserts: [
    {
      label: 'Editor’s note',
      hint: 'A word of the editors to readers',
      words: ['note', 'disclaimer', 'disclosure', 'aside'],
      make: (schema) => schema.node('editorsNote'),
    },
  ],
  toMdast: (node, write) => [withLabel('Editor’s note', write.inline(node))],
  fromMdast: (node, read) => {
    const found = labelled(node);
    if (found === null || !/^editor[’']s note$/iu.test(found.label)) return null;
    return [read.schema.node('editorsNote', null, read.inline(found.rest, 'editorsNote'))];
  },
};
