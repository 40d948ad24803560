import type { PageDocument, PageElement, PageNode } from '../html/dom.ts';
import {
  classOf,
  flat,
  holdsBlocks,
  isBlock,
  isElement,
  isEmpty,
  renamed,
  unwrap,
  snapshot,
  type Pasting,
} from './pasting.ts';

const kept = new Set([
  'href',
  'src',
  'alt',
  'width',
  'height',
  'colspan',
  'rowspan',
  'scope',
  'start',
  'datetime',
]);
const inline =
  'span, font, u, ins, big, small, center, tt, label, abbr, acronym, bdi, bdo, dfn, kbd, samp, var, q, nobr';

const blank = (node: PageNode): boolean => !isElement(node) && flat(node.textContent ?? '') === '';

/** Splits text at its blank lines (two line breaks in a row) into paragraphs. */
export function splitAtBlankLines({ page, body }: Pasting): void {
  for (const box of [body, ...body.querySelectorAll('p, div, td, li, blockquote')]) {
    const parts: PageNode[][] = [[]];
    let breaks: PageNode[] = [];
    let splits = 0;
    const children = [...box.childNodes];
    if (box.localName !== 'p' && children.some((child) => isElement(child) && isBlock(child))) continue;
    for (const child of children) {
      if (isElement(child) && child.localName === 'br') breaks.push(child);
      else if (breaks.length > 0 && blank(child)) continue;
      else {
        if (breaks.length > 1) {
          parts.push([]);
          splits += 1;
        } else parts.at(-1)?.push(...breaks);
        breaks = [];
        parts.at(-1)?.push(child);
      }
    }
    if (splits === 0) continue;
    const made = parts.map((part) => {
      const paragraph = page.createElement('p');
      paragraph.append(...part);
      return paragraph;
    });
    if (box.localName === 'p') box.replaceWith(...made);
    else box.replaceChildren(...made);
  }
}

/** Takes off what has no meaning here: foreign attributes, wrappers, empty paragraphs, line breaks at the ends. */
export function stripMarkup(pasting: Pasting): void {
  const { page, body, source } = pasting;
  for (const element of body.querySelectorAll('*')) {
    for (const name of element.getAttributeNames())
      // A page of ours, copied in a browser, says by its classes which blocks it has.
      if (!kept.has(name) && !(name === 'class' && source === 'a web page')) element.removeAttribute(name);
  }
  for (const pre of body.querySelectorAll('pre'))
    pre.replaceWith(
      ...pre.textContent
        .replace(/^\n|\n+$/gu, '')
        .split(/\n[^\S\n]*\n/u)
        .map((part) => linesOf(page, part)),
    );
  for (const quote of body.querySelectorAll('q')) {
    quote.prepend('“');
    quote.append('”');
  }
  for (const element of body.querySelectorAll(inline))
    if (!(element.localName === 'span' && classOf(element) !== '')) unwrap(element);
  for (const term of body.querySelectorAll('dt, dd, address, summary, legend')) renamed(page, term, 'p');
  for (const box of [
    ...body.querySelectorAll(
      'div, section, article, main, header, footer, aside, dl, form, fieldset, details',
    ),
  ].toReversed()) {
    if (classOf(box) !== '' && source === 'a web page') continue;
    if (holdsBlocks(box)) wrapLoose(pasting, box);
    else renamed(page, box, 'p');
  }
  for (const line of [...body.querySelectorAll('br')].toReversed()) if (endsBlock(line, body)) line.remove();
  for (const element of [...body.querySelectorAll('b, strong, i, em, s, sup, sub, a')].toReversed())
    if (element.textContent === '' && element.querySelector('img') === null) unwrap(element);
  const boxes = 'p, h1, h2, h3, h4, h5, h6, li, ul, ol, blockquote, pre, table, figcaption.x';
  for (const element of [...body.querySelectorAll(boxes)].toReversed())
    if (isEmpty(element)) element.remove();
  for (const cell of body.querySelectorAll('td, th')) if (isEmpty(cell)) cell.replaceChildren();
  for (const child of snapshot(body.childNodes))
    if (isElement(child) && child.localName === 'br' && neighboursBlock(child)) child.remove();
}

// What was set in fixed lines: one paragraph with its line breaks.
function linesOf(page: PageDocument, text: string): PageElement {
  const paragraph = page.createElement('p');
  text.split('\n').forEach((line, at) => {
    if (at > 0) paragraph.append(page.createElement('br'));
    paragraph.append(line);
  });
  return paragraph;
}

// Text beside blocks in a wrapper that goes is a paragraph of its own.
function wrapLoose({ page }: Pasting, box: PageElement): void {
  let run: PageNode[] = [];
  const end = (): void => {
    if (run.some((node) => !blank(node))) {
      const paragraph = page.createElement('p');
      const [first] = run;
      const anchor = page.createElement('p');
      box.append(anchor);
      // The place of the run's first node.
      (first as PageElement).before(paragraph); // text nodes have `before` too
      anchor.remove();
      paragraph.append(...run);
    }
    run = [];
  };
  for (const child of snapshot(box.childNodes)) {
    if (isElement(child) && isBlock(child)) end();
    else run.push(child);
  }
  end();
  unwrap(box);
}

// Whether nothing is seen after a line break in the block that holds it.
function endsBlock(line: PageElement, body: PageElement): boolean {
  for (let node = line; ;) {
    const parent = node.parentElement;
    if (parent === null || parent === body) return false;
    for (let after = node.nextSibling; after !== null; after = after.nextSibling)
      if (!blank(after)) return false;
    if (isBlock(parent)) return true;
    node = parent;
  }
}

const neighboursBlock = (line: PageElement): boolean =>
  [line.previousElementSibling, line.nextElementSibling].every(
    (beside) => beside === null || isBlock(beside) || beside.localName === 'br',
  );
