import { parsePage, type PageTree } from '../html/pageTree.ts';
import { linesOfTree } from '../html/plainPage.ts';
import { countsOfText } from '../counts.ts';
import type { PasteReading } from './readPaste.ts';
import { sourceOf } from './source.ts';

/** What of a clipboard's HTML is read with its formatting: beyond it the window would stand still for seconds. */
const limits = { elements: 10_000, weight: 30_000_000 } as const;

/** No more paragraphs are made of a text; the rest of it stands in the last one. */
const mostParagraphs = 5000;

function treeOf(html: string): PageTree | null {
  try {
    return parsePage(html);
  } catch {
    return null;
  }
}

// The text of HTML that no parser should walk: what stands between its tags.
const roughLines = (html: string): readonly string[] =>
  html
    .replace(/<[^<>]*>/gu, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The lines of a clipboard's HTML that is too large, too deep or too crowded to be pasted with its formatting; else null. */
export function linesOfLargePaste(html: string): readonly string[] | null {
  const tree = treeOf(html);
  if (tree === null) return roughLines(html);
  if (tree.elements <= limits.elements && tree.weight <= limits.weight) return null;
  return linesOfTree(tree)
    .filter(({ unseen }) => !unseen)
    .map(({ text }) => text);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Such a paste as paragraphs of plain text, with the reading that tells so. */
export function readLargePaste(
  lines: readonly string[],
  html: string,
): { readonly html: string; readonly reading: PasteReading } {
  const first = lines.slice(0, mostParagraphs);
  const rest = lines.slice(mostParagraphs).join(' ');
  const paragraphs = rest === '' ? first : [...first, rest];
  const plain = paragraphs.join('\n');
  return {
    html: paragraphs.map((line) => `<p>${escaped(line)}</p>`).join(''),
    reading: {
      source: sourceOf(html.slice(0, 100_000)),
      decisions: [
        {
          kind: 'doubted',
          what: 'too large or too deeply nested to be pasted with its formatting: pasted as plain text',
          text: '',
        },
      ],
      before: { ...countsOfText(plain), listItems: 0, links: 0, footnotes: 0, images: 0 },
      plain,
      replaced: [],
      pictures: [],
      footnotes: 0,
      title: { headline: '', standfirst: '' },
    },
  };
}
