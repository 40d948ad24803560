import type { Node } from 'prosemirror-model';
import type { Article } from '../article/article.ts';
import { headerLength } from '../article/schema.ts';
import { alignBlocks, type Aligned } from './alignBlocks.ts';
import { compareDetails, type Detail } from './details.ts';
import { compareFields, type FieldChange } from './fields.ts';
import { runsOf, textOfRuns } from './runs.ts';
import { compareRuns, type Span } from './spans.ts';

/** One block of two articles: a header field or a block of the body. */
export interface BlockChange {
  /** `moved`: it stands elsewhere among the blocks that stayed; its spans say what else changed. */
  readonly kind: 'same' | 'added' | 'removed' | 'changed' | 'moved';
  /** The type of the later one, or of the removed one. */
  readonly name: string;
  /** Which child of the earlier document it is; null for an added one. */
  readonly before: number | null;
  /** Which child of the later document it is; null for a removed one. */
  readonly after: number | null;
  readonly spans: readonly Span[];
  readonly details: readonly Detail[];
}

/** What became of an article. All of it is plain data. */
export interface Comparison {
  /** Nothing differs but what every save sets (`rev`, `modified`). */
  readonly same: boolean;
  /** In the order of the later article; a removed block stands where it stood. */
  readonly blocks: readonly BlockChange[];
  readonly fields: readonly FieldChange[];
  /** How many words were added and removed. */
  readonly words: { readonly added: number; readonly removed: number };
}

const letters = /[\p{L}\p{N}]/u;

function segmenterOf(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    // A well-formed tag that nobody knows.
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}

/** Compares two articles, or two versions of one, word by word; `a` is the earlier one. */
export function compareArticles(a: Article, b: Article): Comparison {
  const segmenter = segmenterOf(b.language);
  const segment = (text: string): readonly string[] =>
    Array.from(segmenter.segment(text), (part) => part.segment);
  const known = new Map<Node, readonly string[]>();
  const wordsOf = (node: Node): readonly string[] => {
    const words = known.get(node) ?? segment(textOfRuns(runsOf(node))).filter((word) => letters.test(word));
    known.set(node, words);
    return words;
  };
  const [old, young] = [a.body.children, b.body.children];
  // The header fields are always there and never move.
  const header = Array.from({ length: headerLength }, (_, index): Aligned => ({
    before: index,
    after: index,
    moved: false,
  }));
  const body = alignBlocks(old.slice(headerLength), young.slice(headerLength), wordsOf).map(
    ({ before, after, moved }): Aligned => ({
      before: before === null ? null : before + headerLength,
      after: after === null ? null : after + headerLength,
      moved,
    }),
  );
  const blocks = [...header, ...body].map((aligned) => compareBlock(old, young, aligned, segment));
  const fields = compareFields(a, b);
  const count = (kind: Span['kind']): number =>
    blocks
      .flatMap(({ spans }) => spans)
      .filter((span) => span.kind === kind)
      .reduce((sum, { text }) => sum + segment(text).filter((word) => letters.test(word)).length, 0);
  return {
    same: fields.length === 0 && blocks.every(({ kind }) => kind === 'same'),
    blocks,
    fields,
    words: { added: count('added'), removed: count('removed') },
  };
}

function compareBlock(
  old: readonly Node[],
  young: readonly Node[],
  { before, after, moved }: Aligned,
  segment: (text: string) => readonly string[],
): BlockChange {
  const one = before === null ? undefined : old[before];
  const other = after === null ? undefined : young[after];
  const place = { name: (other ?? one)?.type.name ?? '', before, after };
  if (one === undefined || other === undefined) {
    const kind = one === undefined ? 'added' : 'removed';
    const only = one ?? other;
    const spans = only === undefined ? [] : runsOf(only).map((run): Span => ({ kind, ...run }));
    return { kind, ...place, spans, details: [] };
  }
  if (one.eq(other)) {
    const spans = runsOf(other).map((run): Span => ({ kind: 'same', ...run }));
    return { kind: moved ? 'moved' : 'same', ...place, spans, details: [] };
  }
  const spans = compareRuns(runsOf(one), runsOf(other), segment);
  return { kind: moved ? 'moved' : 'changed', ...place, spans, details: compareDetails(one, other) };
}
