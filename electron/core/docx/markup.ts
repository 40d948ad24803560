import type { PageDocument, PageElement } from '../../../shared/importing/html/dom.ts';
import { isSafeUrl } from '../../../shared/article/address.ts';

/** What was found while the markup was made ours. */
export interface Found {
  readonly notes: readonly string[];
  readonly listItems: number;
  readonly links: number;
  readonly images: number;
  /** Addresses that an article may not carry. */
  readonly badLinks: readonly string[];
}

const unwrap = (element: PageElement): void => element.replaceWith(...element.childNodes);

const fieldSelectors = ['p.kicker', 'h1.headline', 'p.standfirst', 'p.byline', 'p.dateline'];

// The first paragraph of a style fills its field; another one is a paragraph like any.
function keepFirstFields(page: PageDocument): void {
  for (const selector of fieldSelectors) {
    const all = [...page.querySelectorAll(selector)];
    const first = all.find(({ parentElement }) => parentElement === page.body);
    for (const element of all) {
      if (element === first) continue;
      const plain = page.createElement(element.localName === 'h1' ? 'h2' : 'p');
      plain.append(...element.childNodes);
      element.replaceWith(plain);
    }
  }
}

function makeFigure(page: PageDocument, picture: PageElement): PageElement {
  const figure = page.createElement('figure');
  figure.append(picture);
  return figure;
}

// A picture stands on its own; the caption and the credit below it are its own.
function liftPictures(page: PageDocument): void {
  for (const picture of page.querySelectorAll('img')) {
    const holder = picture.closest('p, h2, h3, h4, h1');
    const figure = makeFigure(page, picture);
    if (holder === null) picture.replaceWith(figure);
    else {
      (holder.closest('body > *') ?? holder).before(figure);
      if (holder.textContent.trim() === '' && holder.querySelector('img') === null) holder.remove();
    }
    const caption = page.createElement('figcaption');
    for (
      let below = figure.nextElementSibling;
      below?.matches('p.caption, p.credit') === true;
      below = figure.nextElementSibling
    ) {
      const part = page.createElement('span');
      part.className = below.className;
      part.append(...below.childNodes);
      below.remove();
      caption.append(part);
    }
    if (caption.querySelector('.credit') === null) {
      const credit = page.createElement('span');
      credit.className = 'credit';
      caption.append(credit);
    }
    if (caption.querySelector('.caption') === null) {
      const empty = page.createElement('span');
      empty.className = 'caption';
      caption.prepend(empty);
    }
    figure.append(caption);
  }
  for (const element of page.querySelectorAll('p.caption, p.credit')) element.removeAttribute('class');
}

function makePullQuotes(page: PageDocument): void {
  for (const words of page.querySelectorAll('p.pull-quote')) {
    words.removeAttribute('class');
    const [figure, quote] = [page.createElement('figure'), page.createElement('blockquote')];
    words.before(figure);
    quote.append(words);
    figure.append(quote);
  }
}

// mammoth writes a note as an item of a last list, with an arrow back; its mark is a link into the page.
function readNotes(page: PageDocument): readonly string[] {
  const notes = [...page.querySelectorAll('li[id]')].filter((item) =>
    /^(?:foot|end)note-/u.test(item.getAttribute('id') ?? ''),
  );
  for (const item of notes) {
    for (const link of item.querySelectorAll('a')) {
      if (/^#(?:foot|end)note-ref-/u.test(link.getAttribute('href') ?? '')) link.remove();
    }
  }
  return notes.map(({ textContent }) => textContent.trim());
}

function readLinks(page: PageDocument): { readonly links: number; readonly badLinks: readonly string[] } {
  const badLinks: string[] = [];
  let links = 0;
  for (const link of page.querySelectorAll('a')) {
    const href = link.getAttribute('href') ?? '';
    if (href !== '' && !href.startsWith('#')) {
      links += 1;
      if (isSafeUrl(href)) continue;
      badLinks.push(`${link.textContent.trim()} (${href})`);
    }
    unwrap(link);
  }
  return { links, badLinks };
}

/** Makes mammoth's markup of a Word document such that the schema's parse rules mean by it what its author meant. */
export function ownMarkup(page: PageDocument): Found {
  const notes = readNotes(page);
  const images = [...page.querySelectorAll('img')].length;
  const listItems = [...page.querySelectorAll('li')].length - notes.length;
  const { links, badLinks } = readLinks(page);
  keepFirstFields(page);
  liftPictures(page);
  makePullQuotes(page);
  return { notes, listItems, links, images, badLinks };
}
