import { monthSets } from '../article/dateline/months.ts';

// Own months, where no dateline is known to be written with them.
const months: Readonly<Record<string, string>> = {
  da: 'januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december',
  el: 'Ιανουαρίου|Φεβρουαρίου|Μαρτίου|Απριλίου|Μαΐου|Ιουνίου|Ιουλίου|Αυγούστου|Σεπτεμβρίου|Οκτωβρίου|Νοεμβρίου|Δεκεμβρίου',
  he: 'בינואר|בפברואר|במרץ|באפריל|במאי|ביוני|ביולי|באוגוסט|בספטמבר|באוקטובר|בנובמבר|בדצמבר',
  pl: 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia',
  sv: 'januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december',
  tr: 'Ocak|Şubat|Mart|Nisan|Mayıs|Haziran|Temmuz|Ağustos|Eylül|Ekim|Kasım|Aralık',
  uk: 'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня',
};

// What stands between date and time; without a line here: a comma.
const between: Readonly<Record<string, string>> = { ar: '، ', fa: '، ', ja: ' ', ko: ' ', ur: '، ', zh: ' ' };

// D day, M month by name, N month by number, Y year; without a line here: "D M Y".
const patterns: Readonly<Record<string, string>> = {
  bn: 'D M, Y',
  da: 'D. M Y',
  de: 'D. M Y',
  en: 'M D, Y',
  es: 'D de M de Y',
  ja: 'Y年N月D日',
  ko: 'Y년 N월 D일',
  ml: 'Y M D',
  pt: 'D de M de Y',
  ru: 'D M Y г.',
  ta: 'D M, Y',
  te: 'D M, Y',
  uk: 'D M Y р.',
  ur: 'D M، Y',
  vi: 'D tháng N, Y',
  zh: 'Y年N月D日',
};

const regions: Readonly<Record<string, string>> = {
  'ar-DZ': 'ar-algeria',
  'ar-IQ': 'ar-levant',
  'ar-JO': 'ar-levant',
  'ar-LB': 'ar-levant',
  'ar-MA': 'ar-morocco',
  'ar-PS': 'ar-levant',
  'ar-SY': 'ar-levant',
  'de-AT': 'de-austria',
};

// English dates begin with the month where Americans read them.
const american = ['en', 'en-US', 'en-PH', 'en-PR'];

function monthNames(tag: string, language: string): readonly string[] | null {
  const id = regions[tag] ?? (language === 'en' ? 'en-full' : language);
  return monthSets.find((set) => set.id === id)?.names ?? months[language]?.split('|') ?? null;
}

/**
 * A moment (RFC 3339) as readers see it, in its own offset: "3 November 2026, 09:30". By our own tables, not the
 * machine's, so that every machine writes the same; in a language without months of ours, as "2026-11-03, 09:30".
 */
export function momentText(moment: string, language: string): string {
  const [, year = '', month = '', day = '', time = ''] =
    /^(\d{4})-(\d{2})-(\d{2})T(\d{2}:\d{2})/.exec(moment) ?? [];
  const [base = '', ...rest] = language.split('-');
  const own = base.toLowerCase();
  const region = rest.find((part) => part.length === 2)?.toUpperCase();
  const tag = region === undefined ? own : `${own}-${region}`;
  const names = monthNames(tag, own);
  const pattern =
    own === 'en' && !american.includes(tag) ? 'D M Y' : (patterns[own] ?? (names === null ? null : 'D M Y'));
  if (pattern === null) return `${year}-${month}-${day}, ${time}`;
  const values: Readonly<Record<string, string>> = {
    Y: year,
    N: String(Number(month)),
    D: String(Number(day)),
    M: names?.[Number(month) - 1] ?? month,
  };
  const date = pattern.replace(/[YNDM]/gu, (letter) => values[letter] ?? letter);
  return `${date}${between[own] ?? ', '}${time}`;
}
