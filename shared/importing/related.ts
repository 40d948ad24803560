import { isSafeUrl } from '../article/address.ts';
import { countWords } from '../article/text.ts';
import { relatedLabels, videoLabels, weakLabels } from './relatedLabels.ts';

/** A related link in a line of text: its label as spelled, its title, its address or ''. */
export interface RelatedLine {
  readonly kind: 'related' | 'related-video';
  readonly label: string;
  readonly title: string;
  readonly href: string;
}

const asKey = (text: string): string => text.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
const strong: ReadonlySet<string> = new Set(relatedLabels.map(asKey));
const weak: ReadonlySet<string> = new Set(weakLabels.map(asKey));
const video: ReadonlySet<string> = new Set(videoLabels.map(asKey));

const longest = 400;
const longestTitle = 200;
const separated = /^([^:：|»›>–—\n]{2,40}?)\s*[:：|»›>–—]\s*(\S.*)$/su;
const hyphened = /^([^:：|»›>–—\n]{2,40}?)\s-\s(\S.*)$/su;

const addressAtEnd = /^(.*?)\s*[<(]?(https?:\/\/[^\s<>()]+)[>)]?$/su;
// In our own wire copy any address may stand between the signs: "</local/page>".
const bracketed = /^(.*?)\s*<([^\s<>]*[/.:][^\s<>]*)>$/su;
const markdownLink = /^\[([^\]]+)\]\((https?:\/\/[^\s()]+)\)$/u;

function splitAddress(text: string): { readonly title: string; readonly href: string } {
  const [, title, href] = markdownLink.exec(text) ?? addressAtEnd.exec(text) ?? bracketed.exec(text) ?? [];
  return title !== undefined && title !== '' && href !== undefined && isSafeUrl(href)
    ? { title: title.trim(), href }
    : { title: text.trim(), href: '' };
}

// "Investing, markets, Quarry Inc. (QRY), Boats": names behind a label, no title.
function isTagList(title: string): boolean {
  const parts = title.split(/[,،]\s*/u);
  return parts.length >= 4 && parts.every((part) => part.split(/\s+/u).length <= 4);
}

const endsAsSentence = (title: string): boolean => /[^.]\.$/u.test(title);
const beginsAsTitle = (title: string): boolean => /^["'“‘«„¿¡(]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(title);

/** Whether a line is a label of related links and nothing else: "Read Also", "Related stories:". */
export const isRelatedHeading = (line: string): boolean =>
  line.length <= 45 && strong.has(asKey(line.replace(/\s*[:：]$/u, '')));

/** The related link that a whole line is: label, separator, title of three words or more (`formats.md` §7); else null. */
export function readRelated(line: string): RelatedLine | null {
  const text = line.trim();
  if (text.length > longest) return null;
  for (const pattern of [separated, hyphened]) {
    const [, label = '', rest = ''] = pattern.exec(text) ?? [];
    const key = asKey(label);
    if (!strong.has(key) && !weak.has(key)) continue;
    const { title, href } = splitAddress(rest);
    if (title.length > longestTitle || countWords(title) < 3 || isTagList(title)) return null;
    if (endsAsSentence(title) && !beginsAsTitle(title)) return null;
    if (weak.has(key) && (endsAsSentence(title) || !beginsAsTitle(title))) return null;
    return { kind: video.has(key) ? 'related-video' : 'related', label: label.trim(), title, href };
  }
  return null;
}
