/** CSS as code alone: comments gone, escapes of letters read, each string as `""`, or as `"data:"` if it begins so. */
interface Scanned {
  readonly code: string;
  /** What is not closed at the end, '' if all is. */
  readonly open: string;
}

const escaped = /\\(?:([0-9a-f]{1,6})\s?|([^\n0-9a-f]))/giu;
const readEscapes = (text: string): string =>
  text.replace(escaped, (_, hex?: string, plain?: string) => {
    const point = Number.parseInt(hex ?? '', 16);
    return hex === undefined ? (plain ?? '') : point <= 0x10ffff ? String.fromCodePoint(point) : '';
  });

const token = /\/\*[^]*?(?:\*\/|$)|"(?:\\[^]|[^"\\\n])*(?:"|$|\n)|'(?:\\[^]|[^'\\\n])*(?:'|$|\n)/gu;

function scan(css: string): Scanned {
  let open = '';
  const code = css.replace(token, (part) => {
    if (part.startsWith('/*')) {
      if (part.length < 4 || !part.endsWith('*/')) open ||= 'a comment (/*) that is not closed';
      return ' ';
    }
    const quote = part.charAt(0);
    if (part.length < 2 || !part.endsWith(quote)) open ||= `a text (${quote}) that is not closed`;
    return /^.data:/iu.test(readEscapes(part)) ? '"data:"' : '""';
  });
  let depth = 0;
  for (const [brace] of code.matchAll(/[{}]/gu)) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) open ||= 'a } without its {';
  }
  if (depth > 0) open ||= 'a { that is not closed';
  return { code: readEscapes(code), open };
}

// A page makes no request but for the pictures that its author chose (`formats.md` H7), and a theme is one file.
const forbidden: readonly { readonly what: RegExp; readonly says: string }[] = [
  { what: /@import\b/iu, says: 'loads another style sheet (@import)' },
  {
    what: /\b(?:url|src)\((?!\s*["']?data:)/iu,
    says: 'loads a file (url); pictures go into the style sheet as data: addresses',
  },
  { what: /\b(?:-webkit-)?(?:image-set|image|cross-fade)\(/iu, says: 'loads a picture (image-set)' },
  {
    what: /@font-face\b[^}]*(?:url|src)\(/iu,
    says: 'loads a font; pages use the fonts that a reader’s computer has',
  },
];

/** What is wrong with a theme's style sheet, as the end of a sentence that begins with its name; '' if nothing is. */
export function themeCssProblem(css: string): string {
  if (/<\/style|<!--|\u0000/iu.test(css)) return 'holds text that would break the page (</style or <!--)';
  if (css.includes('\uFFFD')) return 'is not text in UTF-8';
  const { code, open } = scan(css);
  if (open !== '') return `has ${open}`;
  return forbidden.find(({ what }) => what.test(code))?.says ?? '';
}
