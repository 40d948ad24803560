import type { Node } from 'prosemirror-model';
import { placeAfter, withPlace } from '../../../shared/importing/placeAfter.ts';
import type { Decision } from '../../../shared/importing/receipt.ts';
import { changesText, type Tracked } from '../../../shared/importing/tracked.ts';
import { goneBy } from './settleChanges.ts';
import { changesIn, hasChanges, passagesOf, type ChangeKind, type Passage } from './trackedChanges.ts';
import { attributeIn, insideOf, wordsOfXml } from './xml.ts';

const removed = (what: string, text: string, of: string): Decision => ({
  kind: 'removed',
  what,
  text,
  class: of,
});
const doubted = (what: string, text = ''): Decision => ({ kind: 'doubted', what, text });

const leftOut: Readonly<Record<ChangeKind, string>> = {
  'w:ins': 'Tracked insertion',
  'w:del': 'Tracked deletion',
  'w:moveFrom': 'Moved from here',
  'w:moveTo': 'Moved to here',
};

/**
 * What became of a document's tracked changes: how they were taken, and every passage that did not come along. A passage
 * that was moved stands at the one place or the other, so it is told only where it would be nowhere.
 */
export function ofChanges(parts: readonly string[], way: Tracked, body: Node): readonly Decision[] {
  const place = placeAfter(body);
  const changes = changesIn(parts);
  if (changes === null) return [];
  const passages = parts.filter(hasChanges).flatMap((xml) => passagesOf(xml, goneBy[way]));
  const isGone = ({ kind }: Passage): boolean => goneBy[way].includes(kind);
  const stays = passages.filter((passage) => !isGone(passage)).map(({ text }) => text);
  const isTold = ({ kind, text }: Passage): boolean =>
    text !== '' && (!kind.startsWith('w:move') || !stays.includes(text));
  const told = passages.filter((passage) => isGone(passage) && isTold(passage));
  const how = way === 'accept' ? 'all accepted' : 'all rejected, so the text is as it was before them';
  return [
    doubted(`${changesText(changes)}: ${how}`, stays.filter((text) => text !== '').join(' … ')),
    ...told.map(({ kind, author, text, after }) => {
      const what = author === '' ? leftOut[kind] : `${leftOut[kind]} by ${author}`;
      return { ...removed(what, text, 'tracked-change'), ...withPlace(place(after)) };
    }),
  ];
}

// Where each comment is: the text of the paragraph with its mark.
function commented(parts: Iterable<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const xml of parts)
    for (const { inside } of insideOf(xml, 'w:p'))
      for (const [, attributes = ''] of inside.matchAll(/<w:commentReference(\s[^>]*?)\/?>/gu))
        found.set(attributeIn(attributes, 'w:id'), wordsOfXml(inside));
  return found;
}

function ofComments(xml: string, places: ReadonlyMap<string, string>, body: Node): readonly Decision[] {
  const place = placeAfter(body);
  return insideOf(xml, 'w:comment').map(({ attributes, inside }) => {
    const by = attributeIn(attributes, 'w:author');
    const after = places.get(attributeIn(attributes, 'w:id'));
    return {
      ...removed(by === '' ? 'Comment' : `Comment by ${by}`, wordsOfXml(inside), 'comment'),
      ...withPlace(after === undefined ? undefined : place(after)),
    };
  });
}

const comments = /^word\/comments\d*\.xml$/u;

/** The parts of the page around the text: what Word prints on every page. */
const repeated = /^word\/(header|footer)\d*\.xml$/u;

/** What a Word document says outside its text, which an article has no place for: told, so that it can be put back. */
export function asidesOf(
  parts: ReadonlyMap<string, string>,
  names: readonly string[],
  body: Node,
): readonly Decision[] {
  const decisions: Decision[] = [];
  const hasComments = [...parts.keys()].some((name) => comments.test(name));
  const places = hasComments ? commented(parts.values()) : new Map<string, string>();
  for (const [name, xml] of parts) {
    const [, kind] = repeated.exec(name) ?? [];
    const text = kind === undefined ? '' : wordsOfXml(xml);
    if (text !== '')
      decisions.push({
        ...removed(`Page ${kind ?? ''}`, text, 'page-furniture'),
        ...withPlace(kind === 'header' ? 0 : undefined),
      });
    if (comments.test(name)) decisions.push(...ofComments(xml, places, body));
  }
  if (names.some((name) => /vbaProject|activeX/iu.test(name)))
    decisions.push(removed('Macros, which never run here', '', 'macro'));
  if (names.some((name) => name.startsWith('word/embeddings/')))
    decisions.push(removed('Embedded files, which are not opened', '', 'embedding'));
  return decisions;
}
