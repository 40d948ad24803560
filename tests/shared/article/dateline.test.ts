import { describe, expect, it } from 'vitest';
import {
  findDateline,
  houseStyles,
  inHouseStyle,
  nearestYear,
  parseDateline,
  renderDateline,
  suggestDateline,
} from '../../../shared/article/dateline.ts';

interface Wanted {
  readonly prefix: string;
  readonly place: string;
  readonly region?: string;
  readonly date?: string;
  readonly source?: string;
}

const found = (line: string): Wanted | null => {
  const hit = findDateline(line);
  const first = hit?.dateline.places[0];
  if (hit === null || first === undefined) return null;
  const { date, source } = hit.dateline;
  return {
    prefix: hit.prefix,
    place: first.place,
    ...(first.region === null ? {} : { region: first.region }),
    ...(date === null ? {} : { date }),
    ...(source === null ? {} : { source }),
  };
};

const lifted: readonly (readonly [rest: string, wanted: Wanted])[] = [
  ['The council met', { prefix: 'Lucknow, Mar 4:', place: 'Lucknow', date: '--03-04' }],
  ['The council met', { prefix: 'Lucknow, March 4 (PTI)', place: 'Lucknow', date: '--03-04', source: 'PTI' }],
  [
    'A bridge (NHAI) opened',
    {
      prefix: 'Patna [India], April 9 (ANI):',
      place: 'Patna',
      region: 'India',
      date: '--04-09',
      source: 'ANI',
    },
  ],
  ['Rain fell', { prefix: 'DHAKA, Sept 30 (Reuters) -', place: 'Dhaka', date: '--09-30', source: 'Reuters' }],
  ['Rain fell', { prefix: 'LIMA, Peru (AP) —', place: 'Lima', region: 'Peru', source: 'AP' }],
  ['Rain fell', { prefix: 'BATON ROUGE, La. (AP) —', place: 'Baton Rouge', region: 'La.', source: 'AP' }],
  ['Rain fell', { prefix: 'McALLEN, Texas (AP) —', place: 'McALLEN', region: 'Texas', source: 'AP' }],
  ['Rain fell', { prefix: 'OSLO, Jan. 2 (UPI) —', place: 'Oslo', date: '--01-02', source: 'UPI' }],
  ['Rain fell', { prefix: 'MINSK, July 11. /TASS/.', place: 'Minsk', date: '--07-11', source: 'TASS' }],
  ['Rain fell', { prefix: 'MINSK. /TASS/.', place: 'Minsk', source: 'TASS' }],
  [
    'A new pump',
    {
      prefix: 'RENO, Nev., Feb. 29, 2024 /PRNewswire/ --',
      place: 'Reno',
      region: 'Nev.',
      date: '2024-02-29',
      source: 'PRNewswire',
    },
  ],
  [
    '',
    { prefix: 'AUSTIN, Texas--(BUSINESS WIRE)--', place: 'Austin', region: 'Texas', source: 'BUSINESS WIRE' },
  ],
  ['Rain fell', { prefix: 'PERTH June 3 AAP -', place: 'Perth', date: '--06-03', source: 'AAP' }],
  ['Rain fell', { prefix: 'TULSA, Okla. —', place: 'Tulsa', region: 'Okla.' }],
  ['Rain fell', { prefix: 'Joplin, Mo. —', place: 'Joplin', region: 'Mo.' }],
  ['Rain fell', { prefix: 'GREAT YARMOUTH —', place: 'Great Yarmouth' }],
  ['Rain fell', { prefix: 'PORT-AU-PRINCE, Haiti —', place: 'Port-au-Prince', region: 'Haiti' }],
  ['Rain fell', { prefix: "ST. JOHN'S, Newfoundland —", place: "St. John's", region: 'Newfoundland' }],
  ['Rain fell', { prefix: 'KARACHI:', place: 'Karachi' }],
  ['Rain fell', { prefix: 'THE HAGUE —', place: 'The Hague' }],
  ['Rain fell', { prefix: 'Halle/Saale (dpa) -', place: 'Halle/Saale', source: 'dpa' }],
  ['Il pleut', { prefix: 'LYON, 1er août (AFP) –', place: 'Lyon', date: '--08-01', source: 'AFP' }],
  ['Es regnet', { prefix: 'Kassel, 3. März (dpa) -', place: 'Kassel', date: '--03-03', source: 'dpa' }],
  ['Llueve', { prefix: 'Cuenca, 14 dic (EFE).-', place: 'Cuenca', date: '--12-14', source: 'EFE' }],
  [
    'Llueve',
    { prefix: 'Cuenca, 14 de diciembre de 2023 (EFE).-', place: 'Cuenca', date: '2023-12-14', source: 'EFE' },
  ],
  ['Chove', { prefix: 'Braga, 14 fev (Lusa) –', place: 'Braga', date: '--02-14', source: 'Lusa' }],
  ['बारिश हुई', { prefix: 'नई दिल्ली:', place: 'नई दिल्ली' }],
  ['बारिश हुई', { prefix: 'पटना, १४ अगस्त (वार्ता)', place: 'पटना', date: '--08-14', source: 'वार्ता' }],
  [
    'هطل المطر',
    {
      prefix: 'بيروت، لبنان، ٥ كانون الأول (رويترز) -',
      place: 'بيروت',
      region: 'لبنان',
      date: '--12-05',
      source: 'رويترز',
    },
  ],
  ['بارش ہوئی', { prefix: 'لاہور:', place: 'لاہور' }],
  ['Rain fell', { prefix: 'Pune, 3rd June 2024:', place: 'Pune', date: '2024-06-03' }],
  ['', { prefix: 'Nashik, August 15, 2024', place: 'Nashik', date: '2024-08-15' }],
];

describe('finding a dateline', () => {
  it.each(lifted)('before “%s” finds %j', (rest, wanted) => {
    const gap = wanted.prefix.endsWith('--') && rest === '' ? '' : ' ';
    expect(found(wanted.prefix + gap + rest)).toEqual(wanted);
  });

  it.each(lifted)('before “%s” writes %j back byte for byte', (_rest, { prefix }) => {
    const parsed = parseDateline(prefix);
    expect(parsed && renderDateline(parsed)).toBe(prefix);
  });

  it.each([
    'RELATED: Six ways to cross a river',
    'WATCH LIVE — The vote begins',
    'UPDATE: March 3, 2024, 4 p.m. Added a figure',
    'POSTED: May 2, 2024 at noon',
    'DEAR EDITOR: The bridge is late',
    'THE MAYOR: We will rebuild',
    'IT IS MONDAY — The shops are shut',
    'NATO — The alliance met',
    'The Food and Agriculture Organization (FAO) has published',
    'Quarry Holdings (ticker: QRY) fell',
    'Ada Brook – Tom Field meeting',
    'Friday, June 7, 2024',
    '2024-06-07 10:00 GMT',
    'London-based banks are hiring',
    'London – a city of nine million – is hot',
    'In March 3 new plants opened',
    'Born Dec 28: a child',
    'On Dec 28, the council met',
    'She said: nothing',
    'Rain, 31 February (AP) was wrong',
    '',
    '   ',
    ': (AP) —',
  ])('leaves “%s” alone', (line) => {
    expect(findDateline(line)).toBeNull();
  });

  it('finds several places', () => {
    const places = findDateline('OSLO/BERGEN, May 3 (Reuters) - Rain fell')?.dateline.places;
    expect(places).toEqual([
      { place: 'Oslo', region: null },
      { place: 'Bergen', region: null },
    ]);
  });

  it('takes a byline that runs into it', () => {
    const hit = findDateline('By Mira Holt and Jo Lind NAIROBI (Reuters) - Rain fell');
    expect(hit).toMatchObject({ byline: 'Mira Holt and Jo Lind', text: 'NAIROBI (Reuters) -' });
  });

  it('reads no further than a dateline may reach', () => {
    expect(findDateline('By '.repeat(400_000))).toBeNull();
    expect(findDateline('A'.repeat(1_000_000))).toBeNull();
    expect(parseDateline(`${'Oslo/'.repeat(200_000)}Oslo`)).toBeNull();
  });
});

describe('a stored dateline', () => {
  it('may name any place, with or without a mark', () => {
    expect(parseDateline('Saharsa')?.places).toEqual([{ place: 'Saharsa', region: null }]);
    expect(parseDateline(' Saharsa, Bihar: ')?.places).toEqual([{ place: 'Saharsa', region: 'Bihar' }]);
  });

  it.each(['', 'Dec 28', 'See also: this', 'Oslo, Thursday:', 'a sentence about rain.', '12:30'])(
    'says nothing for “%s”',
    (text) => expect(parseDateline(text)).toBeNull(),
  );

  it('is offered to a person where the place is unknown', () => {
    expect(suggestDateline('Saharsa: The river rose')).toBe('Saharsa:');
    expect(suggestDateline('Correction: The river fell')).toBeNull();
    expect(suggestDateline('The river rose: it rained')).toBeNull();
  });
});

describe('house styles', () => {
  const parsed = parseDateline('Tulsa, Okla., December 5, 2023 (AP):');
  const written = (id: string): string => {
    const house = houseStyles.find((style) => style.id === id);
    return parsed === null || house === undefined ? '' : renderDateline(inHouseStyle(parsed, house));
  };

  it('rewrites a dateline in the style of a desk', () => {
    expect(written('indian-daily')).toBe('Tulsa, Okla., Dec 5 (AP):');
    expect(written('ani')).toBe('Tulsa [Okla.], December 5 (AP):');
    expect(written('ap-dated')).toBe('TULSA, Okla., Dec. 5, 2023 (AP) —');
    expect(written('ap')).toBe('TULSA, Okla. (AP) —');
    expect(written('german')).toBe('Tulsa, Okla., 5. Dezember 2023 (AP) -');
    expect(written('pti-bhasha')).toBe('Tulsa, Okla., 5 दिसंबर 2023 (AP)');
  });

  it('drops the state after a city that stands alone', () => {
    const dallas = parseDateline('Dallas, Texas (AP) —');
    const ap = houseStyles.find((style) => style.id === 'ap');
    expect(dallas && ap && renderDateline(inHouseStyle(dallas, ap))).toBe('DALLAS (AP) —');
  });
});

describe('the nearest year', () => {
  it.each([
    ['--12-28', '2024-01-02T00:00:00Z', '2023-12-28'],
    ['--01-02', '2023-12-28', '2024-01-02'],
    ['--02-29', '2023-05-01', '2024-02-29'],
    ['2021-05-05', '2024-01-02', '2021-05-05'],
  ])('of %s at %s is %s', (date, reference, year) => expect(nearestYear(date, reference)).toBe(year));
});
