import type { TrackedChanges } from '../../../shared/importing/tracked.ts';
import { isElement, isProperties, ownChange } from './settleChanges.ts';
import { attributeIn, nodesOf, unescaped, type XmlElement, type XmlNode } from './xml.ts';

/** The kinds of tracked changes that hold text, by the names of their elements (ECMA-376 §17.13.5). */
export type ChangeKind = 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo';

const kinds: readonly ChangeKind[] = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'];

/** A passage that one person changed, over however many runs and paragraphs. */
export interface Passage {
  readonly kind: ChangeKind;
  readonly author: string;
  /** Its words, a line for each paragraph; '' for a picture or an empty paragraph. */
  readonly text: string;
  /** What stays of its paragraph, else of the nearest one above of which anything stays; '' at the start. */
  readonly after: string;
}

/** Whether a part holds a change that is more than one of its look. */
export const hasChanges = (xml: string): boolean =>
  /<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel)[\s/>]/u.test(xml);

const signs: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '‑',
  'w:drawing': '',
  'w:pict': '',
  'w:object': '',
};

/**
 * The passages of a part, kind by kind, in the order of the text; `gone` are the kinds whose text does not come along,
 * so that each passage knows what stands before it afterwards.
 */
export function passagesOf(xml: string, gone: readonly string[] = []): readonly Passage[] {
  const nodes = nodesOf(xml);
  return kinds.flatMap((kind) => passagesOfKind(nodes, kind, gone));
}

interface Open {
  readonly author: string;
  readonly paragraph: number;
  text: string;
}

function passagesOfKind(
  nodes: readonly XmlNode[],
  kind: ChangeKind,
  gone: readonly string[],
): readonly Passage[] {
  const found: Open[] = [];
  let open: Open | null = null;
  // The text that stays, paragraph by paragraph.
  const stays: string[] = [''];
  const take = (text: string, change: XmlElement | null, isGone: boolean): void => {
    if (!isGone) stays[stays.length - 1] += text;
    if (change === null) {
      open = null;
      return;
    }
    const author = attributeIn(change.attributes, 'w:author');
    if (open === null || open.author !== author) {
      open = { author, paragraph: stays.length - 1, text: '' };
      found.push(open);
    }
    open.text += text;
  };
  const visit = (node: XmlElement, above: XmlElement | null, goes: boolean): void => {
    if (isProperties(node)) return;
    const own = node.name === 'w:p' ? undefined : ownChange(node, [kind]);
    const change = node.name === kind ? node : (own ?? above);
    const isGone =
      goes || gone.includes(node.name) || (node.name !== 'w:p' && ownChange(node, gone) !== undefined);
    const sign = signs[node.name];
    if (sign !== undefined) take(sign, change, isGone);
    else if (/^w:(?:t|delText)$/u.test(node.name))
      take(unescaped(node.children.map((child) => (isElement(child) ? '' : child)).join('')), change, isGone);
    else for (const child of node.children) if (isElement(child)) visit(child, change, isGone);
    if (node.name !== 'w:p') return;
    const mark = ownChange(node, [kind]) ?? change;
    take('\n', mark, true);
    stays.push('');
  };
  for (const node of nodes) if (isElement(node)) visit(node, null, false);
  const before = (paragraph: number): string =>
    stays
      .slice(0, paragraph + 1)
      .findLast((text) => text.trim() !== '')
      ?.trim() ?? '';
  return found.map(({ author, paragraph, text }) => ({
    kind,
    author,
    text: text.replace(/\n{2,}/gu, '\n').trim(),
    after: before(paragraph),
  }));
}

/** What a person is told of a document's changes before they are settled; null if it has none. */
export function changesIn(parts: readonly string[]): TrackedChanges | null {
  const passages = parts.filter(hasChanges).flatMap((xml) => passagesOf(xml));
  const count = (kind: ChangeKind): number => passages.filter((passage) => passage.kind === kind).length;
  const moves = Math.max(count('w:moveFrom'), count('w:moveTo'));
  const authors = [...new Set(passages.map(({ author }) => author).filter((name) => name !== ''))];
  return passages.length === 0
    ? null
    : { insertions: count('w:ins'), deletions: count('w:del'), moves, authors };
}
