import { zipOf, type ZipPart } from './zip.ts';

const office = 'http://schemas.openxmlformats.org';
const spaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:pic="${office}/drawingml/2006/picture"`,
].join(' ');

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A run of text; `properties` is the inside of its `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of a style, holding runs or a text. */
export const paragraph = (content: string, style = '', more = ''): string => {
  const inside = content.startsWith('<') ? content : run(content);
  const properties = `${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${more}`;
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
};

/** A list item at a level; list 1 has bullets, list 2 numbers. */
export const item = (text: string, list: 1 | 2, level = 0): string =>
  paragraph(text, 'ListParagraph', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A picture of the document's media. */
export const picture = (relationship: string, alt: string, how: 'embed' | 'link' = 'embed'): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${escaped(alt)}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${relationship}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

const styles = Object.entries({
  Normal: 'Normal',
  Title: 'Title',
  Kicker: 'Kicker',
  Standfirst: 'Standfirst',
  Byline: 'Byline',
  Heading1: 'heading 1',
  Heading2: 'heading 2',
  Caption: 'caption',
  PullQuote: 'Pull Quote',
  Quote: 'Quote',
  ListParagraph: 'List Paragraph',
  Sidebar: 'Sidebar Text',
})
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('');

const levels = (format: string): string =>
  Array.from(
    { length: 9 },
    (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`,
  ).join('');

const numbering = ['bullet', 'decimal']
  .map((format, at) => `<w:abstractNum w:abstractNumId="${at}">${levels(format)}</w:abstractNum>`)
  .join('')
  .concat([1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id - 1}"/></w:num>`).join(''));

const relationship = (id: string, type: string, target: string, external = false): string =>
  `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${escaped(target)}"${external ? ' TargetMode="External"' : ''}/>`;

const relationships = (inside: string): string =>
  `<Relationships xmlns="${office}/package/2006/relationships">${inside}</Relationships>`;

/** What a document of a test holds beside its body. */
export interface DocxParts {
  readonly links?: Readonly<Record<string, string>>;
  readonly footnotes?: readonly string[];
  readonly comments?: readonly { readonly by: string; readonly text: string }[];
  readonly header?: string;
  readonly media?: Readonly<Record<string, Uint8Array>>;
  /** Pictures that lie elsewhere. */
  readonly externalPictures?: Readonly<Record<string, string>>;
  readonly more?: readonly ZipPart[];
}

/** The parts of a Word document with this body. */
export function docxParts(body: string, given: DocxParts = {}): readonly ZipPart[] {
  const { links = {}, footnotes = [], comments = [], media = {}, externalPictures = {}, more = [] } = given;
  const xml = (name: string, root: string, inside: string): ZipPart => ({
    name,
    bytes: `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${spaces}>${inside}</w:${root}>`,
  });
  const notes = footnotes.map((text, at) => `<w:footnote w:id="${at + 1}">${paragraph(text)}</w:footnote>`);
  const said = comments.map(
    ({ by, text }, at) => `<w:comment w:id="${at}" w:author="${escaped(by)}">${paragraph(text)}</w:comment>`,
  );
  const related = [
    relationship('s', 'styles', 'styles.xml'),
    relationship('n', 'numbering', 'numbering.xml'),
    ...(notes.length === 0 ? [] : [relationship('f', 'footnotes', 'footnotes.xml')]),
    ...(said.length === 0 ? [] : [relationship('c', 'comments', 'comments.xml')]),
    ...Object.entries(links).map(([id, target]) => relationship(id, 'hyperlink', target, true)),
    ...Object.keys(media).map((id) => relationship(id, 'image', `media/${id}.png`)),
    ...Object.entries(externalPictures).map(([id, target]) => relationship(id, 'image', target, true)),
  ];
  return [
    {
      name: '[Content_Types].xml',
      bytes: `<Types xmlns="${office}/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    { name: '_rels/.rels', bytes: relationships(relationship('d', 'officeDocument', 'word/document.xml')) },
    { name: 'word/_rels/document.xml.rels', bytes: relationships(related.join('')) },
    xml('word/document.xml', 'document', `<w:body>${body}</w:body>`),
    xml('word/styles.xml', 'styles', styles),
    xml('word/numbering.xml', 'numbering', numbering),
    ...(notes.length === 0 ? [] : [xml('word/footnotes.xml', 'footnotes', notes.join(''))]),
    ...(said.length === 0 ? [] : [xml('word/comments.xml', 'comments', said.join(''))]),
    ...(given.header === undefined ? [] : [xml('word/header1.xml', 'hdr', paragraph(given.header))]),
    ...Object.entries(media).map(([id, bytes]) => ({ name: `word/media/${id}.png`, bytes })),
    ...more,
  ];
}

/** The bytes of a Word document with this body. */
export const docxOf = (body: string, given: DocxParts = {}): Uint8Array => zipOf(docxParts(body, given));
