import createPurify, { type DOMPurify } from 'dompurify';
import type { PageDocument } from '../../../shared/importing/html/dom.ts';
import { linesOfLargePaste, readLargePaste } from '../../../shared/importing/paste/largePaste.ts';
import { pasteReceipt } from '../../../shared/importing/paste/pasteReceipt.ts';
import { type PasteReading, readPaste } from '../../../shared/importing/paste/readPaste.ts';
import { isSliceContext } from './cleanSlice.ts';

const words = (text: string): string[] => text.split(' ');
const tags = words(
  'p div section article aside header main span br hr h1 h2 h3 h4 h5 h6 ul ol li blockquote cite figure figcaption ' +
    'img table caption thead tbody tfoot tr th td time pre a strong b em i s del strike sub sup',
);
const attributes = words(
  'href src alt width height class colspan rowspan scope start datetime style data-pm-slice',
);

// What a style may say here: whether text is bold, italic, struck, raised or lowered. The rest never gets in.
const kept = ['font-weight', 'font-style', 'text-decoration-line', 'vertical-align'];

const meaningOf = (element: Element): string => {
  const { style } = element as HTMLElement; // `style` is allowed on HTML elements only: no SVG passes
  return kept
    .map((name) => [name, style.getPropertyValue(name)] as const)
    .filter(([, value]) => /^[a-z0-9-]+$/u.test(value))
    .map(([name, value]) => `${name === 'text-decoration-line' ? 'text-decoration' : name}:${value}`)
    .join(';');
};

let purify: DOMPurify | null = null;

const purifier = (): DOMPurify => {
  if (purify !== null) return purify;
  purify = createPurify(window);
  purify.addHook('uponSanitizeAttribute', (element, data, { RETURN_DOM: isReading }) => {
    // While it is read, addresses that no article may carry are still there: they are told, then dropped.
    if (isReading === true) data.forceKeepAttr = data.attrName === 'href' || data.attrName === 'src';
    else if (data.attrName === 'style') data.attrValue = meaningOf(element);
    if (data.attrName === 'data-pm-slice') data.keepAttr = isSliceContext(data.attrValue);
  });
  return purify;
};

/** Foreign HTML without anything that an article cannot hold: no script, no style sheet, no form, no frame. */
export const cleanHtml = (html: string): string =>
  purifier().sanitize(html, {
    USE_PROFILES: { html: true },
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });

/** Whether a clipboard's HTML asks more than its formatting is worth, so that it is pasted as plain text. */
export const isLarge = (html: string): boolean => linesOfLargePaste(html) !== null;

/** A clipboard's HTML that was read, and what makes its receipt once it is in the article's form. */
export interface ReadHtml {
  readonly html: string;
  readonly reading: PasteReading;
  readonly receiptOf: typeof pasteReceipt;
}

/**
 * A clipboard's HTML as our parse rules mean it, and what was decided on the way. It is read in a document in which
 * nothing runs and nothing is fetched, and passes the allow-list after that, whatever the reading made of it.
 */
export function readHtml(html: string): ReadHtml {
  const large = linesOfLargePaste(html);
  if (large !== null) return { ...readLargePaste(large, html), receiptOf: pasteReceipt };
  const read = (markup: string): unknown =>
    purifier().sanitize(markup, {
      RETURN_DOM: true,
      FORCE_BODY: true,
      // Their text is told: what they would load is never loaded here.
      ADD_TAGS: ['noscript', 'iframe', 'object', 'embed'],
      ADD_ATTR: ['role', 'type'],
    });
  const found = read(html);
  // A page of frames has no body, and no text.
  const body = found instanceof HTMLElement ? found : read('');
  if (!(body instanceof HTMLElement)) throw new TypeError('The cleaner gave no body');
  // The browser's own DOM has all that the importers ask of a page.
  const page = body.ownerDocument as unknown as PageDocument;
  const reading = readPaste(page, html);
  return { html: cleanHtml(body.innerHTML), reading, receiptOf: pasteReceipt };
}
