import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainText } from '../../shared/article/text.ts';
import { docx } from '../../electron/core/docx/docx.ts';
import { docxOf, item, paragraph, run } from '../support/docxFile.ts';
import { describeFolder, writeReport } from './report.ts';

const version = spawnSync('pandoc', ['--version'], { encoding: 'utf8' }).stdout ?? '';
if (version === '') console.warn('Skipped in part: pandoc is not installed, so no independent reader judges');

// What both readers print in ways of their own: spaces, rules of tables, bullets, the numbers of notes.
const words = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\[\d+\]/gu, ' ')
    .replace(/\[\]|~~|[*_]|^[ \t]*-[ \t]+|-{3,}|\+[-=+]+\+|^\s*\d+\.\s/gmu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();

describeFolder('docx', (folder) => {
  it('reads every document, with the text that pandoc reads', async () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.docx'))
      .toSorted();
    expect(names.length).toBeGreaterThan(0);
    const rows: {
      readonly name: string;
      readonly verdict: string;
      readonly ours: string;
      readonly read: string;
      readonly decisions: number;
      readonly pictures: number;
    }[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const {
        body,
        receipt,
        pictures = [],
      } = await docx.read(name, new Uint8Array(readFileSync(path)), 'accept');
      const theirs = spawnSync('pandoc', ['--to=plain', '--wrap=none', path], { encoding: 'utf8' });
      const [ours, read] = [words(plainText(body)), words(theirs.stdout)];
      // pandoc 2 reads neither the strict format nor text boxes: where it finds no word at all, it judges nothing.
      const verdict =
        version === '' || (read === '' && ours !== '') ? 'not judged' : ours === read ? 'equal' : 'other';
      rows.push({
        name,
        verdict,
        ours,
        read,
        decisions: receipt.decisions.length,
        pictures: pictures.length,
      });
    }
    writeReport(
      'docx',
      ['document', 'text as pandoc reads it', 'pictures', 'decisions'],
      rows.map(({ name, verdict, pictures, decisions }) => [name, verdict, pictures, decisions]),
    );
    const count = (wanted: string): number => rows.filter(({ verdict }) => verdict === wanted).length;
    console.log(
      `docx: ${rows.length} documents, ${count('equal')} equal to pandoc, ${count('not judged')} not judged by it`,
    );
    expect(
      rows.filter(({ verdict }) => verdict === 'other').map(({ name, ours, read }) => ({ name, ours, read })),
    ).toEqual([]);
    expect(count('not judged')).toBeLessThanOrEqual(version === '' ? rows.length : 2);
  });
});

const many = [
  paragraph('Night ferry returns', 'Title'),
  paragraph('What it costs', 'Heading1'),
  paragraph(
    `${run('Fares rose by ')}${run('12', '<w:b/>')}${run(' percent')}<w:r><w:footnoteReference w:id="1"/></w:r>${run('.')}`,
  ),
  item('Adults', 1),
  item('From the islands', 1, 1),
  item('First', 2),
  paragraph('“We were never asked,” she said.', 'Quote'),
  `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc>${paragraph('Day')}</w:tc><w:tc>${paragraph('Boats')}</w:tc></w:tr><w:tr><w:tc>${paragraph('Monday')}</w:tc><w:tc>${paragraph('4')}</w:tc></w:tr></w:tbl>`,
  paragraph(`<w:hyperlink r:id="a">${run('The minutes')}</w:hyperlink>`),
];

it.skipIf(version === '')('a document of every block has the text that pandoc reads', async () => {
  const bytes = docxOf(many.join(''), {
    footnotes: ['Board minutes, 4 May 2026'],
    links: { a: 'https://example.org/minutes' },
  });
  const { stdout } = spawnSync('pandoc', ['--from=docx', '--to=plain', '--wrap=none'], { input: bytes });
  const sorted = (text: string): readonly string[] => words(text).split(' ').toSorted();
  const { body } = await docx.read('many.docx', bytes, 'accept');
  // Notes stand after the text in both, but pandoc prints the title elsewhere.
  const theirs = sorted(String(stdout)).join(' ');
  const title = theirs.includes('ferry') ? '' : 'Night ferry returns ';
  expect(sorted(title + String(stdout))).toEqual(sorted(plainText(body)));
});
