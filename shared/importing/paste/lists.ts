import type { PageElement } from '../html/dom.ts';
import { ListBuilder } from './nestList.ts';
import { isEmpty, unwrap, snapshot, type Pasting } from './pasting.ts';

const levelOf = (list: PageElement): number | null => {
  const item = [...list.children].find(({ localName }) => localName === 'li');
  const said =
    item?.getAttribute('data-aria-level') ??
    item?.getAttribute('data-stringify-indent') ??
    list.getAttribute('data-indent');
  if (said === null || said === undefined || !/^\d{1,2}$/u.test(String(said))) return null;
  return Number(said) + (item?.getAttribute('data-aria-level') === null ? 1 : 0);
};

/** Makes one nested list of the many flat ones in which Word Online and Slack write theirs, each with its level. */
export function joinLeveledLists({ page, body }: Pasting): void {
  for (const wrapper of body.querySelectorAll('div.ListContainerWrapper')) unwrap(wrapper);
  const parents = new Set<PageElement>();
  for (const list of body.querySelectorAll('ul, ol'))
    if (levelOf(list) !== null && list.parentElement !== null) parents.add(list.parentElement);
  for (const parent of parents) {
    const builder = new ListBuilder(page);
    for (const list of snapshot(parent.children)) {
      const level = list.matches('ul, ol') ? levelOf(list) : null;
      if (level === null) {
        builder.close();
        continue;
      }
      const ordered = list.localName === 'ol';
      const start = Number(list.getAttribute('start') ?? Number.NaN);
      const items = [...list.children];
      items.forEach((item, at) => {
        const made = page.createElement('div');
        made.append(...item.childNodes);
        list.before(made);
        const id = String(item.getAttribute('data-listid') ?? '');
        const li = builder.add(made, {
          level,
          key: `${id} ${String(ordered)}`,
          ordered,
          number: Number.isInteger(start) ? start + at : null,
          indent: 0,
        });
        li.replaceChildren(...made.childNodes);
      });
      list.remove();
    }
  }
}

/** Puts a list that stands between items, as Google Docs writes it, into the item before it. */
export function nestLists({ page, body }: Pasting): void {
  for (;;) {
    const inner = body.querySelector('ul > ul, ul > ol, ol > ul, ol > ol');
    if (inner === null) break;
    const before = inner.previousElementSibling;
    if (before?.localName === 'li') before.append(inner);
    // A selection that begins deep inside a list: its first items are at the top here.
    else unwrap(inner);
  }
  for (const stray of body.querySelectorAll('ul > *, ol > *')) {
    if (stray.localName === 'li') continue;
    const item = page.createElement('li');
    stray.replaceWith(item);
    item.append(stray);
  }
  for (const item of body.querySelectorAll('li')) if (isEmpty(item)) item.remove();
  for (const list of body.querySelectorAll('ul, ol')) if (isEmpty(list)) list.remove();
}
