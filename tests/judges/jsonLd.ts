import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { JudgedPage } from './htmlPages.ts';
import type { Vocabulary } from './schemaOrg.ts';

type Element = DefaultTreeAdapterTypes.Element;
type Json = Readonly<Record<string, unknown>>;

const isElementNode = (node: DefaultTreeAdapterTypes.ChildNode): node is Element => 'tagName' in node;
const isTextNode = (node: DefaultTreeAdapterTypes.ChildNode): node is DefaultTreeAdapterTypes.TextNode =>
  node.nodeName === '#text';

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): readonly Element[] {
  return node.childNodes.flatMap((child) => (isElementNode(child) ? [child, ...elementsOf(child)] : []));
}
const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((one) => one.name === name)?.value ?? '';
const textOf = (node: DefaultTreeAdapterTypes.ChildNode): string =>
  isTextNode(node) ? node.value : isElementNode(node) ? node.childNodes.map(textOf).join('') : '';
const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const moment = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/u;

/** What is wrong with a thing by the vocabulary: unknown, superseded or misplaced terms, values of another type, no values. */
function vocabularyFindings(thing: Json, vocabulary: Vocabulary, path = ''): readonly string[] {
  const type = String(thing['@type']);
  const kinds = vocabulary.ancestors(type);
  if (kinds.length === 0) return [`${path}: schema.org has no type ${type}`];
  return Object.entries(thing).flatMap(([name, value]) => {
    if (name.startsWith('@')) return [];
    const at = `${path}/${name}`;
    const domains = vocabulary.domains(name);
    if (domains === null) return [`${at}: schema.org has no property ${name}`];
    const found = vocabulary.isSuperseded(name) ? [`${at}: is superseded`] : [];
    if (!domains.some((domain) => kinds.includes(domain))) found.push(`${at}: is no property of ${type}`);
    const values = Array.isArray(value) ? value : [value];
    if (values.length === 0) found.push(`${at}: is empty`);
    return [...found, ...values.flatMap((one) => valueFindings(name, one, vocabulary, at))];
  });
}

function valueFindings(name: string, value: unknown, vocabulary: Vocabulary, at: string): readonly string[] {
  const ranges = vocabulary.ranges(name);
  if (isJson(value)) {
    const kinds = vocabulary.ancestors(String(value['@type']));
    const fits = ranges.some((range) => kinds.includes(range));
    return [
      ...(fits ? [] : [`${at}: a ${String(value['@type'])} is no value of it`]),
      ...vocabularyFindings(value, vocabulary, at),
    ];
  }
  if (typeof value !== 'string' || value === '') return [`${at}: is no text`];
  if (/^(?:date[A-Z]|expires$)/u.test(name) && !moment.test(value)) return [`${at}: “${value}” is no date`];
  const isAddress = /^https?:\/\/\S+$/u.test(value);
  if (['image', 'url'].includes(name) && !isAddress) return [`${at}: “${value}” is no address`];
  return [];
}

/** What is not the same in the data and on the page, character for character but for white space around it. */
function visibleFindings(data: Json, elements: readonly Element[]): readonly string[] {
  const within = (name: string, from: readonly Element[] = elements) =>
    from.filter((element) => attributeOf(element, 'class').split(' ').includes(name));
  const shown = (name: string): string => within(name).map(textOf)[0]?.trim() ?? '';
  const found: string[] = [];
  const same = (name: string, value: unknown, wanted: string): void => {
    if ((value ?? '') !== wanted)
      found.push(`/${name}: “${String(value)}” is not what is shown: “${wanted}”`);
  };
  same('headline', data['headline'], shown('headline'));
  same('description', data['description'], shown('standfirst'));
  same('dateline', data['dateline'], shown('dateline'));
  const times = within('dates').flatMap((dates) =>
    elementsOf(dates).filter(({ tagName }) => tagName === 'time'),
  );
  same(
    'datePublished',
    data['datePublished'],
    times[0] === undefined ? '' : attributeOf(times[0], 'datetime'),
  );
  same('dateModified', data['dateModified'], times[1] === undefined ? '' : attributeOf(times[1], 'datetime'));
  const byline = shown('byline');
  for (const author of [data['author'] ?? []].flat())
    if (!isJson(author) || !byline.includes(String(author['name'])))
      found.push(`/author: ${JSON.stringify(author)} is not in the byline “${byline}”`);
  const collapsed = (value: unknown): string => String(value).replace(/\s+/gu, ' ').trim();
  const corrections = within('correction').flatMap((one) => within('text', elementsOf(one)).map(textOf));
  const told = [data['correction'] ?? []].flat().map((one) => (isJson(one) ? collapsed(one['text']) : ''));
  if (told.join('|') !== corrections.map(collapsed).join('|'))
    found.push(`/correction: “${told.join('”, “')}” is not what is shown: “${corrections.join('”, “')}”`);
  return found;
}

/**
 * What is wrong with a page's data for search engines (`formats.md` H4): one NewsArticle, by the vocabulary, equal to what
 * the page shows. One line a finding.
 */
export function jsonLdFindings({ name, html }: JudgedPage, vocabulary: Vocabulary): readonly string[] {
  const elements = elementsOf(parse(html));
  const scripts = elements.filter(({ tagName }) => tagName === 'script');
  const [script] = scripts;
  if (scripts.length !== 1 || script === undefined) return [`${name}: has ${scripts.length} scripts`];
  if (attributeOf(script, 'type') !== 'application/ld+json') return [`${name}: its script is no data`];
  let data: unknown;
  try {
    data = JSON.parse(textOf(script));
  } catch (error) {
    return [`${name}: its data are no JSON: ${String(error)}`];
  }
  if (!isJson(data)) return [`${name}: its data are no object`];
  const type = `${String(data['@context'])}/${String(data['@type'])}`;
  const found = type === 'https://schema.org/NewsArticle' ? [] : [`is a ${type}`];
  return [...found, ...vocabularyFindings(data, vocabulary), ...visibleFindings(data, elements)].map(
    (finding) => `${name}: ${finding}`,
  );
}
