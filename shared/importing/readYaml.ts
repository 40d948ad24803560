import { Composer, Lexer, Parser, type Document, type ParsedNode } from 'yaml';
import { messageOf } from '../error.ts';

/** The longest front matter that is read, in UTF-16 units, and the deepest (`reliability.md` T14). */
export const yamlLimits = { length: 65_536, depth: 20 } as const;

/** What YAML says: its value, and in words what of it could not be read. */
export interface YamlRead {
  readonly value: unknown;
  readonly problems: readonly string[];
}

const refused = (why: string): YamlRead => ({ value: null, problems: [why] });

// The parser keeps a stack of its own; the composer after it recurses, and has brought whole processes down.
function tokensOf(text: string): readonly Parser['stack'][number][] | null {
  const parser = new Parser();
  const tokens: Parser['stack'][number][] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // A document and a scalar stand on the stack, too.
    if (parser.stack.length > yamlLimits.depth + 2) return null;
  }
  return [...tokens, ...parser.end()];
}

/** Reads foreign YAML (1.2, core schema): no aliases, no tags that mean anything, nothing long or deep. Never throws. */
export function readYaml(text: string): YamlRead {
  if (text.length > yamlLimits.length) return refused('it is longer than 64 KB');
  try {
    const tokens = tokensOf(text);
    if (tokens === null) return refused(`it is nested more than ${String(yamlLimits.depth)} levels deep`);
    const documents: Document.Parsed<ParsedNode>[] = [];
    const composer = new Composer({ schema: 'core' });
    for (const one of composer.compose(tokens, true, text.length)) documents.push(one);
    const [document] = documents;
    if (document === undefined) return { value: null, problems: [] };
    // What stands before the mistake is read all the same.
    return {
      value: document.toJS({ maxAliasCount: 0 }) as unknown,
      problems: document.errors.map(({ message }) => message),
    };
  } catch (error) {
    const repeats = error instanceof ReferenceError;
    return refused(repeats ? 'it repeats its parts by aliases' : messageOf(error));
  }
}
