/** The label of a related link, by language, or language and script: as a newspaper of that language prints it. Edit freely. */
export const readAlso: Readonly<Record<string, string>> = {
  en: 'Read Also',
  ar: 'اقرأ أيضًا',
  as: 'লগতে পঢ়ক',
  bg: 'Прочетете още',
  bn: 'আরও পড়ুন',
  ca: 'Llegiu també',
  cs: 'Čtěte také',
  da: 'Læs også',
  de: 'Lesen Sie auch',
  el: 'Διαβάστε επίσης',
  es: 'Lea también',
  fa: 'همچنین بخوانید',
  fi: 'Lue myös',
  fr: 'Lire aussi',
  gu: 'આ પણ વાંચો',
  he: 'קראו גם',
  hi: 'यह भी पढ़ें',
  hr: 'Pročitajte i',
  hu: 'Olvassa el ezt is',
  id: 'Baca juga',
  it: 'Leggi anche',
  ja: 'あわせて読みたい',
  kn: 'ಇದನ್ನೂ ಓದಿ',
  ko: '함께 읽기',
  ml: 'ഇതും വായിക്കുക',
  mr: 'हेही वाचा',
  ms: 'Baca juga',
  ne: 'यो पनि पढ्नुहोस्',
  nl: 'Lees ook',
  no: 'Les også',
  or: 'ଏହା ମଧ୍ୟ ପଢ଼ନ୍ତୁ',
  pa: 'ਇਹ ਵੀ ਪੜ੍ਹੋ',
  pl: 'Czytaj też',
  pt: 'Leia também',
  ro: 'Citește și',
  ru: 'Читайте также',
  si: 'මෙයත් කියවන්න',
  sv: 'Läs också',
  sw: 'Soma pia',
  ta: 'இதையும் படிக்க',
  te: 'ఇది కూడా చదవండి',
  th: 'อ่านเพิ่มเติม',
  tr: 'Bunu da okuyun',
  uk: 'Читайте також',
  ur: 'یہ بھی پڑھیں',
  vi: 'Đọc thêm',
  zh: '延伸阅读',
  'zh-hant': '延伸閱讀',
};

// Languages that go by another code or stand close to one that is listed.
const aliases: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  iw: 'he',
  in: 'id',
  'zh-tw': 'zh-hant',
  'zh-hk': 'zh-hant',
  'zh-mo': 'zh-hant',
};

/** What a table has for a language (BCP 47): for its language and script or region, else for the language; undefined if nothing. */
export function inLanguage<Words>(
  table: Readonly<Record<string, Words>>,
  language: string,
): Words | undefined {
  const parts = language.toLowerCase().split('-');
  const names = [parts.slice(0, 2).join('-'), parts[0] ?? ''];
  for (const name of names) {
    const found = table[aliases[name] ?? name];
    if (found !== undefined) return found;
  }
  return undefined;
}
