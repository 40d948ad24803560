import type { Node } from 'prosemirror-model';
import { bodyBlocks, countWords, plainText, wordsOf } from '../../article/text.ts';
import { isBlank } from '../../article/blank.ts';
import { schema } from '../../article/schema.ts';
import { isByline } from '../byline.ts';
import { isDateStamp } from '../doubts.ts';
import { readFurniture, withoutFurniture } from '../furniture.ts';
import { endsSentence } from '../lines.ts';
import { withDatelineOut, withLabelledBlocks } from '../labelledBlocks.ts';
import type { Imported, Source } from '../importer.ts';
import type { Decision } from '../receipt.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { blocksOf } from './foreignMarkup.ts';
import { mainContentOf, withoutUnseen } from './mainContent.ts';
import { readPageData } from './pageData.ts';

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether two lines say the same, whatever their quotes, dashes and spaces. */
const says = (one: string, other: string): boolean => plain(one) === plain(other) && plain(one) !== '';

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

const lifted = (what: string, text: string): readonly Decision[] =>
  text === '' ? [] : [{ kind: 'lifted', what, text }];

/** Reads anybody's page: its article found, its head lifted, the rest removed and listed. */
export function readForeignPage(page: PageDocument, source: Source): Imported {
  const data = readPageData(page);
  const headings = [...page.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  const headline = headlineOf(headings, data.titles);
  withoutUnseen(page);
  const wordsBefore = countWords(page.body.textContent);
  const standfirst = standfirstOf(page, data.description);
  const bylines = [
    ...page.querySelectorAll('[rel="author"], [itemprop="author"], [class*="byline"], [class*="author"]'),
  ].map(textOf);
  const byline = bylines.find(isByline) ?? (data.authors.length === 0 ? '' : `By ${data.authors.join(', ')}`);
  const content = mainContentOf(page);
  const parsed = blocksOf(page, content);
  const told = [
    headline,
    standfirst,
    byline,
    data.section ?? '',
    ...data.authors,
    ...data.authors.map((name) => `By ${name}`),
  ];
  const blocks = withoutHead(parsed, told);
  const units = blocks.map((node) => ({ node, text: plainText(node) }));
  const { kept: text, removed: tail } = withoutTail(units);
  const { kept, removed } = withoutFurniture(text);
  const { dateline, blocks: body } = withDatelineOut(withLabelledBlocks(kept.map(({ node }) => node)));
  const made = schema.node('doc', null, [
    field('kicker', ''),
    field('headline', headline),
    field('standfirst', standfirst),
    field('byline', byline),
    field('dateline', dateline),
    ...(body.length === 0 ? [schema.node('paragraph')] : body),
  ]);
  const decisions: readonly Decision[] = [
    ...lifted('Headline', headline),
    ...lifted('Standfirst', standfirst),
    ...lifted('Byline', byline),
    ...lifted('Dateline', dateline),
    ...tail.map(({ text: line }) => ({
      kind: 'removed' as const,
      what: 'Links below the article',
      text: line,
    })),
    ...removed.map(({ unit, class: found }) => ({
      kind: 'removed' as const,
      what: found.label,
      text: unit.text,
      class: found.id,
    })),
  ];
  const { language, direction, canonical, section, published, modified, expires, keywords } = data;
  return {
    body: made,
    envelope: {
      ...(language === undefined ? {} : { language }),
      ...(direction === undefined ? {} : { direction }),
      ...(canonical === undefined ? {} : { canonical }),
      ...(section === undefined ? {} : { section }),
      ...(published === undefined ? {} : { published }),
      ...(modified === undefined ? {} : { modified }),
      ...(expires === undefined ? {} : { expires }),
      ...(keywords.length === 0 ? {} : { keywords }),
    },
    receipt: { source: source.name, decisions, wordsBefore, wordsAfter: wordsOf(made) },
  };
}

const textOf = ({ textContent }: PageElement): string => textContent.replace(/\s+/gu, ' ').trim();

// The visible heading that says what the page's data say; else the surest of either.
function headlineOf(headings: readonly string[], titles: readonly string[]): string {
  const same = headings.find((heading) => titles.some((title) => says(heading, title)));
  if (same !== undefined) return same;
  const near = headings.find((heading) =>
    titles.some(
      (title) => plain(title).startsWith(plain(heading)) || plain(heading).startsWith(plain(title)),
    ),
  );
  if (near !== undefined && near.split(' ').length >= 3) return near;
  return titles[0] ?? headings[0] ?? '';
}

// A description is a standfirst only where readers see it.
function standfirstOf(page: PageDocument, description: string): string {
  if (description === '' || /(?:…|\.\.\.)$/u.test(description)) return '';
  const first = [...page.querySelectorAll('h2, h3, p, div')].find(
    (element) => element.textContent.length < description.length * 2 && says(textOf(element), description),
  );
  return first === undefined ? '' : textOf(first);
}

// What stands before the text and is the head again: its title, its author, its date.
function withoutHead(nodes: readonly Node[], told: readonly string[]): readonly Node[] {
  const seen = nodes.filter((node) => !isBlank(node));
  return seen.filter((node, index) => {
    if (node.isTextblock || node.type.name === 'quote') {
      const text = plainText(node);
      if (told.some((each) => says(each, text))) return false;
      if (index < 6 && (isDateStamp(text) || isByline(text))) return false;
    }
    return true;
  });
}

interface Unit {
  readonly node: Node;
  readonly text: string;
}

/** How much of a block's text is links, from 0 to 1. */
function linkShare(node: Node): number {
  let linked = 0;
  let all = 0;
  node.descendants((part) => {
    if (!part.isText) return;
    const length = part.text?.trim().length ?? 0;
    all += length;
    if (part.marks.some(({ type }) => type.name === 'link')) linked += length;
  });
  return all === 0 ? 1 : linked / all;
}

// Below the last paragraph of an article stand links to others, their headings, their pictures, and furniture.
function withoutTail(units: readonly Unit[]): {
  readonly kept: readonly Unit[];
  readonly removed: readonly Unit[];
} {
  let end = units.length;
  let cut = end;
  while (end > 1) {
    const unit = units[end - 1];
    if (unit === undefined) break;
    const isLinks = linkShare(unit.node) >= 0.8 && unit.text !== '' && !/[“"«„].{20,}[”"»]/u.test(unit.text);
    const isLabel = unit.node.type.name === 'heading' || (unit.text.length <= 40 && !endsSentence(unit.text));
    if (isLinks || readFurniture(unit.text) !== null) cut = end - 1;
    else if (!isLabel) break;
    end -= 1;
  }
  return { kept: units.slice(0, cut), removed: units.slice(cut) };
}

/** The words of an article's running text, without captions and related links. */
export const runningText = (body: Node): string =>
  bodyBlocks(body)
    .filter(({ node }) => !['figure', 'relatedLink'].includes(node.type.name))
    .map(({ node }) => plainText(node))
    .join('\n');
