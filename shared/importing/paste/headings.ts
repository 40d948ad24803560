import type { PageElement } from '../html/dom.ts';
import { fullStyleOf } from './css.ts';
import { classOf, isEmpty, renamed, unwrap, type Pasting } from './pasting.ts';

const named: readonly (readonly [name: RegExp, depth: number])[] = [
  [/^(?:x_)?(?:Mso)?(?:Title|Titre|Titel|Subtitle|Untertitel)(?:CxSp\w+)?$/iu, 2],
  [/^(?:x_)?(?:Mso)?(?:Heading|Berschrift|berschrift|Titre|Ttulo|Titolo)-?1$/iu, 2],
  [/^(?:x_)?(?:Mso)?(?:Heading|Berschrift|berschrift|Titre|Ttulo|Titolo)-?2$/iu, 2],
  [/^(?:x_)?(?:Mso)?(?:Heading|Berschrift|berschrift|Titre|Ttulo|Titolo)-?3$/iu, 3],
  [/^(?:x_)?(?:Mso)?(?:Heading|Berschrift|berschrift|Titre|Ttulo|Titolo)-?[4-9]$/iu, 4],
];

const depthBy = (element: PageElement, { sheet }: Pasting): number | null => {
  if (element.getAttribute('role') === 'heading') {
    const depth = Number(element.getAttribute('aria-level') ?? 2);
    return depth >= 1 && depth <= 9 ? Math.max(2, Math.min(4, depth)) : 2;
  }
  const names = classOf(element).split(/\s+/u);
  const found = named.find(([name]) => names.some((each) => name.test(each)));
  if (found !== undefined) return found[1];
  // The styles of a person's own template, and those of other languages, say it by their outline.
  const level = Number(fullStyleOf(element, sheet).get('mso-outline-level') ?? Number.NaN);
  return level >= 1 && level <= 9 ? Math.max(2, Math.min(4, level)) : null;
};

/** Makes headings of paragraphs that are ones by the name of their style, its outline level or their role. */
export function readHeadings(pasting: Pasting): void {
  const { page, body } = pasting;
  if (pasting.source !== 'a web page')
    for (const element of body.querySelectorAll('p, div')) {
      if (element.querySelector('p, div, ul, ol, table, h1, h2, h3') !== null) continue;
      const depth =
        isEmpty(element) || element.closest('li, td, th') !== null ? null : depthBy(element, pasting);
      if (depth !== null) renamed(page, element, `h${String(depth)}`);
    }
  // A heading is bold by itself.
  for (const bold of body.querySelectorAll(
    'h1 b, h1 strong, h2 b, h2 strong, h3 b, h3 strong, h4 b, h4 strong',
  ))
    unwrap(bold);
}
