import { Fragment, type Node } from 'prosemirror-model';
import { headingLevels } from '../../shared/formats/headingLevels.ts';

/** A body with the heading levels that a page gives it: less exactly what the page says that it loses. */
export function withPageLevels(body: Node): Node {
  const levels = headingLevels(body);
  const children = body.children.map((node, index) => {
    const level = levels.get(index);
    return level === undefined ? node : node.type.create({ ...node.attrs, level }, node.content, node.marks);
  });
  return body.copy(Fragment.from(children));
}
