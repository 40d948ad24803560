import type { PageElement } from '../html/dom.ts';
import { fullStyleOf } from './css.ts';
import { flat, isElement, renamed, unwrap, visibleText, snapshot, type Pasting } from './pasting.ts';

const rowsOf = (table: PageElement): readonly PageElement[] => [...table.querySelectorAll('tr')];

// One cell around everything is how mail and pages are laid out, not a table.
const isLayout = (table: PageElement): boolean =>
  table.getAttribute('role') === 'presentation' || [...table.querySelectorAll('td, th')].length <= 1;

function unwrapTable(page: Pasting['page'], table: PageElement): void {
  for (const part of table.querySelectorAll('tbody, thead, tfoot, tr')) unwrap(part);
  for (const cell of table.querySelectorAll('td, th, caption')) renamed(page, cell, 'div');
  unwrap(table);
}

// Where a table cannot stand, its rows are lines.
function flatten({ page, note }: Pasting, table: PageElement): void {
  const lines = rowsOf(table).map((row) =>
    [...row.children]
      .map((cell) => flat(visibleText(cell)))
      .filter((text) => text !== '')
      .join(' | '),
  );
  note('doubted', 'A table where none can stand became lines', lines.join('\n'));
  for (const line of lines.filter((text) => text !== '')) {
    const made = page.createElement('p');
    made.textContent = line;
    table.before(made);
  }
  table.remove();
}

function isBold(cell: PageElement, { sheet }: Pasting): boolean {
  if (/^(?:bold|[6-9]\d\d)$/u.test(fullStyleOf(cell, sheet).get('font-weight') ?? '')) return true;
  const bold = [...cell.querySelectorAll('b, strong')].map(({ textContent }) => flat(textContent)).join(' ');
  return flat(cell.textContent) !== '' && bold === flat(cell.textContent);
}

// Lists in a cell are lines there: an article's cells hold paragraphs.
function flattenCell(pasting: Pasting, cell: PageElement): void {
  for (const list of [...cell.querySelectorAll('ul, ol')].toReversed()) {
    const start = Number(list.getAttribute('start') ?? 1);
    const ordered = list.localName === 'ol';
    [...list.children].forEach((item, at) => {
      const made = renamed(pasting.page, item, 'p');
      for (const inner of made.querySelectorAll('p')) unwrap(inner);
      made.prepend(ordered ? `${String(start + at)}. ` : '• ');
    });
    unwrap(list);
  }
  for (const heading of cell.querySelectorAll('h1, h2, h3, h4, h5, h6')) renamed(pasting.page, heading, 'p');
  for (const quote of cell.querySelectorAll('blockquote')) unwrap(quote);
}

/** Reads tables: those of layout are taken off, a bold first row is the head, and cells hold what they may. */
export function readTables(pasting: Pasting): void {
  const { page, body } = pasting;
  for (const table of [...body.querySelectorAll('table')].toReversed()) {
    if (isLayout(table)) unwrapTable(page, table);
    else if (table.closest('td, th, li, blockquote') !== null) flatten(pasting, table);
  }
  for (const table of body.querySelectorAll('table')) {
    for (const cell of table.querySelectorAll('td, th')) flattenCell(pasting, cell);
    for (const row of rowsOf(table)) {
      for (const child of snapshot(row.childNodes)) if (!isElement(child)) child.remove();
      if (row.children.length === 0) row.remove();
    }
    const [head, next] = rowsOf(table);
    if (head === undefined || next === undefined || head.querySelector('th') !== null) continue;
    const cells = [...head.children].filter((cell) => flat(cell.textContent) !== '');
    const isHead = cells.length > 0 && cells.every((cell) => isBold(cell, pasting));
    if (!isHead || [...next.children].every((cell) => flat(cell.textContent) === '' || isBold(cell, pasting)))
      continue;
    for (const cell of snapshot(head.children)) {
      const made = page.createElement('th');
      for (const name of ['colspan', 'rowspan']) {
        const value = cell.getAttribute(name);
        if (typeof value === 'string') made.setAttribute(name, value);
      }
      made.append(...cell.childNodes);
      cell.replaceWith(made);
      for (const bold of made.querySelectorAll('b, strong')) unwrap(bold);
    }
  }
}
