import type { Node } from 'prosemirror-model';
import { findDateline, parseDateline, suggestDateline } from '../article/dateline.ts';
import { schema } from '../article/schema.ts';
import { countWords, wordsOf } from '../article/text.ts';
import { isByline } from './byline.ts';
import { isDateStamp } from './doubts.ts';
import { type DeskLines, takeDeskLines } from './deskLines.ts';
import { withoutFurniture } from './furniture.ts';
import { type Head, readHead } from './head.ts';
import type { Imported, Importer, Source } from './importer.ts';
import { languageOfScript } from './language.ts';
import { type Line, readLines } from './lines.ts';
import { readListItem } from './listItem.ts';
import type { Decision } from './receipt.ts';
import { readRelated } from './related.ts';
import { remarks } from './remarks.ts';
import { readBlocks } from './textBlocks.ts';
import { toUnits, type Unit } from './units.ts';
import { readWire, type Wire } from './wire.ts';

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

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

const labelWords = (blocks: readonly Node[]): number =>
  blocks.reduce(
    (sum, { attrs }) => sum + (typeof attrs['label'] === 'string' ? countWords(attrs['label']) : 0),
    0,
  );

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

/** Reads a text as an article: its head lifted, its blocks typed, web furniture removed, and every decision listed. */
export function importText(source: Source): Imported {
  const { groups, unseen } = readLines(source.text);
  const desk = takeDeskLines(groups);
  const wire = readWire(desk.groups);
  const units = toUnits(wire?.groups ?? desk.groups, starts, ({ text }) => isByline(text), wire?.width);
  const { kept, removed } = wire === null ? withoutFurniture(units) : { kept: units, removed: [] };
  const head = wire === null ? readHead(kept) : headOf(wire, kept);
  const lead = readLead(head);
  const { blocks, decisions } = readBlocks(lead.units, wire !== null);
  const held = desk.unclear.map((line) => schema.node('paragraph', null, schema.text(line.text)));
  const body = schema.node('doc', null, [
    field('kicker', head.kicker),
    field('headline', head.headline),
    field('standfirst', head.standfirst),
    field('byline', lead.byline),
    field('dateline', lead.dateline),
    ...held,
    ...(blocks.length + held.length === 0 ? [schema.node('paragraph')] : blocks),
  ]);
  const taken: readonly Decision[] = [
    ...removed.map(({ unit, class: found }) => ({
      kind: 'removed' as const,
      what: found.label,
      text: unit.text,
      line: unit.line,
      class: found.id,
    })),
    ...unseen.map(({ text, number }) => ({
      kind: 'removed' as const,
      what: 'Invisible characters',
      text,
      line: number,
      class: 'invisible',
    })),
  ];
  const language = languageOfScript(source.text);
  const all = [...desk.decisions, ...head.decisions, ...lead.decisions, ...decisions, ...taken].toSorted(
    byLine,
  );
  return {
    body,
    envelope: {
      ...(language === null ? {} : { language: language.language }),
      ...envelopeOf(desk, wire?.slug ?? ''),
    },
    receipt: {
      source: source.name,
      decisions: [
        ...all,
        ...remarks(source, body, {
          language,
          date: parseDateline(lead.dateline)?.date ?? null,
        }),
      ],
      wordsBefore: units.reduce(
        (sum, unit) => sum + countWords(unit.text),
        countWords(desk.unclear.map((line) => line.text).join(' ')) +
          countWords(wire === null ? '' : `${wire.kicker} ${wire.headline} ${wire.byline}`),
      ),
      wordsAfter: wordsOf(body) + labelWords(blocks),
    },
  };
}

/** Plain text: a file as a reporter files it, or a page as a reader copies it. */
export const text: Importer = {
  id: 'text',
  label: 'Plain text',
  extensions: ['txt', 'text'],
  run: importText,
};
