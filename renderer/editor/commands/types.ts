import type { MarkType, NodeType } from '@tiptap/pm/model';
import { schema } from '../../../shared/article/schema.ts';
import { CopydeskError } from '../../../shared/error.ts';

/** A node type of the article's schema; throws `unexpected` for a name that it does not have. */
export function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (type === undefined) throw new CopydeskError('unexpected', `No block is called “${name}”`);
  return type;
}

/** A mark type of the article's schema; throws `unexpected` for a name that it does not have. */
export function markType(name: string): MarkType {
  const type = schema.marks[name];
  if (type === undefined) throw new CopydeskError('unexpected', `No mark is called “${name}”`);
  return type;
}
