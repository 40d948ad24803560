import type { Node } from 'prosemirror-model';
import { bodyBlocks, plainText, wordsOf } from '../../article/text.ts';
import { isBlank } from '../../article/blank.ts';
import { schema } from '../../article/schema.ts';
import { addressesOf, withAddresses } from '../addressesOf.ts';
import { isByline } from '../byline.ts';
import { isDateStamp } from '../doubts.ts';
import { withoutFurniture } from '../furniture.ts';
import { withDatelineOut, withLabelledBlocks } from '../labelledBlocks.ts';
import { countsOf, countsOfWords, type Counts } from '../counts.ts';
import { createPictureHolder, partHeld, type HeldPicture } from '../heldPictures.ts';
import type { Imported, Source } from '../importer.ts';
import { withRelatedLines } from '../liftHead.ts';
import { placeAfter, withPlace } from '../placeAfter.ts';
import type { Decision } from '../receipt.ts';
import { removedUnits } from '../removedUnits.ts';
import { baseOf, picturesAround, remotePictures, resolveAddresses } from './addresses.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { blocksOf } from './foreignMarkup.ts';
import { mainContentOf, withoutUnseen } from './mainContent.ts';
import { headlineOf, kickerOf, ledeOf, says, standfirstOf, textOf, withLede } from './pageHead.ts';
import { readPageData, type PageData } from './pageData.ts';
import { pageLines, type PageLine } from './pageLines.ts';
import { embedsOf, restOfPage } from './restOfPage.ts';
import { tailLinks, withoutTail, type Unit } from './tail.ts';

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

const lifted = (what: string, text: string): readonly Decision[] =>
  text === '' ? [] : [{ kind: 'lifted', what, text }];

/** Reads anybody's page: its article found, its head lifted, the rest removed and listed. */
export function readForeignPage(page: PageDocument, source: Source): Imported {
  const data = readPageData(page);
  const pictures = createPictureHolder();
  const doubts = resolveAddresses(page.body, baseOf(page, data.canonical), { name: source.name, pictures });
  const lines = pageLines(page.body);
  const before = countsOfPage(page, lines);
  const embeds = embedsOf(page.body);
  const headings = [...page.querySelectorAll('h1')].map(textOf).filter((text) => text !== '');
  const headline = headlineOf(headings, data.titles);
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
  const place = placeAfter(made);
  const placed = removedUnits<Unit, { readonly id: string; readonly label: string }>(units, [
    ...removed,
    ...tail.map((unit) => ({ unit, class: tailLinks })),
  ]).map(({ unit, after, ...rest }) => ({ unit, class: rest.class, at: place(after) }));
  const decisions: readonly Decision[] = [
    ...doubts,
    ...picturesAround(held.others),
    ...data.undated.map(
      (moment) =>
        ({ kind: 'doubted', what: 'a date without a time zone was not taken over', text: moment }) as const,
    ),
    ...remotePictures(picturesOf(made)),
    ...lifted('Kicker', kicker),
    ...lifted('Headline', headline),
    ...lifted('Standfirst', standfirst),
    ...lifted('Byline', byline),
    ...lifted('Dateline', dateline),
    ...body
      .filter(({ type }) => type.name === 'relatedLink')
      .map((node) => ({ kind: 'typed', what: 'Related link', text: plainText(node) }) as const),
    ...placed.map(({ unit, class: found, at }) => ({
      kind: 'removed' as const,
      what: found.label,
      text: unit.text,
      class: found.id,
      ...withPlace(at),
      ...withAddresses(addressesOf(unit.node)),
    })),
    ...embeds,
  ];
  return {
    body: made,
    envelope: envelopeOf(data),
    held: held.shown,
    receipt: {
      source: source.name,
      decisions: [...decisions, ...restOfPage(lines, made, decisions)].map((one) =>
        withPaths(one, pictures.all()),
      ),
      counts: { before, after: countsOf(made) },
      plain: lines.flatMap(({ text: line }) => (line === '' ? [] : [line])).join('\n'),
      wordsBefore: before.words,
      wordsAfter: wordsOf(made),
    },
  };
}

// A held address means something to the importer alone.
function withPaths(decision: Decision, held: readonly HeldPicture[]): Decision {
  if (decision.addresses === undefined) return decision;
  const addresses = decision.addresses.map((one) => {
    const from = held.find(({ src }) => src === one.address)?.from;
    return from === undefined ? one : { ...one, address: from.kind === 'beside' ? from.path : '' };
  });
  return { ...decision, addresses };
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

const picturesOf = (body: Node): readonly string[] =>
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

/** The words of an article's running text, without captions and related links. */
export const runningText = (body: Node): string =>
  bodyBlocks(body)
    .filter(({ node }) => !['figure', 'relatedLink'].includes(node.type.name))
    .map(({ node }) => plainText(node))
    .join('\n');
