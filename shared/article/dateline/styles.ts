import type { DateStyle } from './dates.ts';

/** How a dateline is written, apart from what it says: the marks around each part. */
export interface DatelineStyle {
  /** Places in capitals. Regions are kept as written. */
  readonly capitals: boolean;
  /** Between two places. */
  readonly between: string;
  /** Before and after a region or country. */
  readonly region: readonly [string, string];
  readonly beforeDate: string;
  /** null: this style writes no date. */
  readonly date: DateStyle | null;
  /** Before and after the source. */
  readonly source: readonly [string, string];
  readonly end: string;
}

/** A style that a desk may choose. */
export interface HouseStyle {
  readonly id: string;
  readonly label: string;
  /** Whether well-known cities stand without state or country. */
  readonly standAlone: boolean;
  readonly style: DatelineStyle;
}

const monthDay = (months: string, beforeYear: string | null = null): DateStyle => ({
  order: 'month-day',
  months,
  zero: '0',
  padded: false,
  ordinal: '',
  between: ' ',
  beforeYear,
});

const dayMonth = (months: string, ordinal = ''): DateStyle => ({
  ...monthDay(months, ' '),
  order: 'day-month',
  ordinal,
});

const plain: DatelineStyle = {
  capitals: false,
  between: '/',
  region: [', ', ''],
  beforeDate: ', ',
  date: null,
  source: [' (', ')'],
  end: '',
};

const house = (id: string, label: string, style: Partial<DatelineStyle>, standAlone = true): HouseStyle => ({
  id,
  label,
  standAlone,
  style: { ...plain, ...style },
});

/** The house styles of `formats.md` §6, and the common ones of other languages. Edit freely. */
export const houseStyles: readonly HouseStyle[] = [
  house('indian-daily', 'Indian daily: New Delhi, Dec 28:', { date: monthDay('en-short'), end: ':' }),
  house('caps-colon', 'Capitals and colon: NEW DELHI:', { capitals: true, end: ':' }),
  house('pti', 'PTI, IANS: New Delhi, Dec 28 (PTI)', { date: monthDay('en-short') }),
  house(
    'ani',
    'ANI: New Delhi [India], December 28 (ANI):',
    {
      region: [' [', ']'],
      date: monthDay('en-full'),
      end: ':',
    },
    false,
  ),
  house('reuters', 'Reuters: NEW DELHI, Dec 28 (Reuters) -', {
    capitals: true,
    date: monthDay('en-reuters'),
    end: ' -',
  }),
  house('ap', 'AP: NEW DELHI (AP) —', { capitals: true, end: ' —' }),
  house('ap-dated', 'AP with date: NEW DELHI, Dec. 28 (AP) —', {
    capitals: true,
    date: monthDay('en-ap', ', '),
    end: ' —',
  }),
  house('upi', 'UPI: NEW DELHI, Dec. 28 (UPI) —', { capitals: true, date: monthDay('en-ap'), end: ' —' }),
  house('xinhua', 'Xinhua: NEW DELHI, Dec. 28 (Xinhua) --', {
    capitals: true,
    date: monthDay('en-ap'),
    end: ' --',
  }),
  house('tass', 'TASS: NEW DELHI, December 28. /TASS/.', {
    capitals: true,
    date: monthDay('en-full'),
    source: ['. /', '/'],
    end: '.',
  }),
  house('afp', 'AFP: New Delhi (AFP) –', { end: ' –' }),
  house('dpa', 'dpa: New Delhi (dpa) -', { end: ' -' }),
  house('aap', 'AAP: NEW DELHI December 28 AAP -', {
    capitals: true,
    beforeDate: ' ',
    date: monthDay('en-full'),
    source: [' ', ''],
    end: ' -',
  }),
  house('prnewswire', 'PR Newswire: NEW DELHI, Dec. 28, 2023 /PRNewswire/ --', {
    capitals: true,
    date: monthDay('en-ap', ', '),
    source: [' /', '/'],
    end: ' --',
  }),
  house('businesswire', 'Business Wire: NEW DELHI--(BUSINESS WIRE)--', {
    capitals: true,
    source: ['--(', ')'],
    end: '--',
  }),
  house('us-daily', 'US daily: NEW DELHI —', { capitals: true, end: ' —' }),
  house('pti-bhasha', 'PTI-Bhasha: नयी दिल्ली, 28 दिसंबर (भाषा)', { date: dayMonth('hi') }),
  house('arabic', 'Arabic: دمشق، 28 ديسمبر (CNN) --', {
    region: ['، ', ''],
    beforeDate: '، ',
    date: dayMonth('ar'),
    end: ' --',
  }),
  house('french', 'French: Paris, 28 décembre (AFP) –', { date: dayMonth('fr'), end: ' –' }),
  house('german', 'German: Berlin, 28. Dezember (dpa) -', { date: dayMonth('de', '.'), end: ' -' }),
  house('spanish', 'Spanish: Madrid, 28 dic (EFE).-', { date: dayMonth('es-short'), end: '.-' }),
  house('portuguese', 'Portuguese: Lisboa, 28 dez (Lusa) –', { date: dayMonth('pt-short'), end: ' –' }),
];
