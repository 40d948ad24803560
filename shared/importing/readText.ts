import { findDateline, suggestDateline } from '../article/dateline.ts';
import { schema } from '../article/schema.ts';
import { countWords } from '../article/text.ts';
import { isByline } from './byline.ts';
import { type DeskLines, takeDeskLines } from './deskLines.ts';
import { isDateStamp } from './doubts.ts';
import { withoutFurniture } from './furniture.ts';
import { type Head, readHead } from './head.ts';
import type { Imported } from './importer.ts';
import { type Line, readLines } from './lines.ts';
import { readListItem } from './listItem.ts';
import type { Decision } from './receipt.ts';
import { readRelated } from './related.ts';
import { type ReadBlock, readBlocks } from './textBlocks.ts';
import { toUnits, type Unit } from './units.ts';
import { readWire, type Wire } from './wire.ts';

/** What a text says: the fields of its head, its blocks with the lines they were read from, and every decision. */
export interface TextReading {
  readonly head: Pick<Head, 'kicker' | 'headline' | 'standfirst' | 'byline'> & { readonly dateline: string };
  readonly blocks: readonly ReadBlock[];
  readonly envelope: Imported['envelope'];
  readonly decisions: readonly Decision[];
  /** Words in the source, less those for the desk. */
  readonly words: number;
}

/** How far down the head of an article may reach, in units. */
const headReach = 12;

const starts = ({ text }: Line, units: number): boolean =>
  readListItem(text) !== null ||
  readRelated(text) !== null ||
  (units < headReach && (isByline(text) || findDateline(text) !== null));

interface Lead {
  readonly dateline: string;
  readonly byline: string;
  readonly units: readonly Unit[];
  readonly decisions: readonly Decision[];
}

function startDoubts({ text, line }: Unit): readonly Decision[] {
  const suggested = suggestDateline(text);
  if (suggested !== null)
    return [{ kind: 'doubted', what: 'the text may begin with a dateline', text: suggested, line }];
  return isDateStamp(text)
    ? [{ kind: 'doubted', what: 'the text begins with a date; it may be the publication date', text, line }]
    : [];
}

/** Lifts the dateline, and a byline run into it, off the first paragraph. */
function readLead({ byline, rest }: Head): Lead {
  const [first, ...others] = rest;
  const found = first === undefined ? null : findDateline(first.text);
  if (first === undefined || found === null || (found.byline !== undefined && byline !== '')) {
    return { dateline: '', byline, units: rest, decisions: first === undefined ? [] : startDoubts(first) };
  }
  const run = found.prefix.slice(0, found.prefix.length - found.text.length).trim();
  const text = first.text.slice(found.prefix.length).trim();
  const lifted = (what: string, part: string): Decision => ({
    kind: 'lifted',
    what,
    text: part,
    line: first.line,
  });
  return {
    dateline: found.text,
    byline: run === '' ? byline : run,
    units: text === '' ? others : [{ ...first, text }, ...others],
    decisions: [...(run === '' ? [] : [lifted('Byline', run)]), lifted('Dateline', found.text)],
  };
}

// A wire copy says what its lines are by their order.
function headOf(wire: Wire, rest: readonly Unit[]): Head {
  const { slug, kicker, headline, byline, end } = wire;
  const decisions: Decision[] = [];
  const lift = (what: string, text: string): void => {
    if (text !== '') decisions.push({ kind: 'lifted', what, text, line: 1 });
  };
  lift('Slugline', slug);
  lift('Kicker', kicker);
  lift('Headline', headline);
  lift('Byline', byline);
  const ends = { kind: 'removed', what: 'End of the copy', text: end.text, line: end.number } as const;
  return {
    kicker,
    headline,
    standfirst: '',
    byline,
    rest,
    decisions: [...decisions, { ...ends, class: 'wire' }],
  };
}

const envelopeOf = ({ embargo, edNote }: DeskLines, slug: string): Imported['envelope'] => ({
  ...(embargo === '' ? {} : { embargo }),
  ...(edNote === '' ? {} : { edNote }),
  ...(slug === '' ? {} : /^[a-z0-9-]+$/u.test(slug) ? { slug } : { slugline: slug }),
});

const byLine = (a: Decision, b: Decision): number => (a.line ?? 0) - (b.line ?? 0);

/** Reads a text: its head lifted, its blocks typed, web furniture removed, and every decision listed. */
export function readText(text: string): TextReading {
  const { groups, unseen } = readLines(text);
  const desk = takeDeskLines(groups);
  const wire = readWire(desk.groups);
  const units = toUnits(wire?.groups ?? desk.groups, starts, (line) => isByline(line.text), wire?.width);
  const { kept, removed } = wire === null ? withoutFurniture(units) : { kept: units, removed: [] };
  const head = wire === null ? readHead(kept) : headOf(wire, kept);
  const lead = readLead(head);
  const { blocks, decisions } = readBlocks(lead.units, wire !== null);
  const held = desk.unclear.map((line) => ({
    node: schema.node('paragraph', null, schema.text(line.text)),
    from: [{ text: line.text, line: line.number, lines: 1, indent: line.indent, alone: true }],
  }));
  const all = [...held, ...blocks];
  const above = (line: number): number =>
    all.filter(({ from }) => from.every((unit) => unit.line < line)).length;
  // What a block is made of stands in it; what was taken out of their midst has a place.
  const placed = decisions.map((one) =>
    one.kind === 'removed' && one.line !== undefined ? { ...one, at: above(one.line) } : one,
  );
  const taken: readonly Decision[] = [
    ...removed.map(({ unit, class: found }) => ({
      kind: 'removed' as const,
      what: found.label,
      text: unit.text,
      line: unit.line,
      class: found.id,
      at: above(unit.line),
    })),
    ...unseen.map((line) => ({
      kind: 'removed' as const,
      what: 'Invisible characters',
      text: line.text,
      line: line.number,
      class: 'invisible',
    })),
  ];
  return {
    head: { ...head, byline: lead.byline, dateline: lead.dateline },
    blocks: all,
    envelope: envelopeOf(desk, wire?.slug ?? ''),
    decisions: [...desk.decisions, ...head.decisions, ...lead.decisions, ...placed, ...taken].toSorted(
      byLine,
    ),
    words: units.reduce(
      (sum, unit) => sum + countWords(unit.text),
      countWords(desk.unclear.map((line) => line.text).join(' ')) +
        countWords(wire === null ? '' : `${wire.kicker} ${wire.headline} ${wire.byline}`),
    ),
  };
}
