import type { Node } from 'prosemirror-model';
import { CopydeskError } from '../error.ts';
import { withAddresses } from './addressesOf.ts';
import type { Address, Decision } from './receipt.ts';

/** What an import may become: beyond it a window would draw for minutes, and no story reaches it. */
export const storyLimits = {
  /** Paragraphs, items, cells and runs of text: a novel has 20,000. */
  nodes: 60_000,
  /** Lines of a receipt of one kind; the rest stand in the last of them. */
  alike: 500,
  /** Bytes of a plain text or a Markdown file: the longest novels have three million. */
  text: 8_000_000,
} as const;

/** Throws `too-large` for a body of more parts than any story has. */
export function refuseTooManyParts(body: Node): void {
  let parts = 0;
  body.descendants(() => {
    parts += 1;
  });
  if (parts > storyLimits.nodes)
    throw new CopydeskError(
      'too-large',
      `it would become ${String(parts)} paragraphs and runs of text; a story has at most ${String(storyLimits.nodes)}`,
    );
}

/** A receipt's decisions, those of one kind beyond `storyLimits.alike` gathered in one that holds all their texts. */
export function gathered(decisions: readonly Decision[]): readonly Decision[] {
  if (decisions.length <= storyLimits.alike) return decisions;
  const kept: Decision[] = [];
  const seen = new Map<string, number>();
  const rest = new Map<
    string,
    { readonly first: Decision; readonly texts: string[]; readonly addresses: Address[] }
  >();
  for (const decision of decisions) {
    const key = `${decision.kind} ${decision.what}`;
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    if (count < storyLimits.alike) kept.push(decision);
    else {
      const more = rest.get(key) ?? { first: decision, texts: [], addresses: [] };
      more.texts.push(decision.text);
      more.addresses.push(...(decision.addresses ?? []));
      rest.set(key, more);
    }
  }
  return [
    ...kept,
    ...[...rest.values()].map(({ first, texts, addresses }) => ({
      ...first,
      text: texts.filter((text) => text !== '').join('\n'),
      ...withAddresses(addresses),
    })),
  ];
}
