import { DOMParser, type Node } from 'prosemirror-model';
import { headerFields } from '../../article/header.ts';
import { schema } from '../../article/schema.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** An element's markup as a whole document: its header fields first, whether it has them or not, then its blocks. */
export function parseWhole(page: PageDocument, element: PageElement): Node {
  // ProseMirror's parser wants all five fields, in their order.
  for (const { name, spec } of headerFields.toReversed()) {
    const tag = spec.parseDOM?.[0]?.tag ?? '';
    const field = [...element.children].find((child) => child.matches(tag));
    element.prepend(field ?? empty(page, tag.split('.')[0] ?? 'p', name));
  }
  // linkedom's elements are DOM elements in all that ProseMirror reads.
  return DOMParser.fromSchema(schema).parse(element);
}

function empty(page: PageDocument, tag: string, name: string): PageElement {
  const field = page.createElement(tag);
  field.className = name;
  return field;
}
