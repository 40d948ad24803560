import { Extension, Mark, Node, type Extensions } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import type { NodeViewConstructor } from '@tiptap/pm/view';

/**
 * The article's schema as tiptap extensions. tiptap builds a schema of its own from what it is given; here it gets
 * names (and views) only, and before the first document is made the article's own `Schema` takes that one's place.
 * So a node of the editor is a node of `shared/article`, and no JSON stands between the two.
 */
export function toExtensions(
  schema: Schema,
  views: Readonly<Record<string, NodeViewConstructor>>,
): Extensions {
  const nodes = Object.keys(schema.nodes).map((name) => {
    const view = views[name];
    return Node.create({
      name,
      topNode: name === schema.topNodeType.name,
      ...(view === undefined
        ? {}
        : {
            addNodeView: () => (props) =>
              view(props.node, props.view, props.getPos, props.decorations, props.innerDecorations),
          }),
    });
  });
  const marks = Object.keys(schema.marks).map((name) => Mark.create({ name }));
  const article = Extension.create({
    name: 'article',
    onBeforeCreate() {
      this.editor.schema = schema;
      this.editor.extensionManager.schema = schema;
    },
  });
  return [...nodes, ...marks, article];
}
