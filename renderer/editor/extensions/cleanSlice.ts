import { Fragment, Slice, type Attrs, type AttributeSpec, type Mark, type Node } from '@tiptap/pm/model';
import { headerFields } from '../../../shared/article/header.ts';
import { nodeType } from '../commands/types.ts';

const passes = (spec: AttributeSpec | undefined, value: unknown): boolean => {
  if (typeof spec?.validate !== 'function') return true;
  try {
    spec.validate(value);
    return true;
  } catch {
    return false;
  }
};

/** The attributes of a node, those that a saved article would refuse set to their defaults. */
function cleanAttrs(node: Node): Attrs | null {
  const specs = node.type.spec.attrs ?? {};
  const wrong = Object.keys(node.attrs).filter((name) => !passes(specs[name], node.attrs[name]));
  if (wrong.length === 0) return null;
  return {
    ...node.attrs,
    ...Object.fromEntries(wrong.map((name) => [name, specs[name]?.default as unknown])),
  };
}

const isClean = (mark: Mark): boolean =>
  Object.entries(mark.attrs).every(([name, value]) => passes(mark.type.spec.attrs?.[name], value));

const isField = (node: Node): boolean => headerFields.some((field) => field.name === node.type.name);

function cleanNode(node: Node): Node {
  const marks = node.marks.filter(isClean);
  if (node.isText) return node.mark(marks);
  const content = cleanFragment(node.content);
  // A header field is a place of the sheet, not a block: pasted elsewhere it is a paragraph.
  if (isField(node)) return nodeType('paragraph').create(null, content);
  return node.type.create(cleanAttrs(node) ?? node.attrs, content, marks);
}

const cleanFragment = (fragment: Fragment): Fragment => {
  const nodes: Node[] = [];
  fragment.forEach((node) => nodes.push(cleanNode(node)));
  return Fragment.from(nodes);
};

/** A pasted slice whose attributes all pass what reading an article demands, whatever its source claimed. */
export const cleanSlice = (slice: Slice): Slice =>
  new Slice(cleanFragment(slice.content), slice.openStart, slice.openEnd);
