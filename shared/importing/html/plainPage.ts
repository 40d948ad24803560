import type { DefaultTreeAdapterTypes } from 'parse5';
import { countsOf, countsOfWords } from '../counts.ts';
import type { Imported, Source } from '../importer.ts';
import type { Decision } from '../receipt.ts';
import { importText } from '../text.ts';
import { pageLines, type LineElement, type LineNode, type PageLine } from './pageLines.ts';
import type { PageTree } from './pageTree.ts';

/** What is looked at closely: the largest page of our corpora has 1,584 elements and weighs 8 million. */
export const closeLimits = { elements: 6000, weight: 30_000_000 } as const;

/** Whether finding the article of a page would cost more than any page of a story asks. */
export const isTooLarge = ({ elements, weight }: PageTree): boolean =>
  elements > closeLimits.elements || weight > closeLimits.weight;

type TreeNode = DefaultTreeAdapterTypes.ChildNode;

const isElementNode = (node: TreeNode): node is DefaultTreeAdapterTypes.Element => 'tagName' in node;

const textOf = (node: TreeNode): string =>
  'value' in node ? node.value : isElementNode(node) ? node.childNodes.map(textOf).join('') : '';

function* nodesOf(nodes: readonly TreeNode[]): Generator<LineNode> {
  for (const node of nodes) {
    if (isElementNode(node)) yield elementOf(node);
    else if ('value' in node) yield { nodeType: 3, textContent: node.value };
  }
}

const elementOf = (element: DefaultTreeAdapterTypes.Element): LineElement => ({
  nodeType: 1,
  localName: element.tagName,
  get textContent() {
    return textOf(element);
  },
  get childNodes() {
    return nodesOf(element.childNodes);
  },
  getAttribute: (name) => element.attrs.find((one) => one.name === name)?.value ?? null,
  hasAttribute: (name) => element.attrs.some((one) => one.name === name),
});

/** The lines of text of a parsed page, as `pageLines` reads those of a document. */
export function linesOfTree({ root }: Pick<PageTree, 'root'>): readonly PageLine[] {
  const page = root.childNodes.find(isElementNode);
  const lines = page === undefined ? [] : pageLines(elementOf(page));
  return lines.filter(({ text }) => text !== '');
}

/** Reads a page that is too large to be looked at closely as the text that a reader would copy from it. */
export function readPlainPage(tree: PageTree, source: Source): Imported {
  const lines = linesOfTree(tree);
  const seen = lines.filter(({ unseen }) => !unseen).map(({ text }) => text);
  const hidden = lines.filter(({ unseen }) => unseen).map(({ text }) => text);
  const { receipt, ...made } = importText({ name: source.name, text: seen.join('\n\n') });
  const decisions: Decision[] = [
    {
      kind: 'doubted',
      what: `too large a page to find its article (${String(tree.elements)} elements): its text was read as plain text`,
      text: '',
    },
    ...receipt.decisions,
  ];
  if (hidden.length > 0)
    decisions.push({
      kind: 'removed',
      what: 'Hidden text and controls',
      text: hidden.join('\n'),
      class: 'unseen',
    });
  const nothing = { listItems: 0, links: 0, footnotes: 0, images: 0 };
  return {
    ...made,
    receipt: {
      ...receipt,
      decisions,
      counts: { before: { ...countsOfWords(seen.join('\n')), ...nothing }, after: countsOf(made.body) },
      plain: lines.map(({ text }) => text).join('\n'),
    },
  };
}
