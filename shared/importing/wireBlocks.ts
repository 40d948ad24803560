import type { Node } from 'prosemirror-model';
import { schema } from '../article/schema.ts';

const inline = (text: string): readonly Node[] => (text === '' ? [] : [schema.text(text)]);
const isDate = (text: string): boolean => text === '' || !Number.isNaN(Date.parse(text));

/** The block that a whole paragraph of our own wire copy says it is, and what to call it; null for running text. */
export function readWireBlock(text: string): { readonly node: Node; readonly what: string } | null {
  if (text === '* * *') return { node: schema.node('rule'), what: 'Rule' };
  const [, date, wrong] = /^CORRECTION(?: \((\d{4}-\d{2}-\d{2})\))?: (\S.*)$/su.exec(text) ?? [];
  if (wrong !== undefined && isDate(date ?? ''))
    return { node: schema.node('correction', { date: date ?? '' }, inline(wrong)), what: 'Correction' };
  const note = /^Editor[’']s note: (\S.*)$/su.exec(text)?.[1];
  if (note !== undefined)
    return { node: schema.node('editorsNote', null, inline(note)), what: 'Editor’s note' };
  const photo = /^\[PHOTO: (\S.*)\]$/su.exec(text)?.[1];
  if (photo === undefined) return null;
  const [, caption = photo, credit = ''] = /^(.*?) ?\(([^()]+)\)$/su.exec(photo) ?? [];
  const parts = [schema.node('caption', null, inline(caption)), schema.node('credit', null, inline(credit))];
  return { node: schema.node('figure', null, parts), what: 'Picture still to come' };
}
