import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../shared/article/text.ts';
import { docx } from '../../../electron/core/docx/docx.ts';
import { settleChanges } from '../../../electron/core/docx/settleChanges.ts';
import { changesIn } from '../../../electron/core/docx/trackedChanges.ts';
import { nodesOf, wordsOfXml, xmlOf } from '../../../electron/core/docx/xml.ts';
import { changesText, type Tracked } from '../../../shared/importing/tracked.ts';
import { docxOf, paragraph, run } from '../../support/docxFile.ts';

const by = (author: string): string => ` w:id="1" w:author="${author}" w:date="2026-05-04T06:30:00Z"`;
const put = (name: string, inside: string, author = 'Sub'): string =>
  `<w:${name}${by(author)}>${inside}</w:${name}>`;
const ins = (text: string, author = 'Sub'): string => put('ins', run(text), author);
const del = (text: string, author = 'Sub'): string =>
  put('del', run(text).replaceAll('w:t', 'w:delText'), author);
const mark = (name: string, author = 'Sub'): string => `<w:rPr><w:${name}${by(author)}/></w:rPr>`;
const cell = (text: string, more = ''): string => `<w:tc><w:tcPr>${more}</w:tcPr>${paragraph(text)}</w:tc>`;

async function read(body: string, way: Tracked) {
  const made = await docx.read('story.docx', docxOf(`${paragraph('T', 'Title')}${body}`), way);
  const text = plainText(made.body).replace(/\n+/gu, '\n');
  const removed = made.receipt.decisions.filter(({ kind }) => kind === 'removed');
  return { text, blocks: made.body.children.slice(5).map(String), removed };
}

/** What stands there with all accepted, and what stood there before. */
const both = async (body: string): Promise<readonly (readonly string[])[]> => [
  (await read(body, 'accept')).blocks,
  (await read(body, 'reject')).blocks,
];

describe('tracked changes', () => {
  it('come in all accepted or as it was before, words for words', async () => {
    const body = paragraph(`${run('Fares rose by ')}${del('12')}${ins('14')}${run(' percent.')}`);
    expect(await both(body)).toEqual([
      ['paragraph("Fares rose by 14 percent.")'],
      ['paragraph("Fares rose by 12 percent.")'],
    ]);
  });

  it('tell what was left out either way, and after which block it stood', async () => {
    const body =
      paragraph('The first paragraph stays.') +
      paragraph(`${run('Fares rose by ')}${del('12')}${ins('14')}${run(' percent.')}`) +
      paragraph('The last one stays.');
    expect((await read(body, 'accept')).removed).toEqual([
      { kind: 'removed', what: 'Tracked deletion by Sub', text: '12', class: 'tracked-change', at: 2 },
    ]);
    expect((await read(body, 'reject')).removed).toEqual([
      { kind: 'removed', what: 'Tracked insertion by Sub', text: '14', class: 'tracked-change', at: 2 },
    ]);
  });

  it('join paragraphs whose mark was deleted, and part those whose mark was inserted', async () => {
    const deleted = paragraph('One ', '', mark('del')) + paragraph('two.');
    expect(await both(deleted)).toEqual([
      ['paragraph("One two.")'],
      ['paragraph("One")', 'paragraph("two.")'],
    ]);
    const inserted = paragraph('One ', '', mark('ins')) + paragraph('two.');
    expect(await both(inserted)).toEqual([
      ['paragraph("One")', 'paragraph("two.")'],
      ['paragraph("One two.")'],
    ]);
  });

  it('leave no empty paragraph where one was deleted with its mark, at the end too', async () => {
    const body = paragraph('Stays.') + paragraph(del('Goes.'), '', mark('del')) + paragraph('Stays too.');
    expect((await both(body))[0]).toEqual(['paragraph("Stays.")', 'paragraph("Stays too.")']);
    const last = paragraph('Stays.') + paragraph(del('Goes.'), '', mark('del'));
    expect((await both(last))[0]).toEqual(['paragraph("Stays.")']);
  });

  it('keep a text whose paragraph mark went where no paragraph follows', async () => {
    const table = `<w:tbl><w:tr>${cell('Adult')}</w:tr></w:tbl>`;
    const [accepted] = await both(paragraph('Words.', '', mark('del')) + table);
    expect(accepted?.[0]).toBe('paragraph("Words.")');
  });

  it('put a moved passage at one place only, and tell nothing of it as left out', async () => {
    const body =
      paragraph(put('moveFrom', run('The moved sentence.')), '', mark('moveFrom')) +
      paragraph('The middle.') +
      paragraph(put('moveTo', run('The moved sentence.')), '', mark('moveTo')) +
      paragraph('The end.');
    expect(await both(body)).toEqual([
      ['paragraph("The middle.")', 'paragraph("The moved sentence.")', 'paragraph("The end.")'],
      ['paragraph("The moved sentence.")', 'paragraph("The middle.")', 'paragraph("The end.")'],
    ]);
    expect((await read(body, 'accept')).removed).toEqual([]);
    expect(changesIn([`<w:body>${body}</w:body>`])).toEqual({
      insertions: 0,
      deletions: 0,
      moves: 1,
      authors: ['Sub'],
    });
  });

  it('drop what one person inserted and another deleted, either way', async () => {
    const body = paragraph(`${run('Kept')}${put('ins', del(' never', 'Chief'), 'Sub')}${run('.')}`);
    expect(await both(body)).toEqual([['paragraph("Kept.")'], ['paragraph("Kept.")']]);
  });

  it('take rows and cells in or out, and a table whose rows all go', async () => {
    const row = (text: string, more = ''): string => `<w:tr><w:trPr>${more}</w:trPr>${cell(text)}</w:tr>`;
    const table = (rows: string): string => `<w:tbl>${rows}</w:tbl>${paragraph('After.')}`;
    const some = table(
      row('stays') + row('new', `<w:ins${by('Sub')}/>`) + row('old', `<w:del${by('Sub')}/>`),
    );
    expect((await read(some, 'accept')).text).toBe('T\nstays\nnew\nAfter.');
    expect((await read(some, 'reject')).text).toBe('T\nstays\nold\nAfter.');
    const all = table(row('old', `<w:del${by('Sub')}/>`));
    expect((await read(all, 'accept')).blocks).toEqual(['paragraph("After.")']);
    const cells = table(`<w:tr>${cell('one')}${cell('two', `<w:cellIns${by('Sub')}/>`)}</w:tr>`);
    expect((await read(cells, 'reject')).text).toBe('T\none\nAfter.');
    expect((await read(cells, 'reject')).removed.map(({ text }) => text)).toEqual(['two']);
  });

  it('give a style back that was changed', async () => {
    const change = `<w:pStyle w:val="Heading1"/><w:pPrChange${by('Sub')}><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:pPrChange>`;
    const body = `<w:p><w:pPr>${change}</w:pPr>${run('Crosshead')}${ins('!')}</w:p>`;
    expect(await both(body)).toEqual([['heading("Crosshead!")'], ['paragraph("Crosshead")']]);
  });

  it('count a passage once, whatever runs and paragraphs it is in, and name its people once', () => {
    const body =
      paragraph(`${ins('One ')}${ins('two.')}`, '', mark('ins')) +
      paragraph(`${ins('Three.')}${run(' Stays. ')}${ins('Four.', 'Chief')}${del('Five.', 'Chief')}`);
    const changes = changesIn([`<w:body>${body}</w:body>`]);
    expect(changes).toEqual({ insertions: 2, deletions: 1, moves: 0, authors: ['Sub', 'Chief'] });
    expect(changes === null ? '' : changesText(changes)).toBe(
      '3 tracked changes (2 insertions, 1 deletion) by 2 people',
    );
  });

  it('are none where only the look was changed, and in a document without any', async () => {
    const look = `<w:p><w:r><w:rPr><w:b/><w:rPrChange${by('Sub')}><w:rPr/></w:rPrChange></w:rPr><w:t>Bold</w:t></w:r></w:p>`;
    expect(await docx.look?.(docxOf(look))).toBeNull();
    expect(await docx.look?.(docxOf(paragraph('Words')))).toBeNull();
    expect(await docx.look?.(docxOf(paragraph(del('Words'))))).toMatchObject({ deletions: 1 });
  });
});

describe('the XML of a document', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'Ä', ' ', '&amp;', '&#8217;') });
  const change = fc.constantFrom('', 'ins', 'del', 'moveFrom', 'moveTo');
  const runs = fc.array(fc.tuple(change, text), { maxLength: 6 });
  const document = fc.array(fc.tuple(fc.constantFrom('', 'ins', 'del'), runs), { maxLength: 5 });
  type Drawn = readonly (readonly [string, readonly (readonly [string, string])[]])[];
  const xmlOfDrawn = (drawn: Drawn): string =>
    drawn
      .map(([own, each]) => {
        const inside = each.map(([name, said]) => {
          const one = `<w:r><w:t xml:space="preserve">${said}</w:t></w:r>`;
          return name === '' ? one : put(name, one);
        });
        return `<w:p>${own === '' ? '' : `<w:pPr>${mark(own)}</w:pPr>`}${inside.join('')}</w:p>`;
      })
      .join('');

  it('is written as it was read', () => {
    fc.assert(
      fc.property(document, (drawn) => {
        const xml = `<?xml version="1.0"?><w:body a="x>y"><!-- <w:del> -->${xmlOfDrawn(drawn)}</w:body>`;
        const again = xmlOf(nodesOf(xml));
        expect(xmlOf(nodesOf(again))).toBe(again);
        expect(wordsOfXml(again)).toBe(wordsOfXml(xml));
      }),
    );
  });

  it('has no change left once settled, and every word that stays, in its order', () => {
    fc.assert(
      fc.property(document, fc.constantFrom<Tracked>('accept', 'reject'), (drawn, way) => {
        const gone = way === 'accept' ? ['del', 'moveFrom'] : ['ins', 'moveTo'];
        const settled = settleChanges(`<w:body>${xmlOfDrawn(drawn)}</w:body>`, way);
        expect(settled).not.toMatch(/w:(?:ins|del|moveFrom|moveTo)\b/u);
        const stays = drawn.flatMap(([, each]) => each.filter(([name]) => !gone.includes(name)));
        const squashed = (said: string): string => said.replace(/\s+/gu, '');
        expect(squashed(wordsOfXml(settled))).toBe(
          squashed(wordsOfXml(`<w:p><w:r><w:t>${stays.map(([, said]) => said).join('')}</w:t></w:r></w:p>`)),
        );
        expect(settleChanges(settled, way)).toBe(settled);
      }),
    );
  });
});
