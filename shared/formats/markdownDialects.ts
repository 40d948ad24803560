import { gfmToMarkdown } from 'mdast-util-gfm';
import { defaultHandlers, type Handle, type Options } from 'mdast-util-to-markdown';
import { image, link } from './markdownLinks.ts';
import { text } from './markdownText.ts';

// `## Quay {#late}`: Hugo and kramdown would take the braces for the heading's own attributes.
const heading: Handle = (node, parent, state, info) =>
  defaultHandlers.heading(node, parent, state, info).replaceAll('{', '&#123;');

const graphemes = new Intl.Segmenter();
const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Emoji_Presentation}|[\u3000-\u303f\uff01-\uff60]/u;

// How many columns a text takes in an editor's window, so that tables stand in line.
const columnsOf = (cell: string): number => {
  let columns = 0;
  for (const { segment } of graphemes.segment(cell))
    columns += wide.test(segment) ? 2 : /^[\p{M}\p{Cf}]*$/u.test(segment) ? 0 : 1;
  return columns;
};

/** How Markdown is written for GitHub's dialect; the others are this with their differences. */
export const gfm: Options = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  fences: true,
  listItemIndent: 'one',
  incrementListMarker: true,
  // Never two spaces; where Markdown has one line only, `line` took the breaks out.
  handlers: { break: () => '\\\n', link, image, heading, text },
  extensions: [gfmToMarkdown({ tablePipeAlign: true, stringLength: columnsOf })],
  // A paragraph is one line, and what a reader cannot see must not get lost.
  unsafe: [
    { character: '\n', inConstruct: 'phrasing' },
    { character: '\u00a0', inConstruct: 'phrasing' },
    // The gfm extension's own pattern overlooks the second of two addresses that touch.
    {
      character: '@',
      after: '[-.\\w]',
      inConstruct: 'phrasing',
      notInConstruct: ['autolink', 'link', 'image', 'label'],
    },
  ],
};

const struck: Handle = Object.assign(
  ((node, _, state, info) =>
    `<s>${state.containerPhrasing(node, { ...info, before: '>', after: '<' })}</s>`) satisfies Handle,
  { peek: () => '<' },
);

/** CommonMark alone: struck text as inline HTML, which it keeps; it has no tables. What GFM reads is escaped all the same. */
export const commonMark: Options = { ...gfm, handlers: { ...gfm.handlers, delete: struck } };

/** A line that begins with a colon is a definition of the line before it, for goldmark and kramdown. */
export const definitions = [{ atBreak: true, character: ':', after: '[ \\t]' }];

/** Hugo's goldmark, as it is set up at first. */
export const hugo: Options = { ...gfm, unsafe: [...(gfm.unsafe ?? []), ...definitions] };
