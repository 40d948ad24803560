import type { PageDocument, PageElement } from '../html/dom.ts';

/** One item of a list that its source wrote flat. */
export interface FlatItem {
  /** From 1. */
  readonly level: number;
  /** What tells this list from the next one. */
  readonly key: string;
  readonly ordered: boolean;
  /** The number of the item; null where it says none. */
  readonly number: number | null;
  /** How far its text is indented, in points. */
  readonly indent: number;
}

interface Open {
  readonly list: PageElement;
  readonly item: FlatItem;
  last: PageElement;
  /** The number that the next item has by itself. */
  next: number;
}

/** Builds real lists of paragraphs that follow each other, whatever levels are skipped. */
export class ListBuilder {
  #open: Open[] = [];
  readonly #page: PageDocument;

  constructor(page: PageDocument) {
    this.#page = page;
  }

  /** The list is at its end. */
  close(): void {
    this.#open = [];
  }

  /** The key of the list that is open, or null. */
  get key(): string | null {
    return this.#open.at(-1)?.item.key ?? null;
  }

  /** Takes an element as the next item: what it holds goes there. */
  add(element: PageElement, item: FlatItem): PageElement {
    const open = this.#open;
    while ((open.at(-1)?.item.level ?? 0) > item.level) open.pop();
    const top = open.at(-1);
    const same = top?.item.level === item.level;
    const goesOn = item.number === null || !item.ordered || item.number === top?.next;
    if (same && (top.item.key !== item.key || top.item.ordered !== item.ordered || !goesOn)) open.pop();
    const li = this.#page.createElement('li');
    const now = open.at(-1);
    if (now?.item.level === item.level) {
      now.list.append(li);
      now.last = li;
      now.next += 1;
    } else {
      const list = this.#page.createElement(item.ordered ? 'ol' : 'ul');
      const number = item.number ?? 1;
      if (item.ordered && number !== 1) list.setAttribute('start', String(number));
      list.append(li);
      if (now === undefined) element.before(list);
      else now.last.append(list);
      open.push({ list, item, last: li, next: number + 1 });
    }
    li.append(element);
    return li;
  }

  /** Takes a paragraph into the item that it is indented like; false if no list is open. */
  continue(element: PageElement, indent: number): boolean {
    while (this.#open.length > 1 && (this.#open.at(-1)?.item.indent ?? 0) > indent + 2) this.#open.pop();
    const top = this.#open.at(-1);
    if (top === undefined) return false;
    top.last.append(element);
    return true;
  }
}
