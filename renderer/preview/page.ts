import type { Node } from 'prosemirror-model';
import type { Article } from '../../shared/article/article.ts';
import type { RenderSettings } from '../../shared/formats/format.ts';
import { pageOf, renderPage, type Page } from '../../shared/formats/html.ts';
import type { Unit, UnitMemory } from '../../shared/formats/units.ts';

/** The exported page as the preview holds it, with the document that it shows. */
export type PreviewPage = Page & { readonly body: Node };

const memory: UnitMemory = new WeakMap();

/** The page of an article, from the function that export calls; cheap, as nothing is rendered yet. */
export const previewPage = (article: Article, settings: RenderSettings): PreviewPage => ({
  ...pageOf(article, settings, memory),
  body: article.body,
});

/** The page without its units: language, direction and head. */
export const shellOf = (page: Page): string => renderPage({ ...page, units: [] });

/** Which unit shows a child of the document, -1 on an empty page. For a blank child, the unit above, else the first. */
export function unitAt(units: readonly Unit[], index: number): number {
  const own = units.findIndex((unit) => unit.indexes.includes(index));
  if (own !== -1) return own;
  const above = units.findLastIndex((unit) => unit.indexes.some((shown) => shown < index));
  return above === -1 ? units.findIndex((unit) => unit.indexes.length > 0) : above;
}

/** Which child of the document a unit shows, or one part of it (an end list's n-th link, `Unit.indexes`); null for none. */
export const childAt = (unit: Unit | undefined, part: number): number | null =>
  unit?.indexes[part] ?? unit?.indexes[0] ?? null;
