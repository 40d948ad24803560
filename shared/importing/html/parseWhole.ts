import { DOMParser, type Node } from 'prosemirror-model';
import { headerFields } from '../../article/header.ts';
import { schema } from '../../article/schema.ts';
import type { PageDocument, PageElement } from './dom.ts';

type Answer = 'no' | 'yes' | 'perhaps';
type Quick = (name: string, classes: ReadonlySet<string>) => Answer;

// A tag and a class, as `p.kicker`: what most of the schema's selectors are, and what the others end in.
const compound = /^([a-z][a-z\d]*)?(?:\.([\w-]+))?/u;

function quickOf(selector: string): Quick {
  if (/["(,]/u.test(selector)) return () => 'perhaps';
  const last = selector.split(/[\s>+~]+/u).at(-1) ?? '';
  const [seen = '', tag, own] = compound.exec(last) ?? [];
  const whole = seen === selector && seen !== '';
  return (name, classes) => {
    if ((tag !== undefined && tag !== name) || (own !== undefined && !classes.has(own))) return 'no';
    return whole ? 'yes' : 'perhaps';
  };
}

// linkedom reads every selector anew for every element that is asked: most can be answered without.
function withQuickMatches(elements: Iterable<PageElement>): void {
  const known = new Map<string, Quick>();
  for (const element of elements) {
    const classes = new Set((element.getAttribute('class') ?? '').split(/\s+/u));
    const inFull = element.matches.bind(element);
    const matches = (selector: string): boolean => {
      const quick = known.get(selector) ?? quickOf(selector);
      known.set(selector, quick);
      const answer = quick(element.localName, classes);
      return answer === 'perhaps' ? inFull(selector) : answer === 'yes';
    };
    Object.defineProperty(element, 'matches', { value: matches, configurable: true });
  }
}

/** An element's markup as a whole document: its header fields first, whether it has them or not, then its blocks. */
export function parseWhole(page: PageDocument, element: PageElement): Node {
  // ProseMirror's parser wants all five fields, in their order.
  for (const { name, spec } of headerFields.toReversed()) {
    const tag = spec.parseDOM?.[0]?.tag ?? '';
    const field = [...element.children].find((child) => child.matches(tag));
    element.prepend(field ?? empty(page, tag.split('.')[0] ?? 'p', name));
  }
  withQuickMatches(element.querySelectorAll('*'));
  // linkedom's elements are DOM elements in all that ProseMirror reads.
  return DOMParser.fromSchema(schema).parse(element);
}

function empty(page: PageDocument, tag: string, name: string): PageElement {
  const field = page.createElement(tag);
  field.className = name;
  return field;
}
