/** A text that costs its reader more than its length says: `of` makes one of about so many characters. */
export interface HeavyText {
  readonly name: string;
  readonly of: (length: number) => string;
}

const repeated = (...units: readonly string[]): readonly HeavyText[] =>
  units.map((unit) => ({
    name: JSON.stringify(unit),
    of: (length) => unit.repeat(Math.ceil(length / unit.length)),
  }));

const counted = (name: string, line: (at: number) => string): HeavyText => ({
  name,
  of: (length) => {
    let text = '';
    for (let at = 0; text.length < length; at += 1) text += line(at);
    return text;
  },
});

const half = (text: string, length: number): string => text.repeat(Math.ceil(length / 2 / text.length));

/** Markdown made to be looked at again and again: brackets, runs, nests, names, tables, references. */
export const heavyMarkdown: readonly HeavyText[] = [
  ...repeated('](', '[', ']', '![', '[a](', '[a', '[a]', '[a][b', '[^a]', '[^a]: x\n', '[a](b "', '[a](<b'),
  ...repeated('>', '- ', '> - ', '*', '*a ', '*a_ ', '**a*', 'a**b', '*_', '~~a ', '`', '` a\n', '```\n'),
  ...repeated(
    '[a]: ',
    '[a]:\n',
    '[a]: /u "t\n',
    '<',
    '<a ',
    '<!--',
    'a <!-- ',
    'a <? ',
    'a <!A ',
    '<a href="',
  ),
  ...repeated(
    '|\n',
    '|a|\n|-|\n\n',
    '&',
    '&amp;',
    '&#1',
    '\\',
    '# a\n',
    'a\n=',
    'a\n',
    'a\n\n',
    '\n',
    ' ',
    '\t',
  ),
  ...repeated(
    'www.',
    'www.a ',
    'http://',
    'http://a ',
    'a@b.c ',
    'a.',
    '- a\n',
    '1. a\n',
    '- [ ] a\n',
    '<div>\n',
  ),
  ...repeated(
    'a <b>x ',
    'a <b><i></b></i>',
    '---\n',
    '{{',
    '{{a}}',
    '{% ',
    '![a](b)\n\n',
    '[a](b) ',
    'a  \n',
  ),
  counted('definitions', (at) => `[a${String(at)}]: /u\n`),
  counted('runs of backticks', (at) => `${'`'.repeat(at + 1)} `),
  counted('ever deeper lists', (at) => `${' '.repeat(2 * (at % 60))}- a\n`),
  counted('footnotes', (at) => `a[^${String(at)}]\n\n[^${String(at)}]: b\n\n`),
  { name: 'brackets in brackets', of: (length) => `${half('[', length)}a${half('](x)', length)}` },
  { name: 'stars in stars', of: (length) => `${half('*a **a ', length)}b${half(' a** a*', length)}` },
  { name: 'a wide table', of: (length) => `${half('|a', length)}|\n${half('|-', length)}|\n` },
  { name: 'a long table', of: (length) => `|a|b|\n|-|-|\n${'|a|b|\n'.repeat(length / 6)}` },
  {
    name: 'a square table',
    of: (length) => {
      const side = Math.floor(Math.sqrt(length / 2));
      return `|${'a|'.repeat(side)}\n|${'-|'.repeat(side)}\n${'|\n'.repeat(length / 4)}`;
    },
  },
  { name: 'lazy lines below quotes', of: (length) => `${'>'.repeat(60)}a\n${'b\n'.repeat(length / 2)}` },
];

/** HTML made to be walked again and again: nests, unclosed tags, tables, attributes, forms, drawings, comments. */
export const heavyHtml: readonly HeavyText[] = [
  ...repeated(
    '<',
    '&',
    '&lt;',
    '<a',
    '<a ',
    '<a><b>',
    '<b>a</b> ',
    '<a href=x><b>y</a>',
    '<b>x<p>y',
    '</b></p>',
  ),
  ...repeated(
    '<b><i><p>x</b>',
    '<font size=1><p></font>',
    '<nobr>x',
    '<table><a>x',
    '<table><tr><td>',
    '<div>',
  ),
  ...repeated(
    '<div>x</div>',
    '<p>x</p>',
    '<p hidden>x</p>',
    '<svg>',
    '<svg></svg>',
    '<svg><p>',
    '<math><mi>x',
  ),
  ...repeated(
    '<!--',
    '<!-- -->',
    '<!',
    '<?',
    '<script>',
    '<script></script>',
    '<textarea>',
    '<select><option>x',
  ),
  ...repeated(
    '<form><input>',
    '<button>',
    '<li>x',
    '<ul><li>x',
    '<dd>x<dt>y',
    '<ruby><rt>',
    '<template>',
    '<frameset>',
  ),
  ...repeated(
    '<img src=http://a/x.png>',
    '<h1>x</h1>',
    '<br>',
    'x<br><br>',
    '<blockquote>x</blockquote>',
    '<![CDATA[x]]>',
  ),
  ...repeated(
    '<div><img src=x><p class=caption>c</p></div>',
    '<p class=byline>By A B</p>',
    '<p class=kicker>x</p>',
  ),
  ...repeated('<p><b>Read Also:</b> x</p>', '<iframe src=x></iframe>', '<meta name=a content=b>', '\u0001'),
  ...repeated(
    '<style>',
    '<style a',
    'name=generator',
    'class="',
    '<p style="a:b;c">x</p>',
    '<sup><a href="#_ftn1">1</a></sup>',
  ),
  counted('attributes', (at) => (at === 0 ? '<p ' : `a${String(at)}=1 `)),
  counted('attributes of the body', (at) => `<body a${String(at)}=1>`),
  { name: 'one long style', of: (length) => `<p style="${'x'.repeat(length)}">x</p>` },
  { name: 'one long class', of: (length) => `<p class="${'x '.repeat(length / 2)}">x</p>` },
  { name: 'one long word', of: (length) => `<p>${'x'.repeat(length)}</p>` },
  { name: 'spaces', of: (length) => `<p>x${' '.repeat(length)}x</p>` },
  { name: 'deep boxes with words', of: (length) => boxes('A word, and another. '.repeat(20), length) },
  {
    name: 'captions beside captions',
    of: (length) => `<div><img src=x>${half('<p class=caption>c</p>', 2 * length)}</div>`,
  },
];

const boxes = (words: string, length: number): string => {
  const one = `${'<div>'.repeat(240)}${words}${'</div>'.repeat(240)}`;
  return one.repeat(Math.ceil(length / one.length));
};
