import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { html } from '../../../shared/importing/html.ts';
import type { Imported, Importer } from '../../../shared/importing/importer.ts';
import { markdown } from '../../../shared/importing/markdown.ts';

// Every attribute that a reader may come to see, and every text, in the order of the page.
function said(node: Node): string {
  const attributes = [node, ...node.marks].flatMap(({ attrs }) =>
    Object.values(attrs).filter((value) => typeof value === 'string' || typeof value === 'number'),
  );
  return `${attributes.join(' ')} ${node.text ?? ''} ${node.children.map(said).join(' ')}`;
}

const told = ({ body, envelope, receipt }: Imported): string =>
  [said(body), JSON.stringify(envelope), ...receipt.decisions.map(({ text }) => text)].join('\n');

/** The marked numbers and quotations of a source that neither the article nor its receipt says. */
function lost(importer: Importer, source: string): readonly string[] {
  const imported = importer.run({ name: `story.${importer.extensions[0] ?? ''}`, text: source });
  imported.body.check();
  const found = told(imported);
  return (source.match(/7\d{5}|[“«„]w\d+[”»“]/gu) ?? []).filter((one) => !found.includes(one));
}

let count = 0;
/** A number that stands nowhere else, so that it can be told whether it came along. */
const number = (): string => String(700_000 + (count = (count + 1) % 100_000));
const quote = (): string => `“w${number().slice(1)}”`;

const markdownPlaces: readonly (readonly [place: string, make: (say: () => string) => string])[] = [
  ['a paragraph', (say) => `The quay ${say()} is old.`],
  ['a heading', (say) => `### At ${say()}`],
  ['a title below a line', (say) => `At ${say()}\n======`],
  ['bold text', (say) => `The **quay ${say()}** is old.`],
  ['a list', (say) => `- a lamp\n- ${say()}\n  - ${say()}`],
  ['the number of an item', (say) => `- a\n\n3. a ${say()}`],
  ['a task', (say) => `- [x] ${say()} done`],
  ['a quote', (say) => `> They said ${say()}.\n>\n> - and ${say()}`],
  ['code', (say) => `Type \`${say()}\` here.`],
  ['a block of code', (say) => `\`\`\`js ${say()}\nlet a = 1; // ${say()}\n\`\`\``],
  ['indented code', (say) => `    ${say()}`],
  ['a link', (say) => `[the ${say()} quay](https://example.org/a)`],
  ['an address', (say) => `[quay](https://example.org/${encodeURI(say())})`],
  ['the title of a link', (say) => `[quay](https://example.org/a "The ${say()} quay")`],
  ['a link that nobody may follow', (say) => `[quay ${say()}](javascript:alert(${say()}))`],
  ['a reference that nobody may follow', (say) => `[quay ${say()}][u]\n\n[u]: javascript:alert(${say()})`],
  ['a picture that nobody may load', (say) => `![quay ${say()}](javascript:${say()})`],
  ['a picture by a reference that nobody may load', (say) => `![quay][p]\n\n[p]: javascript:${say()}`],
  ['an address of a picture', (say) => `![quay](https://example.org/${encodeURI(say())}.jpg)`],
  ['a link by reference', (say) => `[quay][q]\n\n[q]: https://example.org/a "${say()}"`],
  ['a definition that nothing uses', (say) => `[unused]: https://example.org/a '${say()}'`],
  ['a picture', (say) => `![The ${say()} quay](quay.jpg "Of ${say()}")`],
  ['a picture within text', (say) => `The ![quay ${say()}](quay.jpg "${say()}") is old.`],
  ['a picture by reference', (say) => `![quay ${say()}][p]\n\n[p]: quay.jpg "${say()}"`],
  ['a picture’s caption', (say) => `![The quay](quay.jpg)\n*At ${say()} (Photo: A. ${say()})*`],
  ['a table', (say) => `| ${say()} | b |\n|---|---|\n| c | ${say()} |`],
  ['a cell too many', (say) => `| a | b |\n|---|---|\n| c | d | ${say()} |`],
  ['a footnote', (say) => `Quay[^n].\n\n[^n]: It was ${say()}.`],
  ['a footnote that nothing calls', (say) => `Quay.\n\n[^x]: It was ${say()}.`],
  ['a comment', (say) => `<!-- ask ${say()} -->`],
  ['a comment in text', (say) => `The quay <!-- ask ${say()} --> is old.`],
  ['an attribute of a tag', (say) => `The <span title="${say()}">quay</span>.`],
  ['an attribute of a link', (say) => `The <a href="https://example.org/" title="${say()}">quay</a>.`],
  ['a block of HTML', (say) => `<div data-x="${say()}">The ${say()} quay</div>`],
  ['a script', (say) => `<script>let a = "${say()}";</script>`],
  ['an instruction', (say) => `<?php echo "${say()}" ?>`],
  ['code of a generator', (say) => `{{< img src="${say()}" >}}`],
  ['a related link', (say) => `**Read Also:** [The ${say()} bridges](https://example.org/b "${say()}")`],
  ['a correction', (say) => `**Correction:** It was ${say()}, not ${say()}.`],
  ['a struck text', (say) => `~~${say()}~~`],
  ['a line break', (say) => `a ${say()}\\\n${say()}`],
  ['character references', (say) => `&quot;${say()}&quot; &#8220;a&#8221;`],
];

describe('importing Markdown', () => {
  // What takes a square of its length never ends before the test's time is up.
  it.each([
    ['a megabyte of spaces', `a${' '.repeat(1_000_000)}b7`],
    ['tags that never end', `<div>\n${'<script '.repeat(60_000)}7`],
    ['declarations that never end', `<div>\n${'<! '.repeat(100_000)}7`],
    ['code that never ends', `${'{{< '.repeat(10_000)}7`],
  ])('reads %s', (_name, text) => {
    expect(told(markdown.run({ name: 'story.md', text }))).toContain('7');
  });

  it.each(markdownPlaces)(
    'drops no number and no quotation of %s without a line in the receipt',
    (_place, make) => {
      expect(lost(markdown, `A first paragraph.\n\n${make(number)}\n\nA last one.\n`)).toEqual([]);
      expect(lost(markdown, `A first paragraph.\n\n${make(quote)}\n\nA last one.\n`)).toEqual([]);
    },
  );

  it('drops none where all stand beside and within each other', () => {
    const block = fc.constantFrom(...markdownPlaces).map(([, make]) => make);
    const shape = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.replace(/^/gmu, '> '),
      (text) => `- ${text.replace(/\n/gu, '\n  ')}`,
      (text) => `1. a\n\n   ${text.replace(/\n/gu, '\n   ')}`,
    );
    const page = fc.array(fc.tuple(block, shape, shape, fc.boolean()), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(page, (parts) => {
        const source = parts.map(([make, outer, inner, isNumber]) =>
          outer(inner(make(isNumber ? number : quote))),
        );
        expect(lost(markdown, source.join('\n\n'))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

const sentence =
  'The first boat of the year left the quay at five, and many people stood in the rain to see it.';
const pageOf = (inside: string, head = ''): string =>
  `<!doctype html><html><head><title>Boats return</title>${head}</head><body><main><article><h1>Boats return</h1><p>${sentence}</p><p>${sentence} So they say.</p>${inside}<p>${sentence} It is late.</p></article></main></body></html>`;

// Code, what stands in for a player or a script, and names that only a pointer shows are no text of a page;
// the address of a link and the alternative text of a picture that go with their surroundings are not told of yet.
const htmlPlaces: readonly (readonly [place: string, make: (say: () => string) => string])[] = [
  ['a paragraph', (say) => `<p>The quay ${say()} is old.</p>`],
  ['text without a paragraph', (say) => `The quay ${say()} is old, they say.`],
  ['a heading', (say) => `<h2>At ${say()}</h2><p>${sentence}</p>`],
  ['a list', (say) => `<ul><li>${say()}<ol><li>${say()}</li></ol></li></ul>`],
  ['a list of terms', (say) => `<dl><dt>${say()}</dt><dd>${say()}</dd></dl>`],
  ['a quote', (say) => `<blockquote><p>They said ${say()}.</p><cite>A. ${say()}</cite></blockquote>`],
  [
    'a table',
    (say) => `<table><caption>${say()}</caption><tr><th>${say()}</th></tr><tr><td>${say()}</td></tr></table>`,
  ],
  [
    'a picture',
    (say) => `<figure><img src="quay.jpg" alt="The quay"><figcaption>At ${say()}</figcaption></figure>`,
  ],
  ['code', (say) => `<pre>${say()}</pre><p>Type <code>${say()}</code> here.</p>`],
  ['a details box', (say) => `<details><summary>${say()}</summary><p>It was ${say()}.</p></details>`],
  ['an aside', (say) => `<aside><p>It was ${say()}, as the desk said at the time.</p></aside>`],
  ['a form', (say) => `<form><label>Pay ${say()}</label><button>Send ${say()}</button></form>`],
  ['a raised text', (say) => `<p>It was 10<sup>${say()}</sup> then.</p>`],
  ['a link', (say) => `<p>They took <a href="https://example.org/">the quay ${say()}</a>.</p>`],
  ['a share bar', (say) => `<div class="share"><a href="#">Share ${say()}</a></div>`],
  ['hidden text', (say) => `<p style="display:none">It was ${say()}.</p><p hidden>It was ${say()}.</p>`],
  ['a footer', (say) => `<footer><p>Printed in ${say()}</p></footer>`],
  ['a sidebar', (say) => `<div class="sidebar related"><p><a href="/a">The boats of ${say()}</a></p></div>`],
  ['a comment of a reader', (say) => `<section class="comments"><p>I saw ${say()} of them.</p></section>`],
  ['a drawing', (say) => `<svg><text>${say()}</text></svg>`],
  ['a formula', (say) => `<p>It is <math><mi>x</mi><mo>=</mo><mn>${say()}</mn></math> now.</p>`],
];

describe('importing a page', () => {
  it.each(htmlPlaces)(
    'drops no number and no quotation of %s without a line in the receipt',
    (_place, make) => {
      expect(lost(html, pageOf(make(number)))).toEqual([]);
      expect(lost(html, pageOf(make(quote)))).toEqual([]);
    },
  );

  it('drops none where all stand beside each other, in an article or without one', () => {
    const block = fc.constantFrom(...htmlPlaces).map(([, make]) => make);
    const page = fc.tuple(
      fc.array(fc.tuple(block, fc.boolean()), { minLength: 1, maxLength: 6 }),
      fc.boolean(),
    );
    fc.assert(
      fc.property(page, ([parts, inArticle]) => {
        const inside = parts.map(([make, isNumber]) => make(isNumber ? number : quote)).join('');
        expect(
          lost(html, inArticle ? pageOf(inside) : `<p>${sentence}</p>${inside}<p>${sentence}</p>`),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
