import type { Node } from 'prosemirror-model';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../electron/core/readArticle.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { envelopeFields, type Article } from '../../shared/article/article.ts';
import { schemaVersion } from '../../shared/article/migrations.ts';
import { schema } from '../../shared/article/schema.ts';
import { goldenFiles } from '../support/goldenVersions.ts';

const ofVersion = (version: number) => goldenFiles.filter((file) => file.version === version);

/** Every part that an article uses, by name: fields, nodes, marks, and attributes that are not as they are by themselves. */
function partsOf({ body, ...envelope }: Article): readonly string[] {
  const parts = Object.keys(envelope).map((name) => `field ${name}`);
  const visit = (node: Node): void => {
    parts.push(`node ${node.type.name}`);
    for (const [name, attribute] of Object.entries(node.type.spec.attrs ?? {}))
      if (JSON.stringify(node.attrs[name]) !== JSON.stringify(attribute.default))
        parts.push(`attribute ${node.type.name}.${name}`);
    for (const mark of node.marks) {
      parts.push(`mark ${mark.type.name}`);
      for (const name of Object.keys(mark.attrs)) parts.push(`attribute ${mark.type.name}.${name}`);
    }
    node.forEach(visit);
  };
  visit(body);
  return parts;
}

const attributesOf = (
  types: Readonly<Record<string, { readonly spec: { readonly attrs?: object | null } }>>,
) =>
  Object.entries(types).flatMap(([type, { spec }]) =>
    Object.keys(spec.attrs ?? {}).map((name) => `attribute ${type}.${name}`),
  );

// No article has another value.
const always = ['attribute tableCell.colwidth', 'attribute tableHeader.colwidth'];

describe('golden files of every released version', () => {
  it('are there for each version up to ours: a raised version needs its own before it is released', () => {
    for (let version = 1; version <= schemaVersion; version += 1)
      expect(ofVersion(version).length, `tests/fixtures/versions/${version}`).toBeGreaterThan(0);
    expect(goldenFiles.every(({ version }) => version <= schemaVersion)).toBe(true);
  });

  it.each(goldenFiles)('$version/$name opens, and can be saved', ({ bytes }) => {
    const { article, readOnly, version } = readArticle(bytes);
    expect(readOnly).toBeNull();
    expect(article.schemaVersion).toBe(schemaVersion);
    const again = readArticle(articleToBytes(article));
    expect(again.article.body.eq(article.body)).toBe(true);
    expect(version).toBeLessThanOrEqual(schemaVersion);
  });

  it.each(ofVersion(schemaVersion))(
    '$version/$name is written as it was read, byte for byte',
    ({ bytes }) => {
      expect(Buffer.from(articleToBytes(readArticle(bytes).article)).toString()).toBe(bytes.toString());
    },
  );

  it('cover every field, node, mark and attribute of this version', () => {
    const covered = new Set([
      ...always,
      ...ofVersion(schemaVersion).flatMap(({ bytes }) => partsOf(readArticle(bytes).article)),
    ]);
    const wanted = [
      ...envelopeFields.map((name) => `field ${name}`),
      ...Object.keys(schema.nodes).map((name) => `node ${name}`),
      ...Object.keys(schema.marks).map((name) => `mark ${name}`),
      ...attributesOf(schema.nodes),
      ...attributesOf(schema.marks),
    ];
    expect(wanted.filter((part) => !covered.has(part))).toEqual([]);
  });
});
