import type { Tracked } from '../../../shared/importing/tracked.ts';
import { nodesOf, xmlOf, type XmlElement, type XmlNode } from './xml.ts';

/** What goes of a change's content: what was taken out if all is accepted, what was put in if nothing is (ECMA-376 §17.13.5). */
export const goneBy: Readonly<Record<Tracked, readonly string[]>> = {
  accept: ['w:del', 'w:moveFrom'],
  reject: ['w:ins', 'w:moveTo'],
};

const kept: Readonly<Record<Tracked, readonly string[]>> = { accept: goneBy.reject, reject: goneBy.accept };

/** Whether a node is an element, and no text. */
export const isElement = (node: XmlNode): node is XmlElement => typeof node !== 'string';

/** Whether an element holds how its parent looks and behaves: `w:pPr`, `w:tcPr`. */
export const isProperties = ({ name }: XmlElement): boolean => /^w:[a-z]+Pr(?:Ex)?$/iu.test(name);

const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.filter(isElement).find((child) => child.name === name);

const cellNames: Readonly<Record<string, string>> = { 'w:ins': 'w:cellIns', 'w:del': 'w:cellDel' };

/** What says that a paragraph's mark, a row or a cell was changed itself, in one of these ways; undefined if nothing does. */
export function ownChange(element: XmlElement, names: readonly string[]): XmlElement | undefined {
  const first = (holder: XmlElement | undefined, wanted: readonly string[]): XmlElement | undefined =>
    wanted.map((name) => childOf(holder, name)).find((found) => found !== undefined);
  if (element.name === 'w:p') return first(childOf(childOf(element, 'w:pPr'), 'w:rPr'), names);
  if (element.name === 'w:tr') return first(childOf(element, 'w:trPr'), names);
  if (element.name !== 'w:tc') return undefined;
  return first(
    childOf(element, 'w:tcPr'),
    names.flatMap((name) => cellNames[name] ?? []),
  );
}

/** No part of a document without changes. */
const marks: readonly string[] = [
  ...goneBy.accept,
  ...goneBy.reject,
  ...Object.values(cellNames),
  'w:cellMerge',
  'w:numberingChange',
];

// Properties as they are now, or as they were before their change.
function properties(element: XmlElement, way: Tracked): XmlElement {
  const change = childOf(element, `${element.name}Change`);
  const now = element.children.filter(
    (child) => !isElement(child) || (child !== change && !marks.includes(child.name)),
  );
  const before = change === undefined || way === 'accept' ? undefined : childOf(change, element.name);
  // A paragraph's own record of what it was leaves out its mark and its section.
  const rest = now.filter((child) => isElement(child) && ['w:rPr', 'w:sectPr'].includes(child.name));
  const children =
    before === undefined ? now : [...before.children, ...(element.name === 'w:pPr' ? rest : [])];
  return { ...element, children: settled(children, way) };
}

const renamed: Readonly<Record<string, string>> = {
  'w:delText': 'w:t',
  'w:delInstrText': 'w:instrText',
};

function settled(nodes: readonly XmlNode[], way: Tracked): readonly XmlNode[] {
  const out: XmlNode[] = [];
  // What stood in paragraphs whose mark is gone runs into the next one, whose look it gets.
  let carried: XmlNode[] = [];
  let look: XmlElement | undefined;
  const end = (): void => {
    if (carried.some(isElement))
      out.push({
        name: 'w:p',
        attributes: '',
        children: [...(look === undefined ? [] : [look]), ...carried],
      });
    carried = [];
  };
  for (const node of nodes) {
    if (!isElement(node)) {
      out.push(node);
      continue;
    }
    const { name } = node;
    if (goneBy[way].includes(name)) continue;
    if (kept[way].includes(name)) out.push(...settled(node.children, way));
    else if (name === 'w:p') {
      const own = childOf(node, 'w:pPr');
      const content = settled(
        node.children.filter((child) => child !== own),
        way,
      );
      if (ownChange(node, goneBy[way]) !== undefined) {
        look = own === undefined ? undefined : properties(own, way);
        carried.push(...content);
        continue;
      }
      const head = own === undefined ? [] : [properties(own, way)];
      out.push({ ...node, children: [...head, ...carried, ...content] });
      carried = [];
    } else if (ownChange(node, goneBy[way]) === undefined) {
      if (name === 'w:tbl') end();
      const made = isProperties(node)
        ? properties(node, way)
        : { ...node, name: renamed[name] ?? name, children: settled(node.children, way) };
      const isEmptied =
        name === 'w:tbl' && childOf(node, 'w:tr') !== undefined && childOf(made, 'w:tr') === undefined;
      if (!isEmptied) out.push(made);
    }
  }
  end();
  return out;
}

/** A part of a document without tracked changes: as it reads with all of them accepted, or before any was made. */
export const settleChanges = (xml: string, way: Tracked): string => xmlOf(settled(nodesOf(xml), way));
