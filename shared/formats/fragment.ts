import { escapeText } from './escape.ts';
import type { Format } from './format.ts';
import { fragmentElement, fragmentOf } from './fragmentBody.ts';
import { fragmentLosses } from './fragmentLosses.ts';
import { rendererOf } from './renderBody.ts';

const renderer = rendererOf({ specOf: fragmentElement });

/** The body as HTML that any content management system takes (`formats.md` H9): no class, no style, no headline. */
export const fragment: Format = {
  id: 'fragment',
  label: 'Fragment for a CMS',
  family: 'HTML',
  extension: 'html',
  render: (article) =>
    fragmentOf(article, {
      renderer,
      lead: (inner) => `<p>${inner}</p>`,
      endList: (label, items) => `<h2>${escapeText(label)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`,
    }),
  losses: fragmentLosses,
};
