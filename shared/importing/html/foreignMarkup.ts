import type { Node } from 'prosemirror-model';
import { bodyBlocks } from '../../article/text.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { parseWhole } from './parseWhole.ts';

const creditClass =
  /(?:^|[\s_-])(?:credit|credits|source|copyright|byline|attribution|photographer|agency)(?:$|[\s_-])/iu;
const captionClass = /(?:^|[\s_-])(?:caption|figcaption|wp-caption-text|legend|cutline)(?:$|[\s_-])/iu;

const renamed = (page: PageDocument, element: PageElement, name: string): PageElement => {
  const made = page.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
};

// A picture in a box with its caption is a figure, whatever the boxes are called.
function gatherFigures(page: PageDocument, content: PageElement): void {
  // A box that is none is not looked through again for each caption in it.
  const judged = new Set<PageElement>([content]);
  for (const caption of content.querySelectorAll('[class]')) {
    if (!captionClass.test(caption.className) || caption.closest('figure, table') !== null) continue;
    const box = caption.parentElement;
    const holder = box?.querySelector('img') === null ? box.parentElement : box;
    if (holder === null || holder === undefined || judged.has(holder)) continue;
    judged.add(holder);
    if ([...holder.querySelectorAll('img')].length !== 1) continue;
    if (holder.querySelector('p ~ p, h2, h3') !== null) continue;
    const figure = renamed(page, holder, 'figure');
    const made = renamed(page, caption, 'figcaption');
    figure.append(made);
  }
}

// Who made the picture, told apart from what it shows.
function markCredits(page: PageDocument, content: PageElement): void {
  for (const figure of content.querySelectorAll('figure')) {
    const caption = figure.querySelector('figcaption');
    for (const credit of figure.querySelectorAll('[class], cite, small')) {
      if (!creditClass.test(credit.className) && !credit.matches('figcaption cite, figcaption small'))
        continue;
      if (credit.querySelector('figcaption, img') !== null || credit.textContent.trim() === '') continue;
      if (credit.closest('.copydesk-credit') !== null) continue;
      const made = renamed(page, credit, 'span');
      made.className = 'copydesk-credit';
      if (made.closest('figcaption') !== null) continue;
      if (caption === null) {
        const box = page.createElement('figcaption');
        box.append(made);
        figure.append(box);
      } else caption.append(made);
    }
  }
}

// The schema's own markup: what is said of the picture, then who made it, each in a box of its own.
function partCaptions(page: PageDocument, content: PageElement): void {
  for (const box of content.querySelectorAll('figcaption')) {
    const credits = [...box.querySelectorAll('.copydesk-credit')];
    const [first, ...others] = credits;
    if (first === undefined) continue;
    for (const credit of credits) credit.remove();
    for (const other of others) first.append(' ', ...other.childNodes);
    const caption = page.createElement('span');
    caption.className = 'copydesk-caption';
    caption.append(...box.childNodes);
    if (caption.textContent.trim() !== '') box.append(caption);
    box.append(first);
  }
}

const headingNames: Readonly<Record<string, string>> = { h1: 'h2', h5: 'h4', h6: 'h4' };

/** Makes anybody's markup such that our parse rules mean by it what its author meant; no class of theirs is one of ours. */
function tidy(page: PageDocument, content: PageElement): void {
  gatherFigures(page, content);
  markCredits(page, content);
  partCaptions(page, content);
  for (const element of content.querySelectorAll('*')) {
    const part = /^copydesk-(caption|credit)$/u.exec(element.className)?.[1];
    for (const name of ['class', 'id', 'style', 'role']) element.removeAttribute(name);
    if (part !== undefined) element.className = part;
    const heading = headingNames[element.localName];
    if (heading !== undefined) renamed(page, element, heading);
  }
}

/** Anybody's markup as blocks of an article, by the schema's own parse rules: what it does not know is left as its text. */
export function blocksOf(page: PageDocument, content: PageElement): readonly Node[] {
  tidy(page, content);
  return bodyBlocks(parseWhole(page, content)).map(({ node }) => node);
}
