// Strings that have broken names, files, markup and layout elsewhere: 515 texts by class, and 250 titles. All made here.
const code = (...points: readonly number[]) => String.fromCodePoint(...points);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

const letters = [
  'é',
  'å',
  'ñ',
  'ü',
  'ç',
  'ô',
  'ệ',
  'ộ',
  'ﬁ',
  'Å',
  'Ω',
  '가',
  '각',
  'が',
  'พี่',
  'क्षि',
  'ড়',
  'שׁ',
  'آ',
  'ǖ',
];
const scripts = [
  'नदी का पानी बढ़ा', 'ميناء اليوم', 'נמל היום', '港口今日', '港の船', '항구의 배', 'Гавань', 'Λιμάνι', 'ท่าเรือ',
  'நதி', 'নদী', 'ნავსადგური', 'Նավահանգիստ', 'ወደብ', 'ကျောက်', 'ລາວ', 'ភាសា', 'ᠮᠣᠩᠭᠣᠯ', 'ދިވެހި', 'ᏣᎳᎩ',
  'ᚠᚢᚦ', '𐌰𐌱𐌲', '𝔉𝔯𝔞𝔨', '𠮷野家', 'ｆｕｌｌ', 'İstanbul ı', 'straße STRASSE', 'ǅ ǆ', 'ΌΣΟΣ ς', 'ĳ Ĳ',
]; // prettier-ignore
const emoji = [
  '👩‍🚒', '👨‍👩‍👧‍👦', '🏴󠁧󠁢󠁳󠁣󠁴󠁿', '🇮🇳', '🇮', '👍🏽', '❤️', '❤︎', '1️⃣', '🤷🏿‍♀️', '🫱🏻‍🫲🏿', '☃', '🧑‍🎄', '👁️‍🗨️', '🏳️‍🌈', '🐈‍⬛', '©️', '‼️', '🀄', '⛴',
]; // prettier-ignore
const html = [
  '<b>bold</b>', '</p>', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<!-- comment', '-->', ']]>',
  '<![CDATA[ x', '&amp;', '&lt;b&gt;', '&#x41;', '&#0;', '&notanentity;', '&', '<', '>', '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)", 'javascript:alert(1)', 'data:text/html,<b>', '</title><title>', '</style>', '</textarea>',
  '<?php echo 1 ?>', '<%= 1 %>', '{{ 1 + 1 }}', '{% include x %}', '{# x #}', '${1 + 1}', '#{1}', '<p', '<a href=//x>',
  '<iframe srcdoc="<b>">', '<math><mi>', '<plaintext>', '<noscript><p title="</noscript>">', '<template>', '<base href=/>',
  '<meta http-equiv=refresh content=0>', '<link rel=stylesheet href=x>',
]; // prettier-ignore
const markdown = [
  '# heading', '- item', '* item', '1. item', '1) item', '> quote', '```', '~~~', '    code', '\tcode', '---', '***',
  '===', '| a | b |', '|---|---|', '[link](x)', '![image](x)', '[^1]', '[^1]: note', '[ref]: http://x.example',
  '<http://x.example>', '**bold**', '__bold__', '*a*b*', '_a_b_', '~~gone~~', '`code`', '\\', '\\*', 'a\\', 'a  ', '+ item',
  '- [ ] task', ':::', '{: .class}', '{#id}', '![[embed]]', '[[wiki]]', '^sup^', '~sub~', '$math$', '$$',
]; // prettier-ignore
const yaml = [
  'yes', 'no', 'on', 'off', 'null', '~', 'true', 'false', '1', '0x1f', '0o17', '1e3', '.inf', '.nan', '-0', '2026-05-04',
  '12:30:45', '- a', 'a: b', 'a:', ': a', '# a', 'a #b', '"a', "'a", '!!str a', '&a b', '*a', '| a', '> a', '%TAG', '@a',
  '`a', '{a: b}', '[a, b]', '? a', '--- a', '...', '<<', '=', ' a', 'a ', '\na', 'a\n', '\t', '\\n', '"\\u0041"',
]; // prettier-ignore
const paths = [
  '.', '..', '../', '../../etc/passwd', '/', '//', '\\\\server\\share', 'C:', 'C:\\x', 'c:/x', '~', '~/x', './x', 'a/b',
  'a\\b', 'a:b', 'a*b', 'a?b', 'a"b', 'a<b', 'a>b', 'a|b', 'a\0b', '.hidden', '-rf', '--help', 'a.', 'a..', 'a ', ' a',
  '%2e%2e%2f', '%00', 'file:///x', '$HOME', '%TEMP%', '`id`', '$(id)', '; ls', '| ls', '&& ls', '.copydesk', 'media',
  'library.json', 'a.conflict-b', 'a.sync-conflict-1', 'Thumbs.db', '.DS_Store', 'desktop.ini', 'a::$DATA', 'a\nb',
]; // prettier-ignore
const formats = [
  '%s',
  '%n',
  '%d %x %p',
  '%99999d',
  '{0}',
  '{}',
  '%(a)s',
  '\\0',
  '\\x41',
  '\\u{41}',
  '%',
  '%%',
  '$1',
  '$&',
  '$$',
  '\\1',
];
const sql = [
  "' OR 1=1 --",
  "'; DROP TABLE articles; --",
  '1; SELECT 1',
  "Robert'); --",
  '" OR ""="',
  '*/ SELECT /*',
  'NULL',
  "O'Brien",
  '%_',
  "''",
];
const objects = [
  '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'undefined', 'NaN', 'Infinity', '[object Object]',
  '-1', '1e999', '9007199254740993', '0.1', '00', '١٢٣', '１', 'Ⅷ', '½', '5️⃣', '','   ', '\u00a0',
]; // prettier-ignore
const long = [
  'a'.repeat(255), 'a'.repeat(256), 'a'.repeat(4096), 'a'.repeat(100_000), 'é'.repeat(128), '港'.repeat(90), '👩‍🚒'.repeat(50),
  'word '.repeat(2000), 'a-'.repeat(300), `${'a'.repeat(60)}1`, `${'a'.repeat(60)}2`, 'e\u0301'.repeat(200), '\u0301'.repeat(300), 'x'.repeat(61),
  '🇮🇳'.repeat(64),
]; // prettier-ignore
const quotes = [
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '«',
  '»',
  '„',
  '‚',
  '‹',
  '›',
  '`',
  '´',
  '″',
  '′',
  '""',
  "''",
  '“‘’”',
  '"\'',
];

const wrapped = (points: readonly number[]) => points.map((point) => `a${code(point)}b`);
const classes: Readonly<Record<string, readonly string[]>> = {
  control: wrapped([...range(0, 31), ...range(127, 159)]),
  space: wrapped([0xa0, 0x1680, ...range(0x2000, 0x200a), 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]),
  invisible: wrapped([0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180e, ...range(0x200b, 0x200f), ...range(0x2060, 0x206f), 0xfe0f, 0xfeff, 0xfff9, 0xe0001]),
  bidi: [...wrapped([...range(0x202a, 0x202e), ...range(0x2066, 0x2069)]), 'photo\u202egpj.exe', '\u2067עברית\u2069 abc', 'abc مرحبا 123 (x)'],
  surrogates: ['\ud800', '\udc00', 'a\ud83d', '\ude00a', '\ude00\ud83d', 'a\udbff\ud800b'],
  nonCharacters: wrapped([0xfffe, 0xffff, 0xfdd0, 0x1fffe, 0x10ffff, 0xfffd, 0xe000]),
  normal: letters.flatMap((letter) => [letter.normalize('NFC'), letter.normalize('NFD')]),
  scripts, emoji, html, markdown, yaml, paths, formats, sql, objects, long, quotes,
}; // prettier-ignore

/** 515 texts by class; fewer classes than texts, so that a problem can be told by its kind. */
export const naughtyStrings: readonly { readonly kind: string; readonly text: string }[] = (() => {
  const all = Object.entries(classes).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));
  // Where a text meets another one, each kind goes on in turn.
  for (let index = 0; all.length < 515; index += 1) {
    const [one, other] = [all[(index * 7) % all.length], all[(index * 13 + 5) % all.length]];
    all.push({ kind: 'joined', text: `${one?.text.slice(0, 40) ?? ''} ${other?.text.slice(0, 40) ?? ''}` });
  }
  return all.slice(0, 515);
})();

const devices = [
  'CON',
  'PRN',
  'AUX',
  'NUL',
  'CONIN$',
  'CONOUT$',
  'CLOCK$',
  ...range(0, 9).flatMap((n) => [`COM${n}`, `LPT${n}`]),
  'COM¹',
  'LPT²',
];
const deviceTitles = devices.flatMap((name) => [
  name,
  name.toLowerCase(),
  `${name}.txt`,
  `${name} `,
  `${name}.`,
]);

/** 250 titles: names that systems keep for themselves, and pairs that are one name after NFC or case folding. */
export const naughtyTitles: readonly string[] = [
  ...deviceTitles,
  ...letters.flatMap((letter) => [letter.normalize('NFC'), letter.normalize('NFD')]),
  ...scripts,
  ...emoji,
  'Same title', 'SAME TITLE', 'same  title', 'Same-Title', 'Sáme Title', 'same.title', 'Same title.', ' Same title',
  ...paths,
].slice(0, 250); // prettier-ignore
