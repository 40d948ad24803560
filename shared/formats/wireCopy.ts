import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { isBlank } from '../article/blank.ts';
import { bodyBlocks, headerText } from '../article/text.ts';
import { lineEnd } from '../importing/lines.ts';
import { wrapped } from './columns.ts';
import { cleanText } from './escape.ts';
import { asIs, wireParagraphs, type Say, type WireParagraph } from './wireBody.ts';

/** What a wire desk may want: lines of 72 columns, ASCII alone. */
export interface Wire {
  readonly say: Say;
  /** In columns; null for one line to a paragraph. */
  readonly width: number | null;
}

/** A wire copy as plain text, and which lines of it each block is. */
export interface WireCopy {
  readonly text: string;
  /** By a block's index among the document's children: its first line and its last, counted from 1. */
  readonly places: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
}

interface Placed extends WireParagraph {
  /** Of the block that it is of; null for a dateline that stands alone. */
  readonly index: number | null;
}

/** The order of a wire copy's blocks: corrections last (`formats.md` T2). Blank ones are not written. */
export function wireOrder(body: Node): readonly { readonly node: Node; readonly index: number }[] {
  const blocks = bodyBlocks(body).filter(({ node }) => !isBlank(node));
  const isCorrection = ({ node }: { readonly node: Node }): boolean => node.type.name === 'correction';
  return [...blocks.filter((one) => !isCorrection(one)), ...blocks.filter(isCorrection)];
}

// The lead with its dateline, then the blocks in their order.
function bodyOf({ body }: Article, say: Say): readonly Placed[] {
  const dateline = say(headerText(body, 'dateline'));
  const paragraphs = wireOrder(body).flatMap(({ node, index }) =>
    wireParagraphs(node, say).map((paragraph) => ({
      ...paragraph,
      index,
      runsIn: node.type.name === 'paragraph',
    })),
  );
  const [lead, ...rest] = paragraphs;
  if (dateline === '') return paragraphs;
  if (lead?.runsIn === true) return [{ ...lead, text: `${dateline} ${lead.text}` }, ...rest];
  return [{ text: dateline, isAligned: false, index: null }, ...paragraphs];
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
  if (width === null || isAligned) return trimmed(lines.join('\n'));
  return trimmed(lines.map((line) => wrapped(line, width, indentOf(line))).join('\n'));
};

const trimmed = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');

/** An article as wire copy: head, body, ENDS, and where its blocks stand in it (`formats.md` T1–T3). */
export function wireCopy(article: Article, { say, width }: Wire): WireCopy {
  const head = headOf(article).map((line) => {
    const text = cleanText(say(line)).replaceAll(/\s*\n\s*/gu, ' ');
    return trimmed(width === null ? text : wrapped(text, width, 2));
  });
  const parts = [
    { text: head.filter((line) => line !== '').join('\n'), index: null },
    ...bodyOf(article, say).map((paragraph) => ({
      text: fitted(paragraph, width),
      index: paragraph.index,
    })),
    { text: 'ENDS', index: null },
  ].filter(({ text }) => text.trim() !== '');
  const places = new Map<number, { readonly from: number; readonly to: number }>();
  let line = 1;
  for (const { text, index } of parts) {
    const to = line + text.split(lineEnd).length - 1;
    if (index !== null) places.set(index, { from: places.get(index)?.from ?? line, to });
    line = to + 2;
  }
  return { text: `${parts.map(({ text }) => text).join('\n\n')}\n`, places };
}

/** The body alone as paragraphs of plain text, for a clipboard: what a fragment says in HTML. */
export const wireText = (article: Article): string =>
  `${bodyOf(article, asIs)
    .map((paragraph) => fitted(paragraph, null))
    .join('\n\n')}\n`;
