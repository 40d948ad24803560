import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { emptyBody } from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';
import { importText } from '../../../shared/importing/text.ts';
import { blocksOfRemoval, bodyWithBack } from '../../../renderer/importing/putBack.ts';

const source = importText({
  name: 'ferry.txt',
  text: 'The coast | Night ferry returns\n\nThe boat leaves at midnight.\n',
});

describe('what is put back', () => {
  const removal = { kind: 'removed', what: 'Comment form', text: 'Leave a Reply\nPost comment' } as const;
  const standing = (decisions: readonly Decision[], ...back: readonly Decision[]) => ({
    imported: source.body,
    receipt: { ...source.receipt, decisions },
    back: new Set(back),
  });
  const textsOf = (body: Node) => body.children.slice(5).map(({ textContent }) => textContent);
  const ad: Decision = { ...removal, text: 'Advertisement', at: 0 };

  it('puts it back at its place where it knows one', () => {
    const body = bodyWithBack(source.body, ad, standing([ad]));
    expect(textsOf(body)).toEqual(['Advertisement', 'The boat leaves at midnight.']);
  });

  it('keeps the order of what stood at one place, whatever goes back first', () => {
    const other: Decision = { ...ad, text: 'Skip to content' };
    const decisions = [other, ad];
    const one = bodyWithBack(source.body, other, standing(decisions));
    expect(textsOf(bodyWithBack(one, ad, standing(decisions, other)))).toEqual([
      'Skip to content',
      'Advertisement',
      'The boat leaves at midnight.',
    ]);
    const first = bodyWithBack(source.body, ad, standing(decisions));
    expect(textsOf(bodyWithBack(first, other, standing(decisions, ad)))).toEqual([
      'Skip to content',
      'Advertisement',
      'The boat leaves at midnight.',
    ]);
  });

  it('puts links back as links, pictures of the web as figures, and other addresses as text', () => {
    const blocks = blocksOfRemoval({
      ...removal,
      text: 'Home and Sport\nSubscribe',
      addresses: [
        { kind: 'link', text: 'Home', address: 'https://post.example/' },
        { kind: 'link', text: 'Sport', address: 'https://post.example/sport' },
        { kind: 'link', text: 'Subscribe', address: 'javascript:alert(1)' },
        { kind: 'link', text: '', address: 'https://post.example/more' },
        { kind: 'picture', text: 'A boat', address: 'https://post.example/boat.jpg' },
        { kind: 'picture', text: 'A map', address: 'page_files/map.png' },
      ],
    });
    expect(blocks.map(String)).toEqual([
      'paragraph(link("Home"), " and ", link("Sport"))',
      'paragraph("Subscribe")',
      'paragraph("Subscribe (javascript:alert(1))")',
      'paragraph(link("https://post.example/more"))',
      'figure(caption, credit)',
      'paragraph("A map (page_files/map.png)")',
    ]);
    expect(blocks[4]?.attrs).toMatchObject({ src: 'https://post.example/boat.jpg', alt: 'A boat' });
    schema.node('doc', null, [...emptyBody().children.slice(0, 5), ...blocks]).check();
  });
});
