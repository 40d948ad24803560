import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { toAscii } from './ascii.ts';
import { wrapped } from './columns.ts';
import { cleanText } from './escape.ts';
import type { Format } from './format.ts';
import { asciiLosses, textLosses } from './textLosses.ts';
import { wireParagraphs, type Say, type WireParagraph } from './wireBody.ts';

/** What a wire desk may want: lines of 72 columns, ASCII alone. */
interface Wire {
  readonly say: Say;
  /** In columns; null for one line to a paragraph. */
  readonly width: number | null;
}

const aligned = (text: string): WireParagraph => ({ text, isAligned: false });

// The lead with its dateline, the blocks in their order, corrections last.
function bodyOf({ body }: Article, say: Say): readonly WireParagraph[] {
  const dateline = say(headerText(body, 'dateline'));
  const blocks = bodyBlocks(body).map(({ node }) => node);
  const isCorrection = (node: Node): boolean => node.type.name === 'correction';
  const write = (nodes: readonly Node[]) => nodes.flatMap((node) => wireParagraphs(node, say));
  const [first, ...rest] = write(blocks.filter((node) => !isCorrection(node)));
  const startsWithText = blocks.find((node) => !isBlank(node))?.type.name === 'paragraph';
  const lead = startsWithText
    ? [aligned([dateline, first?.text ?? ''].filter((part) => part !== '').join(' '))]
    : [aligned(dateline), ...(first === undefined ? [] : [first])];
  return [...lead, ...rest, ...write(blocks.filter(isCorrection))].filter(({ text }) => text !== '');
}

function headOf(article: Article): readonly string[] {
  const { body, embargo, slug, slugline } = article;
  const title = [headerText(body, 'kicker'), headerText(body, 'headline')];
  return [
    embargo === undefined ? '' : `EMBARGOED UNTIL ${embargo}`,
    (slugline ?? slug ?? '').trim(),
    title.filter((part) => part !== '').join(' | '),
    headerText(body, 'byline'),
  ].filter((line) => line !== '');
}

// What a wrapped line is indented by: to the text of its item, or a little, so that a head's line shows what it belongs to.
const indentOf = (line: string): number => /^ *(?:- |\d+\. )?/u.exec(line)?.[0].length ?? 0;

const fitted = ({ text, isAligned }: WireParagraph, width: number | null): string => {
  const lines = cleanText(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  if (width === null || isAligned) return lines.join('\n');
  return lines.map((line) => wrapped(line, width, indentOf(line))).join('\n');
};

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

function render(article: Article, { say, width }: Wire): string {
  const head = headOf(article).map((line) => {
    const text = cleanText(say(line)).replaceAll(/\s*\n\s*/gu, ' ');
    return width === null ? text : wrapped(text, width, 2);
  });
  const paragraphs = bodyOf(article, say).map((paragraph) => fitted(paragraph, width));
  const text = [head.join('\n'), ...paragraphs, 'ENDS'].filter((paragraph) => paragraph.trim() !== '');
  return `${trimmed(text.join('\n\n'))}\n`;
}

const asIs: Say = (text) => text;

/** The body as paragraphs of plain text, for a clipboard: what a fragment says in HTML. */
export const wireText = (article: Article): string =>
  `${trimmed(
    bodyOf(article, asIs)
      .map((paragraph) => fitted(paragraph, null))
      .join('\n\n'),
  )}\n`;

const profile = (id: string, label: string, wire: Wire, losses: Format['losses']): Format => ({
  id,
  label,
  family: 'Plain text',
  extension: 'txt',
  render: (article) => render(article, wire),
  losses,
});

/** Plain-text wire copy (`formats.md` T1–T3): no markup, one blank line between paragraphs, ENDS. */
export const text = profile('text', 'Plain text', { say: asIs, width: null }, textLosses);

/** Plain text and its profiles for desks that want lines of 72 columns, or ASCII alone (T1, T5). */
export const textFormats: readonly Format[] = [
  text,
  profile('text-wrapped', 'Wrapped at 72 columns', { say: asIs, width: 72 }, textLosses),
  profile('text-ascii', 'ASCII', { say: toAscii, width: null }, asciiLosses(text)),
  profile('text-ascii-wrapped', 'ASCII, wrapped', { say: toAscii, width: 72 }, asciiLosses(text)),
];
