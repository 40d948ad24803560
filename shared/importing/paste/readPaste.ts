import { countWords } from '../../article/text.ts';
import { countsOfWords, type Counts } from '../counts.ts';
import type { PageDocument } from '../html/dom.ts';
import type { Decision } from '../receipt.ts';
import { readOfficeSheet, sheetsIn } from './css.ts';
import { readHeadings } from './headings.ts';
import { readInlineStyles, readSpaces } from './inline.ts';
import { readLinks } from './links.ts';
import { joinLeveledLists, nestLists } from './lists.ts';
import { readNotes } from './notes.ts';
import { isEmpty, type Pasting, visibleText } from './pasting.ts';
import { type PastedPicture, readPictures } from './pictures.ts';
import { readQuotes } from './quotes.ts';
import { type PasteSource, sourceOf } from './source.ts';
import { readTables } from './tables.ts';
import { splitAtBlankLines, stripMarkup } from './tidy.ts';
import { type PastedTitle, readTitle } from './title.ts';
import { removeComments, removeUnseen, tellChanges } from './unseen.ts';
import { readWordLists } from './wordLists.ts';

/** What a paste was, and what was decided while it was cleaned. */
export interface PasteReading {
  readonly source: PasteSource;
  readonly decisions: readonly Decision[];
  readonly before: Counts;
  /** Every word that could be read in the source, line by line: "as it was". */
  readonly plain: string;
  /** What of `plain` is not in the body and need not be: bullets and numbers that became lists, what was told as removed. */
  readonly replaced: readonly string[];
  /** Pictures that came as data, for the empty figures in the body, in their order. */
  readonly pictures: readonly PastedPicture[];
  readonly footnotes: number;
  readonly title: PastedTitle;
}

/**
 * Makes anybody's clipboard HTML such that our parse rules mean by it what its author meant. Changes the body of `page`,
 * an inert document that was made of `html`; nothing is fetched, no word goes without a decision that says so.
 */
export function readPaste(page: PageDocument, html: string): PasteReading {
  const { body } = page;
  const decisions: Decision[] = [];
  const pasting: Pasting = {
    page,
    body,
    sheet: readOfficeSheet(sheetsIn(html)),
    source: sourceOf(html),
    note: (kind, what, text) => {
      decisions.push({ kind, what, text });
    },
    replaced: [],
  };
  // HTML's parser puts what a fragment begins with into the head, if it may stand there.
  body.prepend(...page.head.querySelectorAll('noscript'));
  removeUnseen(pasting);
  const plain = visibleText(body);
  const unseen = decisions.length;
  const links = [...body.querySelectorAll('a[href]')].filter(
    (link) => !String(link.getAttribute('href')).startsWith('#') && !isEmpty(link),
  ).length;
  removeComments(pasting);
  tellChanges(pasting);
  const footnotes = readNotes(pasting);
  readSpaces(pasting);
  readWordLists(pasting);
  joinLeveledLists(pasting);
  nestLists(pasting);
  const title = readTitle(pasting);
  readHeadings(pasting);
  splitAtBlankLines(pasting);
  readQuotes(pasting);
  readInlineStyles(pasting);
  readTables(pasting);
  const { pictures, seen: images } = readPictures(pasting);
  readLinks(pasting);
  const listItems = [...body.querySelectorAll('li')].length;
  stripMarkup(pasting);
  return {
    source: pasting.source,
    decisions,
    before: { ...withoutMarkers(plain, pasting.replaced), listItems, links, images, footnotes },
    plain,
    replaced: [
      ...pasting.replaced,
      ...decisions.slice(unseen).flatMap(({ kind, text }) => (kind === 'removed' ? [text] : [])),
    ],
    pictures,
    footnotes,
    title,
  };
}

// The numbers of a list are the list's own afterwards: they count neither before nor after.
function withoutMarkers(
  plain: string,
  markers: readonly string[],
): Pick<Counts, 'words' | 'digits' | 'quotes'> {
  // Line by line, as the words of an article are counted block by block.
  const words = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + countWords(line), 0);
  const [all, own] = [countsOfWords(plain), countsOfWords(markers.join('\n'))];
  return {
    words: words(plain.split('\n')) - words(markers),
    digits: all.digits - own.digits,
    quotes: all.quotes - own.quotes,
  };
}
