import { defaultTreeAdapter, Parser, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes } from 'parse5';
import { CopydeskError } from '../../error.ts';

/** What a page may ask of its readers; beyond `deepest`, `elements` or `attributes` it is refused while it is parsed. */
export const pageLimits = {
  /** No page nests its elements deeper; one made to exhaust the memory does. */
  deepest: 256,
  elements: 100_000,
  /** On one element: each is compared with all before it. */
  attributes: 1024,
} as const;

/** A parsed page, and what it would cost to look at it closely. */
export interface PageTree {
  readonly root: DefaultTreeAdapterTypes.Document;
  readonly elements: number;
  /** Characters of text, each counted once for every element around it. */
  readonly weight: number;
}

/** How much of a page the parser is given at once, in UTF-16 units: between two pieces an unfinished tag can be looked at. */
const piece = 8192;

const refused = (text: string) => new CopydeskError('refused', text);

const attributesOf = (token: unknown): number =>
  typeof token === 'object' && token !== null && 'attrs' in token && Array.isArray(token.attrs)
    ? token.attrs.length
    : 0;

/**
 * Reads HTML as a browser would (WHATWG HTML §13). Throws `refused` as soon as it nests its elements too deeply, and
 * `too-large` as soon as it has too many of them: the parser walks the open ones with every tag.
 */
export function parsePage(html: string): PageTree {
  let [elements, weight, depth, adopted] = [0, 0, 0, 0];
  const counted = (text: string): void => {
    weight += text.length * depth;
  };
  const parser = new Parser<DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement: (name, namespace, attributes) => {
        elements += 1;
        if (elements > pageLimits.elements)
          throw new CopydeskError('too-large', 'it holds more elements than any page of a story');
        return defaultTreeAdapter.createElement(name, namespace, attributes);
      },
      // Each further `<body …>` of a page gives its attributes to the first, which is compared with them all.
      adoptAttributes: (recipient, attributes) => {
        adopted += attributes.length;
        if (adopted <= pageLimits.attributes) defaultTreeAdapter.adoptAttributes(recipient, attributes);
      },
      onItemPush: () => {
        depth += 1;
        if (depth > pageLimits.deepest) throw refused('it is nested too deeply to be read');
      },
      onItemPop: () => {
        depth -= 1;
      },
      insertText: (parent, text) => {
        counted(text);
        defaultTreeAdapter.insertText(parent, text);
      },
      insertTextBefore: (parent, text, before) => {
        counted(text);
        defaultTreeAdapter.insertTextBefore(parent, text, before);
      },
    },
  });
  for (let at = 0; at < html.length; at += piece) {
    parser.tokenizer.write(html.slice(at, at + piece), false);
    if (attributesOf(Reflect.get(parser.tokenizer, 'currentToken')) > pageLimits.attributes)
      throw refused('one of its elements has more attributes than any page needs');
  }
  parser.tokenizer.write('', true);
  return { root: parser.document, elements, weight };
}
