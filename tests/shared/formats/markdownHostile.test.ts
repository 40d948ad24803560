import { HtmlRenderer, Parser } from 'commonmark';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { frontMatterOf } from '../../../shared/formats/frontMatter.ts';
import { cleanText } from '../../../shared/formats/escape.ts';
import { markdownFormats } from '../../../shared/formats/markdown.ts';
import { markdownProfiles } from '../../../shared/formats/markdownProfiles.ts';
import { importMarkdown } from '../../../shared/importing/markdown.ts';
import { canonical, type Less } from '../../support/canonical.ts';
import { hostileFields, hostileStrings } from '../../support/hostileStrings.ts';
import { differences, shownBy } from '../../support/pageText.ts';

const theme = { id: 'none', css: '' };
const commonMark = new HtmlRenderer();
const cleaned = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? cleanText(one) : one));
// Line ends in a heading or a cell are the listed losses; no field here has others.
const oneLine: Less = { oneLine: () => true };
const comment = /^<!-- (?:raw HTML omitted )?-->$/u;

// Parsers take seconds over tens of thousands of characters between two brackets.
const long = ['headline', 'paragraph', 'caption', 'table cell', 'SEO headline'];

describe.each(hostileFields)('in $name', ({ name: field, put }) => {
  const strings = hostileStrings.filter(({ text }) => text.length < 10_000 || long.includes(field));

  test.each(strings)('$name changes nothing else, and comes back', ({ text }) => {
    const article = put(text);
    for (const [index, format] of markdownFormats.entries()) {
      const written = format.render(article, { theme });
      const [, front = '', source = ''] = /^---\n([\s\S]*?)^---\n([\s\S]*)$/mu.exec(written) ?? [];
      const profile = markdownProfiles[index];
      // The front matter holds what was put there, and ends where it ends.
      if (profile !== undefined)
        expect(parse(front)).toEqual(
          cleaned(frontMatterOf({ ...article, body: profile.lessen(article.body) }, profile)),
        );
      if (format.id !== 'commonmark') {
        expect(canonical(importMarkdown(written).body, oneLine)).toEqual(canonical(article.body, oneLine));
        continue;
      }
      const html = commonMark.render(new Parser().parse(source));
      const page = shownBy(html);
      expect(differences(article, page.text)).toEqual({ missing: [], added: '' });
      expect(
        page.elements.filter((name) => ['script', 'style', 'b', 'base', 'title'].includes(name)),
      ).toEqual([]);
      expect((html.match(/<!--[\s\S]*?-->/gu) ?? []).every((one) => comment.test(one))).toBe(true);
    }
  });
});
