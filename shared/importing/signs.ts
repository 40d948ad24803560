import type { Node } from 'prosemirror-model';
import { schema } from '../article/schema.ts';

/** A block that a paragraph of text says it is by its sign, and what to call it. */
export interface Sign {
  readonly node: Node;
  readonly what: string;
}

const inline = (text: string): readonly Node[] => (text === '' ? [] : [schema.text(text)]);
const isDate = (text: string): boolean => text === '' || !Number.isNaN(Date.parse(text));

// "[PHOTO: caption (credit)]", as desks mark where a picture will stand.
const picture = /^\[(?:photo|picture|image|graphic|map)\s*:\s*(\S.*)\]$/isu;
const correction = /^Correction(?: \((\d{4}-\d{2}-\d{2})\))?\s*: *(\S.*)$/isu;
const editorsNote = /^Editor[’']s note\s*: *(\S.*)$/isu;

/**
 * The block that a whole paragraph says it is: `* * *`, "CORRECTION: …", "Editor’s note: …", "[PHOTO: caption (credit)]";
 * null for running text. Our own wire copy writes the same signs (`formats.md` §4).
 */
export function readSign(text: string): Sign | null {
  if (text === '* * *') return { node: schema.node('rule'), what: 'Rule' };
  const [, date, wrong] = correction.exec(text) ?? [];
  if (wrong !== undefined && isDate(date ?? ''))
    return { node: schema.node('correction', { date: date ?? '' }, inline(wrong)), what: 'Correction' };
  const note = editorsNote.exec(text)?.[1];
  if (note !== undefined)
    return { node: schema.node('editorsNote', null, inline(note)), what: 'Editor’s note' };
  const photo = picture.exec(text)?.[1]?.trimEnd();
  if (photo === undefined) return null;
  const [, caption = photo, credit = ''] = /^(.*?) ?\(([^()]+)\)$/su.exec(photo) ?? [];
  const parts = [schema.node('caption', null, inline(caption)), schema.node('credit', null, inline(credit))];
  return { node: schema.node('figure', null, parts), what: 'Picture still to come' };
}
