import type { Decision } from '../../../shared/importing/receipt.ts';
import { attributeIn, insideOf, wordsOfXml } from './xml.ts';

const removed = (what: string, text: string, of: string): Decision => ({
  kind: 'removed',
  what,
  text,
  class: of,
});
const doubted = (what: string, text = ''): Decision => ({ kind: 'doubted', what, text });

function ofChanges(xml: string): readonly Decision[] {
  const deleted = [...insideOf(xml, 'w:del'), ...insideOf(xml, 'w:moveFrom')]
    .map(({ attributes, inside }) => ({
      by: attributeIn(attributes, 'w:author'),
      text: wordsOfXml(inside, ['w:delText', 'w:t']),
    }))
    .filter(({ text }) => text !== '');
  const inserted = insideOf(xml, 'w:ins')
    .map(({ inside }) => wordsOfXml(inside))
    .filter((text) => text !== '');
  const told = deleted.map(({ by, text }) =>
    removed(by === '' ? 'Tracked deletion' : `Tracked deletion by ${by}`, text, 'tracked-change'),
  );
  if (inserted.length + deleted.length === 0) return [];
  const counts = [
    inserted.length === 0
      ? ''
      : `${inserted.length} tracked ${plural(inserted.length, 'insertion')} taken in`,
    deleted.length === 0 ? '' : `${deleted.length} tracked ${plural(deleted.length, 'deletion')} left out`,
  ].filter((text) => text !== '');
  return [doubted(`changes nobody accepted yet: ${counts.join(', ')}`, inserted.join(' … ')), ...told];
}

const plural = (count: number, word: string): string => (count === 1 ? word : `${word}s`);

const ofComments = (xml: string): readonly Decision[] =>
  insideOf(xml, 'w:comment').map(({ attributes, inside }) => {
    const by = attributeIn(attributes, 'w:author');
    return removed(by === '' ? 'Comment' : `Comment by ${by}`, wordsOfXml(inside), 'comment');
  });

/** The parts of the page around the text: what Word prints on every page. */
const repeated = /^word\/(header|footer)\d*\.xml$/u;

/** What a Word document says outside its text, which an article has no place for: told, so that it can be put back. */
export function asidesOf(parts: ReadonlyMap<string, string>, names: readonly string[]): readonly Decision[] {
  const decisions: Decision[] = [];
  for (const [name, xml] of parts) {
    const [, kind] = repeated.exec(name) ?? [];
    const text = kind === undefined ? '' : wordsOfXml(xml);
    if (text !== '') decisions.push(removed(`Page ${kind ?? ''}`, text, 'page-furniture'));
    if (/^word\/(?:document|footnotes|endnotes)\d*\.xml$/u.test(name)) decisions.push(...ofChanges(xml));
    if (/^word\/comments\d*\.xml$/u.test(name)) decisions.push(...ofComments(xml));
  }
  if (names.some((name) => /vbaProject|activeX/iu.test(name)))
    decisions.push(removed('Macros, which never run here', '', 'macro'));
  if (names.some((name) => name.startsWith('word/embeddings/')))
    decisions.push(removed('Embedded files, which are not opened', '', 'embedding'));
  return decisions;
}
