import { findDateline } from '../article/dateline.ts';
import { isByline } from './byline.ts';
import { isDateStamp } from './doubts.ts';
import { endsSentence } from './lines.ts';
import { readListItem } from './listItem.ts';
import type { Decision } from './receipt.ts';
import { readRelated } from './related.ts';
import { readSign } from './signs.ts';
import type { Unit } from './units.ts';

/** What stands above the text of an article: the lifted fields, the units that remain, and the decisions. */
export interface Head {
  readonly kicker: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly byline: string;
  readonly rest: readonly Unit[];
  readonly decisions: readonly Decision[];
}

const longestHeadline = 250;
const longestStandfirst = 350;
const longestKicker = 60;

const words = (text: string): number => text.split(/\s+/u).length;

// A picture or a rule is no title; "Correction: Ferry late" may be one.
const isShown = (text: string): boolean => ['figure', 'rule'].includes(readSign(text)?.node.type.name ?? '');

const isTitle = ({ text }: Unit, units: number): boolean =>
  text.length <= longestHeadline &&
  words(text) <= 35 &&
  (units > 1 || words(text) <= 15) &&
  !(/[.।]["'”’»)]*$/u.test(text) && !text.endsWith('...') && (units === 1 || words(text) > 12)) &&
  !isByline(text) &&
  readListItem(text) === null &&
  readRelated(text) === null &&
  !isShown(text) &&
  findDateline(text) === null;

/** The kicker and headline of a title, split at its bar; no kicker where the bar parts a site's name off. */
export function splitTitle(title: string): {
  readonly kicker: string;
  readonly bar: string;
  readonly headline: string;
} {
  const at = title.search(/[|｜]/u);
  const kicker = title.slice(0, at).trim();
  const headline = title.slice(at + 1).trim();
  const isKicker =
    at > 0 &&
    headline !== '' &&
    kicker !== '' &&
    kicker.length <= longestKicker &&
    kicker.length <= headline.length;
  return isKicker ? { kicker, bar: title.charAt(at), headline } : { kicker: '', bar: '', headline: title };
}

const isStandfirst = (unit: Unit | undefined, next: Unit | undefined): boolean =>
  unit !== undefined &&
  next !== undefined &&
  unit.text.length <= longestStandfirst &&
  words(unit.text) >= 4 &&
  !isDateStamp(unit.text) &&
  !isByline(unit.text) &&
  readListItem(unit.text) === null &&
  readRelated(unit.text) === null &&
  readSign(unit.text) === null &&
  findDateline(unit.text) === null &&
  (isByline(next.text) || findDateline(next.text) !== null) &&
  (endsSentence(unit.text) || words(unit.text) >= 6);

/** Reads the kicker, headline, standfirst and byline off the start of an article, each only where it is certain. */
export function readHead(units: readonly Unit[]): Head {
  const decisions: Decision[] = [];
  const rest = [...units];
  const lift = (what: string, { text, line }: Pick<Unit, 'text' | 'line'>): string => {
    decisions.push({ kind: 'lifted', what, text, line });
    return text;
  };
  const next = (): Unit | undefined => rest[0];
  const take = (what: string): string => {
    const unit = rest.shift();
    return unit === undefined ? '' : lift(what, unit);
  };

  let kicker = '';
  let headline = '';
  const title = next();
  if (title !== undefined && isTitle(title, units.length)) {
    rest.shift();
    const split = splitTitle(title.text);
    if (split.kicker !== '') lift('Kicker', { text: `${split.kicker} ${split.bar}`, line: title.line });
    kicker = split.kicker;
    headline = lift('Headline', { text: split.headline, line: title.line });
  }
  const standfirst = headline !== '' && isStandfirst(rest[0], rest[1]) ? take('Standfirst') : '';
  const after = next();
  const byline = after !== undefined && isByline(after.text) ? take('Byline') : '';
  return { kicker, headline, standfirst, byline, rest, decisions };
}
