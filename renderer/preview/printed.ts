/** Width of the frame that shows sheets: A4 and the desk around it, in CSS pixels. */
export const sheetsWidth = 842;

const isGroup = (rule: CSSRule): rule is CSSGroupingRule => 'cssRules' in rule;
const isMedia = (rule: CSSRule): rule is CSSMediaRule => 'media' in rule && isGroup(rule);
const isPage = (rule: CSSRule): rule is CSSPageRule => rule.cssText.startsWith('@page');

const rulesIn = (rules: CSSRuleList): readonly CSSRule[] =>
  Array.from(rules).flatMap((rule) => [rule, ...(isGroup(rule) ? rulesIn(rule.cssRules) : [])]);

// Fragmented by Chromium itself, as in print: a row of one column for each sheet, the gap between rows is the margins.
const sheets = (top: string, right: string, bottom: string, left: string): string => `
  html { --desk: #dcd8cf; background: var(--desk); font-size: 11pt }
  @media (prefers-color-scheme: dark) { html { --desk: #33322f } }
  body {
    box-sizing: border-box; inline-size: 210mm; margin: 0 auto; padding: 6mm 0 0;
  }
  main { background: repeating-linear-gradient(#fff 0 297mm, var(--desk) 297mm 303mm); min-block-size: 297mm }
  article {
    box-sizing: content-box; inline-size: calc(210mm - ${left} - ${right}); max-inline-size: none; margin: 0;
    padding: ${top} ${right} ${bottom} ${left};
    column-width: calc(210mm - ${left} - ${right}); column-height: calc(297mm - ${top} - ${bottom});
    column-wrap: wrap; column-fill: auto; row-gap: calc(${bottom} + 6mm + ${top});
  }
`;

/**
 * Shows a page as paper: with its print styles, on A4 sheets with its margins. Works through CSSOM alone, so that not
 * a byte of the document changes. Answers the way back.
 */
export function showAsPrinted(page: Document): () => void {
  const view = page.defaultView;
  if (view === null) return () => undefined;
  const rules = Array.from(page.styleSheets).flatMap((sheet) => rulesIn(sheet.cssRules));
  const changed = rules.filter(isMedia).map((rule) => ({ rule, media: rule.media.mediaText }));
  for (const { rule, media } of changed) {
    if (/\bprint\b/.test(media)) rule.media.mediaText = 'all';
    else if (/\bscreen\b/.test(media)) rule.media.mediaText = 'not all';
  }
  const margin = rules.find(isPage)?.style;
  const side = (name: string, fallback: string): string =>
    margin?.getPropertyValue(`margin-${name}`) || fallback;
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(
    sheets(side('top', '20mm'), side('right', '18mm'), side('bottom', '20mm'), side('left', '18mm')),
  );
  page.adoptedStyleSheets.push(sheet);
  return () => {
    for (const { rule, media } of changed) rule.media.mediaText = media;
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}
