import type { Node } from 'prosemirror-model';
import type { Address, Decision } from './receipt.ts';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The links and pictures of a block, in their order; neighbours with other marks and one address are one link. */
export function addressesOf(block: Node): readonly Address[] {
  const found: Address[] = [];
  const links: { text: string; href: string }[] = [];
  let last: { text: string; href: string } | null = null;
  const take = (node: Node): void => {
    const href = text(node.marks.find(({ type }) => type.name === 'link')?.attrs['href']);
    if (node.type.name === 'figure')
      found.push({ kind: 'picture', text: text(node.attrs['alt']), address: text(node.attrs['src']) });
    if (node.type.name === 'relatedLink' && node.attrs['href'] !== '')
      found.push({ kind: 'link', text: node.textContent, address: text(node.attrs['href']) });
    if (href !== '' && last?.href === href) last.text += node.text ?? '';
    else if (href !== '') links.push((last = { href, text: node.text ?? '' }));
    else if (!node.isText || node.textContent.trim() !== '') last = null;
  };
  take(block);
  block.descendants(take);
  return [
    ...found,
    ...links.map((link) => ({ kind: 'link' as const, text: link.text.trim(), address: link.href })),
  ];
}

/** The part of a decision that tells links and pictures; nothing where there are none. */
export const withAddresses = (addresses: readonly Address[]): Pick<Decision, 'addresses'> =>
  addresses.length === 0 ? {} : { addresses };
