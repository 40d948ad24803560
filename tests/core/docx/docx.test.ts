import { describe, expect, it } from 'vitest';
import { headerText, plainText } from '../../../shared/article/text.ts';
import { docx } from '../../../electron/core/docx/docx.ts';
import type { ImportedWithPictures } from '../../../electron/core/importing/fileImporter.ts';
import type { Tracked } from '../../../shared/importing/tracked.ts';
import { docxOf, item, paragraph, picture, run, type DocxParts } from '../../support/docxFile.ts';
import { png } from '../../support/pictures.ts';

const read = (
  body: string,
  given: DocxParts = {},
  tracked: Tracked = 'accept',
): Promise<ImportedWithPictures> => docx.read('story.docx', docxOf(body, given), tracked);

const blocks = ({ body }: ImportedWithPictures) => body.children.slice(5);
const shape = (made: ImportedWithPictures): readonly string[] => blocks(made).map(String);
const decided = ({ receipt }: ImportedWithPictures, kind: string): readonly string[] =>
  receipt.decisions.filter((decision) => decision.kind === kind).map(({ what, text }) => `${what}: ${text}`);

describe('a Word document', () => {
  it('fills the fields from its styles', async () => {
    const made = await read(
      [
        paragraph('The coast', 'Kicker'),
        paragraph('Night ferry returns', 'Title'),
        paragraph('After nine years the boat is back.', 'Standfirst'),
        paragraph('By Ada Quill', 'Byline'),
        paragraph('MARROW SOUND, March 3 (Reuters) - The boat leaves at midnight.'),
        paragraph('Second paragraph.'),
      ].join(''),
    );
    const fields = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'] as const;
    expect(fields.map((name) => headerText(made.body, name))).toEqual([
      'The coast',
      'Night ferry returns',
      'After nine years the boat is back.',
      'By Ada Quill',
      'MARROW SOUND, March 3 (Reuters) -',
    ]);
    expect(shape(made)).toEqual([
      'paragraph("The boat leaves at midnight.")',
      'paragraph("Second paragraph.")',
    ]);
  });

  it('is read as text where it has no styles: title, byline, Read Also', async () => {
    const made = await read(
      [
        paragraph('Night ferry returns to the sound'),
        paragraph('By Ada Quill'),
        paragraph('The boat leaves at midnight, and it costs what the bus does.'),
        paragraph('Read Also: Harbour reopens after the storm'),
        paragraph('It will run until 2031.'),
      ].join(''),
    );
    expect(headerText(made.body, 'headline')).toBe('Night ferry returns to the sound');
    expect(headerText(made.body, 'byline')).toBe('By Ada Quill');
    expect(blocks(made).map(({ type }) => type.name)).toEqual(['paragraph', 'relatedLink', 'paragraph']);
  });

  it('keeps lists with their levels and kinds, quotes, crossheads and marks', async () => {
    const made = await read(
      [
        paragraph('Title here', 'Title'),
        paragraph('Crosshead', 'Heading1'),
        item('one', 1),
        item('one a', 2, 1),
        item('two', 1),
        paragraph('“Quoted words,” she said.', 'Quote'),
        paragraph(`${run('bold', '<w:b/>')}${run(' and ')}${run('italic', '<w:i/>')}`),
      ].join(''),
    );
    expect(shape(made)).toEqual([
      'heading("Crosshead")',
      'bulletList(listItem(paragraph("one"), orderedList(listItem(paragraph("one a")))), listItem(paragraph("two")))',
      'quote(paragraph("“Quoted words,” she said."))',
      'paragraph(strong("bold"), " and ", emphasis("italic"))',
    ]);
  });

  it('keeps a table, merged cells too', async () => {
    const cell = (text: string, more = ''): string =>
      `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(text)}</w:tc>`;
    const made = await read(
      `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Fares', '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell('Adult')}${cell('12')}</w:tr></w:tbl>`,
    );
    expect(plainText(made.body)).toBe('Fares\nAdult\n12');
    expect(blocks(made).map(({ type }) => type.name)).toEqual(['table']);
    expect(JSON.stringify(made.body.toJSON())).toContain('"colspan":2');
  });

  it('keeps footnotes as text at the end, and their marks', async () => {
    const made = await read(
      `${paragraph('T', 'Title')}${paragraph(`${run('Fares rose')}<w:r><w:footnoteReference w:id="1"/></w:r>${run(' again.')}`)}`,
      { footnotes: ['Board minutes, 4 May 2026'] },
    );
    expect(shape(made)).toEqual([
      'paragraph("Fares rose", superscript("[1]"), " again.")',
      'orderedList(listItem(paragraph("Board minutes, 4 May 2026")))',
    ]);
    expect(decided(made, 'typed')).toEqual(['Note, kept at the end: Board minutes, 4 May 2026']);
    expect(made.receipt.counts?.after).toMatchObject({ footnotes: 1, listItems: 0 });
  });

  it('keeps links, and says which an article may not carry', async () => {
    const link = (id: string, text: string): string => `<w:hyperlink r:id="${id}">${run(text)}</w:hyperlink>`;
    const made = await read(
      paragraph('T', 'Title') + paragraph(`${link('a', 'minutes')}${run(' and ')}${link('b', 'a file')}`),
      { links: { a: 'https://example.org/a?b=1&c=2', b: 'file:///etc/hosts' } },
    );
    expect(JSON.stringify(made.body.toJSON())).toContain('"href":"https://example.org/a?b=1&c=2"');
    expect(JSON.stringify(made.body.toJSON())).not.toContain('file:');
    expect(decided(made, 'doubted').join()).toContain('a file (file:///etc/hosts)');
  });

  it('takes a picture with its alt text, caption and size', async () => {
    const bytes = png(40, 30);
    const made = await read(
      paragraph('T', 'Title') + paragraph(picture('m', 'A boat')) + paragraph('The boat at dawn', 'Caption'),
      { media: { m: bytes } },
    );
    const [figure] = blocks(made);
    expect(figure?.attrs).toMatchObject({ alt: 'A boat', width: 40, height: 30 });
    expect(String(figure)).toBe('figure(caption("The boat at dawn"), credit)');
    expect(made.pictures).toEqual([{ src: figure?.attrs['src'] as unknown, bytes }]);
  });

  it('reads no picture that lies elsewhere, and says so', async () => {
    const made = await read(paragraph('T', 'Title') + paragraph(picture('m', 'x', 'link')), {
      externalPictures: { m: 'file:///etc/passwd' },
    });
    expect(made.pictures).toEqual([]);
    expect(decided(made, 'doubted').join()).toContain('a picture was not taken');
  });

  it('tells tracked changes with the deleted words, comments, page headers and unknown styles', async () => {
    const made = await read(
      paragraph('T', 'Title') +
        paragraph(
          `${run('Fares rose by ')}<w:del w:id="1" w:author="Sub"><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id="2" w:author="Sub">${run('14')}</w:ins>${run(' percent.')}`,
        ) +
        paragraph('Beside the story', 'Sidebar'),
      { comments: [{ by: 'Desk', text: 'Check “14” with the board' }], header: 'Draft 3' },
    );
    expect(shape(made)[0]).toBe('paragraph("Fares rose by 14 percent.")');
    expect(decided(made, 'removed')).toEqual([
      'Tracked deletion by Sub: 12',
      'Comment by Desk: Check “14” with the board',
      'Page header: Draft 3',
    ]);
    const doubts = decided(made, 'doubted').join('\n');
    expect(doubts).toContain('2 tracked changes (1 insertion, 1 deletion) by 1 person: all accepted: 14');
    expect(doubts).toContain('the style “Sidebar Text” is not known here');
  });

  it('reads past comments, instructions and unescaped text, whatever they hold', async () => {
    const odd = `<!-- it's ${'<w:t '.repeat(200_000)}--><?keep don't?>`;
    const made = await read(
      `${odd}${paragraph('Ferries', 'Title')}${paragraph('<w:r><w:t><![CDATA[Boats < ferries & rafts <!-- > -->]]></w:t></w:r>')}`,
      { header: `${odd}<w:r><w:t>Desk</w:t></w:r>` },
    );
    expect(shape(made)).toEqual(['paragraph("Boats < ferries & rafts <!-- > -->")']);
    expect(decided(made, 'removed')).toEqual([expect.stringMatching(/: Desk$/u)]);
  });

  it('reads unescaped text that is as long as it is when it is escaped', async () => {
    const said = '<w:r><w:t><![CDATA[a < b < c < d]]></w:t></w:r>';
    const made = await read(`${paragraph('Ferries', 'Title')}${paragraph(said)}`);
    expect(shape(made)).toEqual(['paragraph("a < b < c < d")']);
  });

  it('makes a pull quote a pull quote', async () => {
    const made = await read(paragraph('T', 'Title') + paragraph('We were never asked', 'PullQuote'));
    expect(shape(made)).toEqual(['pullQuote(pullQuoteText("We were never asked"), attribution)']);
  });
});
