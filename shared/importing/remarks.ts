import type { Node } from 'prosemirror-model';
import { bodyBlocks, headerText, plainText } from '../article/text.ts';
import { dateWithYear, orList, straySpace } from './doubts.ts';
import type { Source } from './importer.ts';
import type { Decision } from './receipt.ts';

const doubt = (what: string, text = ''): Decision => ({ kind: 'doubted', what, text });

const encodings: Readonly<Record<string, string>> = {
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};

function* ofSource({ encoding = 'utf-8', damaged = 0 }: Source): Generator<Decision> {
  const name = encodings[encoding];
  if (name !== undefined) yield doubt(`the file was read as ${name}, not UTF-8`);
  if (damaged > 0)
    yield doubt(`${damaged === 1 ? 'one byte' : `${damaged} bytes`} of the file could not be read`);
}

function* ofHead(body: Node): Generator<Decision> {
  for (const name of ['kicker', 'headline'] as const) {
    const found = straySpace(headerText(body, name));
    if (found !== null) yield doubt(`${name} has a stray space: '${found}' (kept as written)`, found);
  }
}

function* ofDateline(body: Node, date: string | null): Generator<Decision> {
  if (date === null || !date.startsWith('--')) return;
  const texts = bodyBlocks(body).map(({ node }) => plainText(node));
  const said = dateWithYear(texts, date);
  const hint = said === null ? '' : ` (the text says ${said})`;
  yield doubt(`dateline has no year${hint}`, headerText(body, 'dateline'));
}

function* ofRelated(body: Node): Generator<Decision> {
  const links = bodyBlocks(body).filter(({ node }) => node.type.name === 'relatedLink');
  const bare = links.filter(({ node }) => node.attrs['href'] === '').length;
  if (bare === 0) return;
  if (bare < links.length)
    yield doubt(`${bare} of ${links.length} related links ${bare === 1 ? 'has' : 'have'} no URL`);
  else yield doubt(links.length === 1 ? 'the related link has no URL' : 'related links have no URL');
}

function* ofMissing(body: Node): Generator<Decision> {
  const fields = ['headline', 'byline', 'standfirst'] as const;
  const missing: string[] = fields.filter((name) => headerText(body, name) === '');
  const pictures = bodyBlocks(body).some(({ node }) => node.type.name === 'figure');
  yield doubt(`no ${orList([...missing, ...(pictures ? [] : ['image']), 'publication date'])}`);
}

/** What a person should look at after an import: kept as it was, and said. */
export const remarks = (
  source: Source,
  body: Node,
  known: { readonly date: string | null; readonly language: { readonly name: string } | null },
): readonly Decision[] => [
  ...ofSource(source),
  ...ofHead(body),
  ...ofDateline(body, known.date),
  ...ofRelated(body),
  ...ofMissing(body),
  ...(known.language === null ? [] : [doubt(`the script suggests ${known.language.name}`)]),
];
