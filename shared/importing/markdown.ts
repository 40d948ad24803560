import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import type { Node } from 'prosemirror-model';
import type { Envelope } from '../article/article.ts';
import { findDateline } from '../article/dateline.ts';
import { headerFields } from '../article/header.ts';
import { mdastText, sameText } from '../article/mdast.ts';
import { schema } from '../article/schema.ts';
import { countWords, wordsOf } from '../article/text.ts';
import { readFrontMatter } from './frontMatter.ts';
import { createPictureHolder, heldText, partHeld, withoutData } from './heldPictures.ts';
import { asidesOf } from './markdownAsides.ts';
import { readBlocks, type Doubt } from './markdownBlocks.ts';
import { tooMuchMarkdown } from './markdownCost.ts';
import { readInline } from './markdownInline.ts';
import { holdPictures } from './markdownPictures.ts';
import type { Importer, Imported } from './importer.ts';
import { placeAfter, withPlace } from './placeAfter.ts';
import type { Decision } from './receipt.ts';
import { parsedAround, templateCodes } from './templateCode.ts';

/** A Markdown file as an article; `envelope.id` is there when Copydesk wrote the file. */
export interface MarkdownImport extends Imported {
  readonly envelope: Partial<Envelope>;
}

const frontMatterPattern = /^---[ \t]*\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\n|$)/mu;

// The transforms look for bare addresses in finished text, where `https\://` is no longer to be told from `https://`.
const extensions = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** Markdown (CommonMark with GFM) as mdast. */
export const parseMarkdown = (source: string): readonly RootContent[] =>
  fromMarkdown(source, { extensions: [gfm()], mdastExtensions: extensions }).children;

const tooMuchText = {
  deep: 'nested too deeply to be read as Markdown: read as plain text, every sign kept',
  dense: 'too many signs of Markdown for a text: read as plain text, every sign kept',
} as const;

// The paragraphs of a text, each as it is written.
const asWords = (written: string): RootContent[] =>
  written
    .split(/\n(?:[ \t]*\n)+/u)
    .map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] }));

/** Reads Markdown with or without front matter, ours or anybody's (`formats.md` M6–M8): the body wins for text, the front matter for metadata. */
export function importMarkdown(source: string, name = 'Markdown'): MarkdownImport {
  const text = source
    .replace(/^\ufeff/u, '')
    .replace(/\r\n?/gu, '\n')
    .normalize('NFC');
  const found = text.startsWith('---') ? frontMatterPattern.exec(text) : null;
  const front = readFrontMatter(found?.index === 0 ? (found[1] ?? '') : '');
  const cut = found?.index === 0 ? found[0] : '';
  const linesBefore = cut.split('\n').length - 1;
  const decisions: Decision[] = [];
  const doubt = (doubted: Doubt): void => {
    decisions.push({
      kind: 'doubted',
      what: doubted.what,
      text: doubted.text,
      ...(doubted.line === undefined ? {} : { line: doubted.line + linesBefore }),
    });
  };
  for (const one of front.doubts) decisions.push({ kind: 'doubted', what: one.what, text: one.text });

  const written = text.slice(cut.length);
  // Our own files say by a sign of their own what only looks like code.
  const codes = front.memory.isOurs ? [] : templateCodes(written);
  const tooMuch = tooMuchMarkdown(written);
  const tree = tooMuch === null ? [...parsedAround(written, codes, parseMarkdown)] : asWords(written);
  if (tooMuch !== null) decisions.push({ kind: 'doubted', what: tooMuchText[tooMuch], text: '' });
  const pictures = createPictureHolder();
  holdPictures(tree, pictures);
  const asides = asidesOf(tree);
  const lifted = { headline: front.header.headline, dateline: '' };
  const [title] = tree;
  if (lifted.headline === '' && title?.type === 'heading' && title.depth === 1) {
    lifted.headline = mdastText(title);
    decisions.push({ kind: 'lifted', what: 'Headline', text: lifted.headline });
    tree.shift();
  }
  const dateline = liftDateline(tree, front.dateline, front.memory.isOurs);
  if (dateline !== '') decisions.push({ kind: 'lifted', what: 'Dateline', text: dateline });
  if (front.dateline !== '' && !sameText(front.dateline, dateline))
    decisions.push({
      kind: 'doubted',
      what: 'Dateline of the front matter, not in the text',
      text: front.dateline,
    });

  const blocks = readBlocks(tree, front.memory, doubt);
  for (const code of codes)
    doubt({
      what: 'Code of a site generator, kept as text',
      text: code.text,
      line: code.line,
    });
  const header = { ...front.header, headline: lifted.headline, dateline };
  const marked = tooMuchMarkdown(Object.values(front.marked).join('\n\n')) === null ? front.marked : {};
  const fields = headerFields.map((field) =>
    fieldOf(field.name, header[field.name], marked[field.name] ?? ''),
  );
  const body = schema.node('doc', null, [
    ...fields,
    ...(blocks.length === 0 ? [schema.node('paragraph')] : blocks),
  ]);
  body.check();
  const place = placeAfter(body);
  const told = asides.map(({ decision: { line, ...aside }, after }) => ({
    ...aside,
    ...(line === undefined ? {} : { line: line + linesBefore }),
    ...withPlace(place(after)),
  }));
  const held = partHeld(body, pictures.all());
  const said = withoutData(text, pictures.all());
  for (const picture of held.others) doubt({ what: 'a picture was not taken', text: heldText(picture) });
  return {
    envelope: front.envelope,
    body,
    held: held.shown,
    receipt: {
      source: name,
      decisions: [...told, ...decisions],
      ...(said === text ? {} : { plain: said }),
      wordsBefore: countWords(said.slice(cut.length)),
      wordsAfter: wordsOf(body),
    },
  };
}

/** Markdown files, with or without front matter. */
export const markdown: Importer = {
  id: 'markdown',
  label: 'Markdown',
  extensions: ['md', 'markdown', 'mdown'],
  run: ({ name, text }) => {
    const { envelope, ...made } = importMarkdown(text, name);
    // An import is a new article, whoever wrote the file.
    const { id: _, ...metadata } = envelope;
    return { ...made, envelope: metadata };
  },
};

// A field that holds marks is remembered as Markdown; a person may since have changed the plain text, which then wins.
function fieldOf(name: string, text: string, marked: string): Node {
  const [paragraph] = marked === '' ? [] : parseMarkdown(marked);
  if (paragraph?.type === 'paragraph' && sameText(text, mdastText(paragraph))) {
    const context = { definitionOf: () => undefined, doubt: () => undefined };
    return schema.node(name, null, readInline(paragraph.children, context, name));
  }
  const collapsed = text.replace(/[ \t\n]+/gu, ' ');
  return schema.node(name, null, collapsed === '' ? [] : [schema.text(collapsed)]);
}

// M7: the first strong run of the first paragraph, where the front matter or the dateline parser knows it for one.
function liftDateline(tree: RootContent[], expected: string, isOurs: boolean): string {
  const [first] = tree;
  const [strong, next, ...rest] = first?.type === 'paragraph' ? first.children : [];
  if (first?.type !== 'paragraph' || strong?.type !== 'strong') return '';
  const text = mdastText(strong);
  const isKnown = sameText(expected, text) && text !== '';
  if (
    !isKnown &&
    ((isOurs && expected === '') ||
      findDateline(`${text} ${mdastText(...(next ? [next] : []))}`)?.text.trim() !== text)
  )
    return '';
  const trimmed = next?.type === 'text' ? { ...next, value: next.value.replace(/^\s+/u, '') } : next;
  const children = trimmed === undefined ? [] : [trimmed, ...rest];
  if (mdastText(...children) === '' && children.every((child) => child.type === 'text')) tree.shift();
  else tree[0] = { ...first, children };
  return text;
}
