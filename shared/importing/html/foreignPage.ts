import type { Node } from 'prosemirror-model';
import { bodyBlocks, plainText, wordsOf } from '../../article/text.ts';
import { isBlank } from '../../article/blank.ts';
import { schema } from '../../article/schema.ts';
import { isByline } from '../byline.ts';
import { isDateStamp } from '../doubts.ts';
import { readFurniture, withoutFurniture } from '../furniture.ts';
import { endsSentence } from '../lines.ts';
import { withDatelineOut, withLabelledBlocks } from '../labelledBlocks.ts';
import { countsOf, countsOfWords, type Counts } from '../counts.ts';
import { createPictureHolder, partHeld } from '../heldPictures.ts';
import type { Imported, Source } from '../importer.ts';
import { withRelatedLines } from '../liftHead.ts';
import type { Decision } from '../receipt.ts';
import { baseOf, picturesAround, remotePictures, resolveAddresses } from './addresses.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { blocksOf } from './foreignMarkup.ts';
import { mainContentOf, withoutUnseen } from './mainContent.ts';
import { headlineOf, kickerOf, ledeOf, says, standfirstOf, textOf, withLede } from './pageHead.ts';
import { readPageData, type PageData } from './pageData.ts';
import { pageLines, type PageLine } from './pageLines.ts';
import { embedsOf, restOfPage } from './restOfPage.ts';

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

const lifted = (what: string, text: string): readonly Decision[] =>
  text === '' ? [] : [{ kind: 'lifted', what, text }];

/** Reads anybody's page: its article found, its head lifted, the rest removed and listed. */
export function readForeignPage(page: PageDocument, source: Source): Imported {
  const data = readPageData(page);
  const lines = pageLines(page.body);
  const before = countsOfPage(page, lines);
  const embeds = embedsOf(page.body);
  const headings = [...page.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  const headline = headlineOf(headings, data.titles);
  const pictures = createPictureHolder();
  const doubts = resolveAddresses(page.body, baseOf(page, data.canonical), { name: source.name, pictures });
  const lede = ledeOf(page, data.picture);
  withoutUnseen(page);
  const kicker = kickerOf(page, headline);
  const standfirst = standfirstOf(page, data.description);
  const bylines = [
    ...page.querySelectorAll('[rel="author"], [itemprop="author"], [class*="byline"], [class*="author"]'),
  ].map(textOf);
  const byline =
    bylines.find(isByline) ??
    topByline(page) ??
    (data.authors.length === 0 ? '' : `By ${data.authors.join(', ')}`);
  const content = mainContentOf(page);
  const parsed = withLede(blocksOf(page, content), page, lede);
  const told = [
    kicker,
    headline,
    standfirst,
    byline,
    data.section ?? '',
    ...data.authors,
    ...data.authors.map((name) => `By ${name}`),
  ];
  const blocks = withRelatedLines(withLabelledBlocks(withoutHead(parsed, told)));
  const units = blocks.map((node) => ({ node, text: plainText(node) }));
  const { kept: text, removed: tail } = withoutTail(units);
  const { kept, removed } = withoutFurniture(text);
  const { dateline, blocks: body } = withDatelineOut(kept.map(({ node }) => node));
  const made = schema.node('doc', null, [
    field('kicker', kicker),
    field('headline', headline),
    field('standfirst', standfirst),
    field('byline', byline),
    field('dateline', dateline),
    ...(body.length === 0 ? [schema.node('paragraph')] : body),
  ]);
  const held = partHeld(made, pictures.all());
  const decisions: readonly Decision[] = [
    ...doubts,
    ...picturesAround(held.others),
    ...data.undated.map(
      (moment) =>
        ({ kind: 'doubted', what: 'a date without a time zone was not taken over', text: moment }) as const,
    ),
    ...remotePictures(addressesOf(made)),
    ...lifted('Kicker', kicker),
    ...lifted('Headline', headline),
    ...lifted('Standfirst', standfirst),
    ...lifted('Byline', byline),
    ...lifted('Dateline', dateline),
    ...body
      .filter(({ type }) => type.name === 'relatedLink')
      .map((node) => ({ kind: 'typed', what: 'Related link', text: plainText(node) }) as const),
    ...tail.map(({ text: line }) => ({
      kind: 'removed' as const,
      what: 'Links below the article',
      text: line,
      class: 'tail',
    })),
    ...removed.map(({ unit, class: found }) => ({
      kind: 'removed' as const,
      what: found.label,
      text: unit.text,
      class: found.id,
    })),
    ...embeds,
  ];
  return {
    body: made,
    envelope: envelopeOf(data),
    held: held.shown,
    receipt: {
      source: source.name,
      decisions: [...decisions, ...restOfPage(lines, made, decisions)],
      counts: { before, after: countsOf(made) },
      plain: lines.map((line) => line.text).join('\n'),
      wordsBefore: before.words,
      wordsAfter: wordsOf(made),
    },
  };
}

// A paragraph that says who wrote it, right at the top of what is read.
function topByline(page: PageDocument): string | undefined {
  const below = belowTitles(page);
  const hasHeader = page.querySelector('header') !== null;
  const top: PageElement[] = [];
  for (const paragraph of page.querySelectorAll('p')) {
    const box = paragraph.parentElement;
    const isBelow = below.has(paragraph) || (box?.localName === 'div' && below.has(box));
    if (isBelow || (hasHeader && paragraph.closest('header') !== null)) top.push(paragraph);
    if (top.length === 4) break;
  }
  return top.map(textOf).find(isByline);
}

// What stands after a title in the same box; a selector would ask each paragraph for all beside it.
function belowTitles(page: PageDocument): ReadonlySet<PageElement> {
  const below = new Set<PageElement>();
  const boxes = new Set([...page.querySelectorAll('h1')].map(({ parentElement }) => parentElement));
  for (const box of boxes) {
    let isBelow = false;
    for (const child of box?.children ?? []) {
      if (isBelow) below.add(child);
      isBelow ||= child.localName === 'h1';
    }
  }
  return below;
}

const envelopeOf = (data: PageData): Imported['envelope'] => {
  const { language, direction, canonical, section, published, modified, expires, keywords } = data;
  return {
    ...(language === undefined ? {} : { language }),
    ...(direction === undefined ? {} : { direction }),
    ...(canonical === undefined ? {} : { canonical }),
    ...(section === undefined ? {} : { section }),
    ...(published === undefined ? {} : { published }),
    ...(modified === undefined ? {} : { modified }),
    ...(expires === undefined ? {} : { expires }),
    ...(keywords.length === 0 ? {} : { keywords }),
  };
};

function countsOfPage(page: PageDocument, lines: readonly PageLine[]): Counts {
  const seen = lines.filter(({ unseen }) => !unseen).map(({ text }) => text);
  const count = (selector: string): number => [...page.body.querySelectorAll(selector)].length;
  return {
    ...countsOfWords(seen.join('\n')),
    listItems: count('li'),
    links: count('a[href]:not([href^="#"])'),
    footnotes: 0,
    images: count('img'),
  };
}

const addressesOf = (body: Node): readonly string[] =>
  bodyBlocks(body)
    .map(({ node }): unknown => node.attrs['src'])
    .filter((src): src is string => typeof src === 'string' && /^https?:/iu.test(src));

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
  // Related links under a label are the article's own end list.
  let last = units.length;
  while (units[last - 1]?.node.type.name === 'relatedLink') last -= 1;
  let end = last;
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
  return { kept: [...units.slice(0, cut), ...units.slice(last)], removed: units.slice(cut, last) };
}

/** The words of an article's running text, without captions and related links. */
export const runningText = (body: Node): string =>
  bodyBlocks(body)
    .filter(({ node }) => !['figure', 'relatedLink'].includes(node.type.name))
    .map(({ node }) => plainText(node))
    .join('\n');
