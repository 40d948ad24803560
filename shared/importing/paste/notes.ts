import { flat, unwrap, type Pasting } from './pasting.ts';

const anchors = [
  'a[style*="mso-footnote-id"], a[style*="mso-endnote-id"], a[href^="#_ftn"], a[href^="#_edn"]',
  'a[href^="#ftnt"], a.sdfootnoteanc, a.sdendnoteanc, a.sdfootnotesym, a.sdendnotesym, sup > a[href^="#"]',
].join(', ');

const isBack = (href: string): boolean => /^#_?(?:ftn|edn|ftnt_|cite_)ref|anc$/iu.test(href);

/** Keeps footnotes as text, a raised mark where each is called; returns how many are called. */
export function readNotes({ page, body, note }: Pasting): number {
  let calls = 0;
  for (const element of body.querySelectorAll(
    '[style*="mso-element:footnote-list"], [style*="mso-element:endnote-list"]',
  ))
    for (const rule of element.querySelectorAll('hr, br[clear]')) rule.remove();
  for (const anchor of body.querySelectorAll(anchors)) {
    const mark = flat(anchor.textContent);
    if (mark === '') continue;
    if (isBack(String(anchor.getAttribute('href') ?? ''))) {
      // LibreOffice sets the note's text off by its style alone.
      if (anchor.matches('.sdfootnotesym, .sdendnotesym')) anchor.append(' ');
      unwrap(anchor);
      continue;
    }
    calls += 1;
    note('doubted', 'A footnote’s mark, kept as text', mark);
    if (anchor.closest('sup') !== null || anchor.querySelector('sup') !== null) unwrap(anchor);
    else {
      const raised = page.createElement('sup');
      raised.append(...anchor.childNodes);
      anchor.replaceWith(raised);
    }
  }
  return calls;
}
