import type { Handle, Options } from 'mdast-util-to-markdown';
import { definitions, gfm } from './markdownDialects.ts';
import { image } from './markdownLinks.ts';
import { text } from './markdownText.ts';

const reference = (character: string): string => `&#${character.charCodeAt(0)};`;

// Kramdown takes a backslash for itself before these, a caret at the start of a line for the end of a block or a note, and
// `]:` in a link for a definition.
const escaped = (written: string): string =>
  written
    .replace(
      /(?<!\\)((?:\\\\)*)\\([@&^%,;/?])/gu,
      (_, before: string, character: string) => `${before}${reference(character)}`,
    )
    .replace(/^(!\[)?\^/u, (_, before: string = '') => `${before}${reference('^')}`)
    .replace(/(?<!\\)((?:\\\\)*)\\?\](?=\\?:)/gu, `$1${reference(']')}`);

const kramdownText: Handle = (node, parent, state, info) => {
  const written = escaped(text(node, parent, state, info));
  // A cell of dashes alone would be a line of the table.
  return state.stack.includes('tableCell') ? written.replace(/^[-=](?=[-=:\s]*$)/u, reference) : written;
};

const kramdownImage: Handle = Object.assign(
  ((node, parent, state, info) =>
    escaped(image(node, parent, state, info)).replaceAll('\\~', reference('~'))) satisfies Handle,
  { peek: image.peek },
);

/** Jekyll's kramdown: a bar anywhere makes a table, two dollars mathematics, and a backslash no line break. */
export const kramdown: Options = {
  ...gfm,
  handlers: { ...gfm.handlers, break: () => '<br />', text: kramdownText, image: kramdownImage },
  unsafe: [
    ...(gfm.unsafe ?? []),
    ...definitions,
    { character: '|', inConstruct: 'phrasing' },
    { character: '$', after: '\\$', inConstruct: 'phrasing' },
    { character: '$', before: '\\$', inConstruct: 'phrasing' },
  ],
};
