import { Schema, type MarkSpec, type NodeSpec } from 'prosemirror-model';
import { blocks } from './blocks/index.ts';
import { headerFields } from './header.ts';
import { marks } from './marks/index.ts';

const headerContent = headerFields.map((field) => field.name).join(' ');

const nodes: Record<string, NodeSpec> = {
  doc: { content: `${headerContent} block+` },
  ...Object.fromEntries(headerFields.map((field) => [field.name, field.spec])),
  ...Object.assign({}, ...blocks.map((block) => block.nodes)),
  text: { group: 'inline' },
};

const markSpecs: Record<string, MarkSpec> = Object.fromEntries(marks.map((mark) => [mark.name, mark.spec]));

/** The article's schema, built from the lists of header fields, blocks and marks. */
export const schema = new Schema({ nodes, marks: markSpecs });

/** How many nodes at the start of a document are header fields. */
export const headerLength = headerFields.length;
