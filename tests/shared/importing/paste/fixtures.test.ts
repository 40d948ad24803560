import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { plainText } from '../../../../shared/article/text.ts';
import { unaccounted } from '../../../../shared/importing/paste/account.ts';
import { tells } from '../../../../shared/importing/receipt.ts';
import { outline, pasted } from '../../../support/pasted.ts';
import { projectRoot } from '../../../support/projectRoot.ts';

interface Expected {
  /** The program that the clipboard is taken for. */
  readonly source: string;
  /** The body, one line a paragraph, item, row or figure. */
  readonly body: readonly string[];
  /** What the receipt says, `kind what: text`. */
  readonly receipt: readonly string[];
}

const folder = join(projectRoot, 'tests', 'fixtures', 'paste');
const names = readdirSync(folder).filter((name) => name.endsWith('.html'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');

it.each(names)('reads %s as its author meant it', (name) => {
  const { reading, body, receipt } = pasted(read(name));
  const expected = JSON.parse(read(name.replace('.html', '.json'))) as Expected; // our own fixture
  expect({
    source: reading.source,
    body: outline(body),
    receipt: receipt.decisions.map(({ kind, what, text }) => `${kind} ${what}: ${text}`),
  }).toEqual(expected);
  body.check();
});

it.each(names)('leaves no class, style, office element or empty paragraph of %s', (name) => {
  const { html, reading, body } = pasted(read(name));
  expect(html).not.toMatch(/\sstyle=|mso-|<o:p|<st1:|<font|<span(?! class)/iu);
  if (reading.source !== 'a web page') expect(html).not.toMatch(/\sclass=/iu);
  expect(outline(body).filter((line) => /^[\s>-]*$/u.test(line))).toEqual([]);
});

it.each(names)('drops no word, digit or quotation mark of %s in silence', (name) => {
  const { reading, body, receipt } = pasted(read(name));
  expect(receipt.decisions.filter(({ what }) => what === 'Could not come along')).toEqual([]);
  expect(unaccounted(reading.plain, plainText(body), ...reading.replaced)).toEqual([]);
});

it('says nothing of a paste that lost nothing', () => {
  for (const name of [
    'docs-styles',
    'docs-lists',
    'excel',
    'word-mac-table',
    'word-list-interrupted',
    'word-online',
    'slack',
  ])
    expect([name, tells(pasted(read(`${name}.html`)).receipt)]).toEqual([name, false]);
});

it('counts before and after, so that what did not come along is seen', () => {
  const { receipt } = pasted(read('word-comments.html'));
  expect(receipt.counts?.before).toMatchObject({ quotes: 2, links: 0 });
  expect(receipt.counts?.after).toMatchObject({ quotes: 0, digits: 3 });
  expect(tells(receipt)).toBe(true);
});
