import type { Node } from 'prosemirror-model';
import { directionOf, type Envelope } from '../article/article.ts';
import { cleanText, escapeText, isCalm } from './escape.ts';
import { pageWords } from './pageWords.ts';
import { rendererOf, type Element, type Renderer } from './renderBody.ts';
import { foreignRuns, isWrittenInLatin, wholeRun, type ForeignRun } from './scripts.ts';

/** The renderer of one language's pages, with what its callers need to write elements of their own. */
export interface PageRenderer extends Renderer {
  /** Names language and direction: equal names mean equal HTML for the same node. */
  readonly name: string;
  /** A text of the page as HTML: what is in another script says so. */
  readonly text: (text: string) => string;
  /** The attributes of an element whose whole text is in another script, and its text as it then stands; null if it is not. */
  readonly foreign: (text: string) => string | null;
}

const attributesOf = ({ language, direction }: ForeignRun) => ({ lang: language, dir: direction });

const isElement = (part: unknown): part is Element => Array.isArray(part) && typeof part[0] === 'string';
const isAttributes = (part: unknown): part is Readonly<Record<string, unknown>> =>
  typeof part === 'object' && part !== null && !Array.isArray(part);

/** The element with these attributes on what passes: the one around the hole, a picture. */
function withAttributes(
  [tag, ...parts]: Element,
  passes: (element: Element) => boolean,
  added: Readonly<Record<string, string>>,
): Element {
  const [first] = parts;
  const given = isAttributes(first) ? first : {};
  const children = (isAttributes(first) ? parts.slice(1) : parts).map((part) =>
    isElement(part) ? withAttributes(part, passes, added) : part,
  );
  return passes([tag, ...parts]) ? [tag, { ...given, ...added }, ...children] : [tag, given, ...children];
}

const holdsHole = ([, ...parts]: Element): boolean => parts.includes(0);
const isPicture = ([tag]: Element): boolean => tag === 'img';

const made = new Map<string, PageRenderer>();

/**
 * The renderer of pages in an article's language and direction: labels are in that language, text in another script has
 * its own `lang` and `dir`, and names that run the other way stand in `<bdi>` (`formats.md` H2).
 */
export function pageRenderer(article: Envelope): PageRenderer {
  const { language } = article;
  const direction = directionOf(article);
  const name = `${language} ${direction}`;
  const before = made.get(name);
  if (before !== undefined) return before;
  const words = pageWords(language);
  const isLatin = isWrittenInLatin(language);

  const runOf = (run: ForeignRun, text: string): string => {
    const tag = run.direction === direction ? 'span' : 'bdi';
    return `<${tag} lang="${run.language}" dir="${run.direction}">${escapeText(text.slice(run.from, run.to))}</${tag}>`;
  };
  // Without a foreign run, as most texts are, the text itself.
  const withRuns = (text: string, runs: readonly ForeignRun[]): string => {
    let html = '';
    let at = 0;
    for (const run of runs) {
      html += escapeText(text.slice(at, run.from)) + runOf(run, text);
      at = run.to;
    }
    return html + escapeText(text.slice(at));
  };
  // Looked at twice, in its block and by itself: the second look is for nothing.
  let lastCalm = '';
  const isOwn = (text: string): boolean => {
    if (!isLatin || (text !== lastCalm && !isCalm(text))) return false;
    lastCalm = text;
    return true;
  };
  const textOf = (given: string, block: Node | null = null): string => {
    if (isOwn(given)) return given;
    const text = cleanText(given);
    const runs = foreignRuns(text, language);
    return runs.length === 0 || (block !== null && whole(block) !== null)
      ? escapeText(text)
      : withRuns(text, runs);
  };
  const whole = (node: Node): ForeignRun | null =>
    !node.isTextblock || node.children.every((child) => !child.isText || isOwn(child.text ?? ''))
      ? null
      : wholeRun(node.textContent, language);
  const spoken = (node: Node, spec: Element): Element => {
    const run = whole(node);
    if (run !== null) return withAttributes(spec, holdsHole, attributesOf(run));
    const alt: unknown = node.attrs['alt'];
    const said = typeof alt === 'string' && alt !== '' ? wholeRun(alt, language) : null;
    return said === null ? spec : withAttributes(spec, isPicture, attributesOf(said));
  };
  const base = rendererOf({
    specOf: (node, own) => spoken(node, node.type.spec.pageDOM?.(node, words) ?? own),
    text: textOf,
  });
  const renderer: PageRenderer = {
    ...base,
    as: (node, spec) => base.as(node, spoken(node, spec)),
    name,
    text: (text) => textOf(text),
    foreign: (text) => {
      const run = wholeRun(text, language);
      return run === null ? null : ` lang="${run.language}" dir="${run.direction}"`;
    },
  };
  made.set(name, renderer);
  return renderer;
}
