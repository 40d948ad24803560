import type { PageElement } from '../html/dom.ts';
import { styleOf } from './css.ts';
import { flat, isElement, unwrap, visibleText, snapshot, type Pasting } from './pasting.ts';

// Nothing in these is text that anybody reads.
const silent =
  'script, style, template, head, meta, link, title, base, xml, col, colgroup, br.Apple-interchange-newline';

// What an article cannot hold; what can be read in it is told.
const foreign: readonly (readonly [selector: string, what: string])[] = [
  ['svg', 'Drawing'],
  ['math', 'Formula'],
  ['iframe, object, embed, video, audio, canvas, applet', 'Embedded object'],
  ['select, textarea, button, input, datalist, progress, meter', 'Form'],
  ['noscript, noembed, noframes', 'Text for browsers without scripts'],
];

const isHidden = (element: PageElement): boolean => {
  const style = styleOf(element);
  return (
    style.get('display') === 'none' ||
    style.get('visibility') === 'hidden' ||
    style.get('mso-hide') === 'all' ||
    element.getAttribute('hidden') !== null
  );
};

/** Takes out what is not seen in the source, and what no article holds; a text that goes with it is told. */
export function removeUnseen({ body, note }: Pasting): void {
  const remove = (element: PageElement, what: string): void => {
    if (element.closest('body') === null) return;
    const text = flat(visibleText(element));
    if (text !== '') note('removed', what, text);
    element.remove();
  };
  for (const element of body.querySelectorAll(silent)) element.remove();
  for (const [selector, what] of foreign)
    for (const element of body.querySelectorAll(selector)) remove(element, what);
  for (const element of body.querySelectorAll('[style], [hidden]'))
    if (isHidden(element)) remove(element, 'Hidden text');
  // Word’s own elements: `o:p`, smart tags (`st1:City`), content controls (`w:sdt`).
  for (const element of body.querySelectorAll('*')) if (element.localName.includes(':')) unwrap(element);
  for (const element of [body, ...body.querySelectorAll('*')])
    for (const child of snapshot(element.childNodes))
      if (!isElement(child) && child.nodeType !== 3) child.remove();
  // Word Online ends each paragraph with a space that nobody typed.
  for (const end of body.querySelectorAll('span.EOP')) if (flat(end.textContent) === '') end.remove();
}

/** Takes out Word's comments, with their anchors in the text; each is told. */
export function removeComments({ body, note }: Pasting): void {
  for (const mark of body.querySelectorAll('.MsoCommentText a.msocomoff')) mark.append(' ');
  for (const element of body.querySelectorAll('[style]')) {
    const kind = styleOf(element).get('mso-element');
    if (kind === 'comment-list') {
      const each = [...element.querySelectorAll('.MsoCommentText')].map(({ textContent }) =>
        flat(textContent),
      );
      const all = flat(element.textContent);
      // Where something stands beside the comments themselves, the whole is told.
      const whole = flat(each.join(' ')).replaceAll(' ', '') === all.replaceAll(' ', '');
      for (const text of whole ? each : [all]) if (text !== '') note('removed', 'Comment', text);
      element.remove();
    }
  }
  const anchors = '.MsoCommentReference, a.msocomanchor, a[href^="#_msocom"], [id^="_com_"]';
  for (const element of body.querySelectorAll(anchors)) {
    if (element.closest('body') === null) continue;
    const text = flat(element.textContent);
    if (text !== '' && !/^\[[^\]]{1,12}\]$/u.test(text)) unwrap(element);
    else {
      if (/\d/u.test(text)) note('removed', 'Mark of a comment', text);
      element.remove();
    }
  }
}

/** Says what the source's tracked changes are: insertions are text, deletions stay as struck text. */
export function tellChanges({ body, note, source }: Pasting): void {
  if (source !== 'Word' && source !== 'Word Online' && source !== 'LibreOffice') return;
  for (const element of body.querySelectorAll('del'))
    note('doubted', 'Deleted in the original, kept as struck text', flat(element.textContent));
  for (const element of body.querySelectorAll('ins'))
    note('doubted', 'Inserted in the original, kept', flat(element.textContent));
}
