import type { Node } from 'prosemirror-model';
import { schema } from '../article/schema.ts';
import { isCrosshead, looksLikeCrosshead } from './crosshead.ts';
import { readListItem } from './listItem.ts';
import type { Decision } from './receipt.ts';
import { isRelatedHeading, readRelated } from './related.ts';
import { readList } from './textList.ts';
import type { Unit } from './units.ts';
import { readSign } from './signs.ts';
import { countWords } from '../article/text.ts';

/** A block, and the units that it was read from. */
export interface ReadBlock {
  readonly node: Node;
  readonly from: readonly Unit[];
}

/** The blocks that units became, and what was decided about them. */
export interface TextBlocks {
  readonly blocks: readonly ReadBlock[];
  readonly decisions: readonly Decision[];
}

const inline = (text: string): readonly Node[] => (text === '' ? [] : [schema.text(text)]);
const paragraph = (text: string): Node => schema.node('paragraph', null, inline(text));

const relatedNode = (label: string, title: string, href: string): Node =>
  schema.node('relatedLink', { label, href }, inline(title));

// Between the first paragraph and the last, on a line of its own.
const isLineAlone = (unit: Unit, at: number, end: number): boolean =>
  at > 0 && at < end - 1 && unit.alone && unit.lines === 1 && looksLikeCrosshead(unit.text);

const mostEndLinks = 12;

const couldBeTitle = ({ text }: Unit): boolean =>
  text.length <= 200 && !/[^.]\.$/u.test(text) && countWords(text) >= 3 && readListItem(text) === null;

/** Where an end list begins: a label alone on its line, and nothing but titles after it; the number of units if there is none. */
function endListStart(units: readonly Unit[]): number {
  for (let at = units.length - 2; at >= Math.max(1, units.length - 1 - mostEndLinks); at -= 1) {
    const unit = units[at];
    if (unit === undefined) break;
    if (isRelatedHeading(unit.text)) return at;
    const below = units[at + 1];
    if (below === undefined || !couldBeTitle(below)) break;
  }
  return units.length;
}

function endList(units: readonly Unit[]): TextBlocks {
  const [heading, ...titles] = units;
  if (heading === undefined) return { blocks: [], decisions: [] };
  const label = heading.text.replace(/\s*[:：]$/u, '');
  const own = titles.map((unit) => readRelated(unit.text));
  // Where each link has a label of its own, the page says that of the list nowhere.
  const isSaid = own.includes(null);
  return {
    blocks: titles.map((unit, at) => {
      const related = own[at] ?? { label, title: unit.text, href: '' };
      return { node: relatedNode(related.label, related.title, related.href), from: [unit] };
    }),
    decisions: [
      {
        kind: isSaid ? 'typed' : 'removed',
        what: isSaid ? 'List of related links' : 'Label above related links that have their own',
        text: heading.text,
        line: heading.line,
      },
      ...titles.map(({ text, line }) => ({ kind: 'typed', what: 'Related link', text, line }) as const),
    ],
  };
}

/**
 * Reads the text of an article, below its head, as blocks: paragraphs, crossheads, lists and related links in place. Corrections
 * and pictures have their signs. In our own wire copy a short line alone is a crosshead, too.
 */
export function readBlocks(units: readonly Unit[], isWire = false): TextBlocks {
  const blocks: ReadBlock[] = [];
  const decisions: Decision[] = [];
  const end = endListStart(units);
  const blankLines = units.filter(({ alone }) => alone).length * 2 >= units.length;
  const typed = (what: string, { text, line }: Pick<Unit, 'text' | 'line'>): void => {
    decisions.push({ kind: 'typed', what, text, line });
  };
  for (let at = 0; at < end; at += 1) {
    const unit = units[at];
    if (unit === undefined) break;
    const list = readList(units, at, end);
    const related = list === null ? readRelated(unit.text) : null;
    const told = list === null ? readSign(unit.text) : null;
    if (list !== null) {
      const run = units.slice(at, at + list.length);
      blocks.push({ node: list.node, from: run });
      typed('List', { text: run.map(({ text }) => text).join('\n'), line: unit.line });
      at += list.length - 1;
    } else if (told !== null) {
      blocks.push({ node: told.node, from: [unit] });
      typed(told.what, unit);
    } else if (related !== null) {
      blocks.push({ node: relatedNode(related.label, related.title, related.href), from: [unit] });
      typed('Related link', unit);
    } else if (
      isCrosshead(unit, units[at - 1], units[at + 1], blankLines) ||
      (isWire && isLineAlone(unit, at, end))
    ) {
      blocks.push({ node: schema.node('heading', { level: 2 }, inline(unit.text)), from: [unit] });
      typed('Crosshead', unit);
    } else blocks.push({ node: paragraph(unit.text), from: [unit] });
  }
  const links = endList(units.slice(end));
  return { blocks: [...blocks, ...links.blocks], decisions: [...decisions, ...links.decisions] };
}
