import { Readability } from '@mozilla/readability';
import type { PageDocument, PageElement } from './dom.ts';

/** Elements that no reader sees, or that nobody may bring along. */
const never =
  'script, style, noscript, template, iframe, object, embed, applet, form, input, button, select, textarea, svg, math, canvas, audio, video, link, meta, base, dialog, [hidden], [aria-hidden="true"] > svg';

/** A page of nothing but an article's markup, such as what a clipboard holds, is left as it is below this many elements. */
const fewElements = 12;

const wordsIn = (element: PageElement): number => element.textContent.match(/\S+/gu)?.length ?? 0;

/** The address of a picture that a script would have shown: it waits in another attribute; undefined if none does. */
export const waitingAddress = (picture: PageElement): string | undefined =>
  ['data-src', 'data-original', 'data-lazy-src', 'data-full-src']
    .map((name) => picture.getAttribute(name) ?? '')
    .find((address) => /^(?:https?:)?\/|^[\w./-]+\.(?:jpe?g|png|gif|webp|avif)/iu.test(address));

function wakePictures(page: PageDocument): void {
  for (const picture of page.querySelectorAll('img')) {
    const source = picture.getAttribute('src') ?? '';
    if (source !== '' && !source.startsWith('data:')) continue;
    const waiting = waitingAddress(picture);
    if (waiting !== undefined) picture.setAttribute('src', waiting);
  }
}

/** Takes out what no reader sees; a picture's `noscript` twin, hidden text, controls and code. */
export function withoutUnseen(page: PageDocument): void {
  wakePictures(page);
  for (const element of page.querySelectorAll(never)) element.remove();
  for (const element of page.querySelectorAll('[style]')) {
    if (
      /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/iu.test(element.getAttribute('style') ?? '')
    )
      element.remove();
  }
}

// Readability judges blocks by their class: what is quoted is the reporter's choice, whatever it came from.
function keepQuotes(page: PageDocument): void {
  for (const quote of page.querySelectorAll('blockquote')) {
    const length = quote.textContent.trim().length;
    let box: PageElement | null = quote;
    while (box !== null && box.textContent.trim().length === length && !box.matches('body, article, main')) {
      box.removeAttribute('class');
      box.removeAttribute('id');
      box = box.parentElement;
    }
  }
}

const isWhole = (page: PageDocument): boolean =>
  page.querySelector('nav, header, footer, aside, article, main, [role="main"]') === null &&
  [...page.body.querySelectorAll('*')].length < fewElements;

/** The part of a page that is its article, as Readability finds it; the body itself where there is nothing around it. */
export function mainContentOf(page: PageDocument): PageElement {
  if (isWhole(page)) return page.body;
  keepQuotes(page);
  const before = page.body.cloneNode(true);
  // Readability asks for a browser's document; what it uses of one is here.
  const reader = new Readability<PageElement>(page, {
    keepClasses: true,
    disableJSONLD: true,
    // What it hands over is an element of the document that it was given.
    serializer: (node) => node,
  });
  const content = reader.parse()?.content;
  return content === null || content === undefined || wordsIn(content) === 0 ? before : content;
}
