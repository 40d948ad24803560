import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unaccounted } from '../../../../shared/importing/paste/account.ts';
import { pasted } from '../../../support/pasted.ts';

it('names what neither result nor receipt says, line by line', () => {
  expect(unaccounted('one 2 three\n“four”', 'three one', 'four')).toEqual(['2', '“ ”']);
  expect(unaccounted('7 and 7', '7 and')).toEqual(['7']);
  expect(unaccounted('1May', '1 May')).toEqual([]);
});

const text = fc.constantFrom(
  '12',
  'May 4',
  '“no”',
  'said he',
  'x 3',
  '7',
  ' ',
  '»ja«',
  'a\u00a0b',
  '1.',
  '· 9',
);
const style = fc.constantFrom(
  '',
  'margin-left:36pt',
  'mso-list:l0 level1 lfo1',
  'mso-list:l0 level3 lfo1;margin-left:72pt',
  'display:none',
  'font-weight:bold',
  'mso-list:Ignore',
  'mso-element:comment-list',
  'mso-element:footnote-list',
  'border-left:solid blue 1.5pt',
  'vertical-align:super',
);
const name = fc.constantFrom(
  ...'p div span b i li ul ol table tr td th blockquote h1 h3 a q pre del ins sup dl dt dd figure figcaption caption'.split(
    ' ',
  ),
  ...'button select option svg math noscript textarea iframe object section details summary center font o:p st1:City'.split(
    ' ',
  ),
);
const named = fc.constantFrom(
  '',
  'MsoListParagraph',
  'MsoNormal',
  'MsoTitle',
  'MsoQuote',
  'MsoCommentReference',
  'msocomanchor',
  'EOP',
  'c-x',
  'ListContainerWrapper',
  'kicker',
  'credit',
  'MsoCommentText',
  'copydesk-credit',
  'read-also',
);
const href = fc.constantFrom(
  '',
  ' href="#_ftn1"',
  ' href="https://example.org/9"',
  ' href="javascript:1"',
  ' data-aria-level="2"',
  ' role="presentation"',
);

const tree = fc.letrec<{ node: string }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    text,
    fc
      .tuple(name, style, named, href, fc.array(tie('node'), { maxLength: 4 }))
      .map(
        ([tag, css, kind, link, inner]) =>
          `<${tag} style="${css}" class="${kind}"${link}>${inner.join('')}</${tag}>`,
      ),
  ),
})).node;

it('never drops a digit or a quotation mark without a line in the receipt, whatever the markup', () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), fc.boolean(), (nodes, word) => {
      const html = `${word ? '<p class=MsoNormal></p>' : ''}${nodes.join('\n')}`;
      const { body, reading, receipt } = pasted(html);
      body.check();
      // What was told as removed is both here and in the receipt: once is enough.
      const told = receipt.decisions.filter(({ kind }) => kind === 'removed').map(({ text: gone }) => gone);
      const markers = reading.replaced.filter((each) => !told.includes(each));
      const signs = (of: string): readonly string[] => (of.match(/\d|["“”»«]/gu) ?? []).toSorted();
      const said = [
        body.textBetween(0, body.content.size, '\n', '\n'),
        ...markers,
        ...receipt.decisions.filter(({ kind }) => kind === 'removed').map(({ text: gone }) => gone),
        ...body.children.flatMap((node) => [
          String(node.attrs['caption'] ?? ''),
          String(node.attrs['label'] ?? ''),
        ]),
      ].join('\n');
      const pool = [...signs(said)];
      for (const sign of signs(html.replace(/<[^>]*>/gu, ' '))) {
        const at = pool.indexOf(sign);
        expect([sign, at >= 0, html]).toEqual([sign, true, html]);
        pool.splice(at, 1);
      }
    }),
    { numRuns: 300 },
  );
});
