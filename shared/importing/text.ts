import type { Node } from 'prosemirror-model';
import { parseDateline } from '../article/dateline.ts';
import { headerFields } from '../article/header.ts';
import { schema } from '../article/schema.ts';
import { countWords, wordsOf } from '../article/text.ts';
import type { Imported, Importer, Source } from './importer.ts';
import { languageOfScript } from './language.ts';
import { readText } from './readText.ts';
import { remarks } from './remarks.ts';

const field = (name: string, text: string): Node =>
  schema.node(name, null, text === '' ? [] : [schema.text(text)]);

const labelWords = (blocks: readonly Node[]): number =>
  blocks.reduce(
    (sum, { attrs }) => sum + (typeof attrs['label'] === 'string' ? countWords(attrs['label']) : 0),
    0,
  );

/** Reads a text as an article: its head lifted, its blocks typed, web furniture removed, and every decision listed. */
export function importText(source: Source): Imported {
  const { head, blocks, envelope, decisions, words } = readText(source.text);
  const nodes = blocks.map(({ node }) => node);
  const body = schema.node('doc', null, [
    ...headerFields.map(({ name }) => field(name, head[name])),
    ...(nodes.length === 0 ? [schema.node('paragraph')] : nodes),
  ]);
  const language = languageOfScript(source.text);
  return {
    body,
    envelope: { ...(language === null ? {} : { language: language.language }), ...envelope },
    receipt: {
      source: source.name,
      decisions: [
        ...decisions,
        ...remarks(source, body, { language, date: parseDateline(head.dateline)?.date ?? null }),
      ],
      wordsBefore: words,
      wordsAfter: wordsOf(body) + labelWords(nodes),
    },
  };
}

/** Plain text: a file as a reporter files it, or a page as a reader copies it. */
export const text: Importer = {
  id: 'text',
  label: 'Plain text',
  extensions: ['txt', 'text'],
  run: importText,
};
