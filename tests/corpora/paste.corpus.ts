import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Node } from 'prosemirror-model';
import { afterAll, describe, expect, it } from 'vitest';
import { plainText } from '../../shared/article/text.ts';
import { documentOf, type PageElement } from '../../shared/importing/html/dom.ts';
import { unaccounted } from '../../shared/importing/paste/account.ts';
import { visibleText } from '../../shared/importing/paste/pasting.ts';
import { pasted } from '../support/pasted.ts';
import { describeFolder, writeReport } from './report.ts';

const inputs = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /(?:^|\/)(?:input[^/]*|word)\.html$/u.test(name))
    .toSorted();

/** The lists of a body or of the folder's own normalised HTML: kind and level of each item, in order. */
const listsOf = (body: Node): readonly string[] => {
  const found: string[] = [];
  const walk = (node: Node, level: number): void =>
    node.forEach((child) => {
      const isList = child.type.name === 'bulletList' || child.type.name === 'orderedList';
      if (child.type.name === 'listItem') found.push(`${node.type.name} ${String(level)}`);
      walk(child, isList ? level + 1 : level);
    });
  walk(body, 0);
  return found;
};

const expectedLists = (html: string): readonly string[] =>
  [...documentOf(html).body.querySelectorAll('li')].map((item) => {
    let level = 0;
    for (let at: PageElement | null = item.parentElement; at !== null; at = at.parentElement)
      if (at.matches('ul, ol')) level += 1;
    return `${item.parentElement?.localName === 'ol' ? 'orderedList' : 'bulletList'} ${String(level)}`;
  });

// Where the folder's own reading of the lists is not ours, and why.
const otherwise: Readonly<Record<string, string>> = {
  'list/heading1': 'a list of headings: ours stay headings, their numbers text',
};

describeFolder('paste-from-office', (folder) => {
  const rows: (readonly (string | number)[])[] = [];
  afterAll(() => {
    const heads = ['fixture', 'program', 'words', 'digits', 'unaccounted', 'items', 'lists', 'decisions'];
    writeReport('paste-from-office', heads, rows);
  });

  describe.each(inputs(folder))('%s', (name) => {
    const html = readFileSync(join(folder, name), 'utf8');
    const { html: clean, body, reading, receipt } = pasted(html);

    it('keeps every word and digit', () => {
      const source = documentOf(html);
      for (const gone of source.querySelectorAll('style, script, title, xml')) gone.remove();
      const missing = unaccounted(visibleText(source.body), plainText(body), ...reading.replaced);
      const lists = listsOf(body);
      rows.push([
        name,
        reading.source,
        `${String(receipt.counts?.before.words)} → ${String(receipt.counts?.after.words)}`,
        `${String(receipt.counts?.before.digits)} → ${String(receipt.counts?.after.digits)}`,
        missing.join(' / ') || 'none',
        lists.length,
        listsAgree(folder, name, body) ?? 'nothing to compare with',
        receipt.decisions.map(({ kind, what }) => `${kind}: ${what}`).join('; ') || 'none',
      ]);
      expect(missing).toEqual([]);
      expect(receipt.counts?.after.words).toBe(receipt.counts?.before.words);
      expect(receipt.counts?.after.digits).toBe(receipt.counts?.before.digits);
    });

    it('leaves no mso, class, style or empty paragraph', () => {
      expect(clean).not.toMatch(/mso-|\sclass=|\sstyle=|<o:p|<\/?(?:span|font|st1)/iu);
      const empty: string[] = [];
      body.descendants((node, _at, parent) => {
        const isCell = parent?.type.spec['tableRole'] !== undefined;
        const isText =
          node.type.name === 'paragraph' || node.type.name === 'heading' || node.type.name === 'listItem';
        if (isText && !isCell && node.textContent.trim() === '' && body.textContent.trim() !== '')
          empty.push(node.type.name);
      });
      expect(empty).toEqual([]);
    });

    it('makes lists of lists, with their levels', () => {
      expect(['the same', 'none', null, ...Object.values(otherwise)]).toContain(
        listsAgree(folder, name, body),
      );
    });
  });
});

// Compares with the normalised HTML beside the input, where there is one.
function listsAgree(folder: string, name: string, body: Node): string | null {
  const beside = join(folder, name.replace(/input/u, 'normalized'));
  if (name === beside || !name.includes('input') || !existsSync(beside)) return null;
  const [ours, theirs] = [listsOf(body), expectedLists(readFileSync(beside, 'utf8'))];
  if (ours.length === 0 && theirs.length === 0) return 'none';
  if (ours.join() === theirs.join()) return 'the same';
  return otherwise[dirname(name)] ?? `ours ${ours.join(', ')}; theirs ${theirs.join(', ')}`;
}
