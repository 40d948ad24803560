import { corpusText } from '../support/corpora.ts';

/** What schema.org says of its types and properties. */
export interface Vocabulary {
  /** The types above a type, itself first; empty for a type that it does not know. */
  readonly ancestors: (type: string) => readonly string[];
  /** The types that a property may stand on; null for a property that it does not know. */
  readonly domains: (property: string) => readonly string[] | null;
  /** The types that a property's value may have. */
  readonly ranges: (property: string) => readonly string[];
  readonly isSuperseded: (term: string) => boolean;
}

type Term = Readonly<Record<string, unknown>>;

const idsOf = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && '@id' in one && typeof one['@id'] === 'string'
      ? [one['@id'].replace(/^schema:|^https:\/\/schema\.org\//u, '')]
      : [],
  );

function readVocabulary(text: string): Vocabulary {
  const { '@graph': graph } = JSON.parse(text) as { readonly '@graph': readonly Term[] }; // as schema.org publishes it
  const terms = new Map(graph.map((term) => [idsOf(term)[0] ?? '', term]));
  const ancestors = (type: string): readonly string[] => {
    const term = terms.get(type);
    return term === undefined ? [] : [type, ...idsOf(term['rdfs:subClassOf']).flatMap(ancestors)];
  };
  const isProperty = (term: Term | undefined): term is Term =>
    term !== undefined && [term['@type']].flat().includes('rdf:Property');
  return {
    ancestors,
    domains: (property) => {
      const term = terms.get(property);
      return isProperty(term) ? idsOf(term['schema:domainIncludes']) : null;
    },
    ranges: (property) => idsOf(terms.get(property)?.['schema:rangeIncludes']),
    isSuperseded: (term) => terms.get(term)?.['schema:supersededBy'] !== undefined,
  };
}

const text = corpusText('schemas/schema.org/schemaorg-current-https.jsonld');

/** The vocabulary of schema.org; null where the test data are not beside the project. */
export const schemaOrg: Vocabulary | null = text === null ? null : readVocabulary(text);
