import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import type { AttributeSpec, MarkSpec, Node, NodeSpec, Schema } from 'prosemirror-model';
import type { PageWords } from '../formats/pageWords.ts';

declare module 'prosemirror-model' {
  /** What Copydesk's node specs say beside ProseMirror's own. */
  interface NodeSpec {
    /** What the empty node shows in the editor. */
    readonly placeholder?: string;
    /** Whether the node says nothing and is not exported; without it, a node with neither text nor a block leaf. */
    readonly blank?: (node: Node) => boolean;
    /** The text that stands in an exported node without text of its own. */
    readonly fallback?: (node: Node) => string;
    /** `toDOM` as a page writes it, where the page adds words of its own: in the page's language. */
    readonly pageDOM?: (node: Node, words: PageWords) => readonly [string, ...unknown[]];
    /** A single paragraph inside is exported bare, without its `<p>`. */
    readonly tight?: boolean;
    /** What stands between exported children; without it, each has a line of its own. */
    readonly joiner?: string;
    /** The elements that exported children are held by, in place of the one around the hole: how many in which. */
    readonly sections?: (node: Node) => readonly { readonly tag: string; readonly count: number }[];
    /** For a block whose trailing run is exported as one list under a heading. */
    readonly endList?: {
      readonly label: (node: Node) => string;
      readonly item: (node: Node) => readonly [string, ...unknown[]];
    };
  }
}

/** What a block's `toMdast` may call. */
export interface MarkdownWriter {
  /** A node's inline content. */
  readonly inline: (node: Node) => PhrasingContent[];
  /** The same where Markdown allows one line only: hard breaks become spaces. */
  readonly line: (node: Node) => PhrasingContent[];
  /** A node's child blocks, the blank ones left out. */
  readonly blocks: (node: Node) => (BlockContent | DefinitionContent)[];
}

/** What the front matter remembers of a block because the Markdown cannot say it. */
export type Remembered = Readonly<Record<string, unknown>>;

/** What a block's `fromMdast` may call. */
export interface MarkdownReader {
  readonly schema: Schema;
  /** Inline content with the marks that the named textblock may hold. */
  readonly inline: (children: readonly PhrasingContent[], into: string) => readonly Node[];
  /** Child blocks as they may stand inside another block: what may not becomes paragraphs of its text. */
  readonly blocks: (children: readonly RootContent[]) => readonly Node[];
  /** The siblings after the node offered. */
  readonly following: readonly RootContent[];
  /** Says that the block was made of so many of the following siblings, too. */
  readonly take: (count: number) => void;
  /** Whether the front matter is ours: then what it does not remember was not there. */
  readonly isOurs: boolean;
  /** The first thing the front matter remembers for this block that passes, and that no block has had yet. */
  readonly recall: (passes: (remembered: Remembered) => boolean) => Remembered | null;
}

/** What `parseDOM` uses of a DOM element: `shared` knows no DOM, ProseMirror hands one in. */
export interface ElementLike {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): ElementLike | null;
  closest(selector: string): ElementLike | null;
  matches(selector: string): boolean;
  readonly firstElementChild: ElementLike | null;
  readonly previousSibling: { readonly textContent: string | null } | null;
  cloneNode(deep: boolean): unknown;
}

/** How a block is offered in the insert menu. */
export interface Insert {
  readonly label: string;
  readonly hint: string;
  /** Other words a journalist may type to find it. */
  readonly words: readonly string[];
  /** `readAlso`: the label of a related link in the article's language. */
  readonly make: (schema: Schema, readAlso?: string) => Node;
}

/**
 * One block of an article, whole: its node specs (the first is the block, the rest its parts), and both Markdown
 * directions. `fromMdast` answers null for an mdast node that is not this block's.
 */
export interface Block {
  readonly name: string;
  readonly label: string;
  readonly nodes: Readonly<Record<string, NodeSpec>>;
  readonly inserts?: readonly Insert[];
  readonly toMdast: (node: Node, write: MarkdownWriter) => readonly RootContent[];
  /** A run of this block at the end of the article, where it is written as one list. */
  readonly endToMdast?: (nodes: readonly Node[], write: MarkdownWriter) => readonly RootContent[];
  readonly fromMdast: (node: RootContent, read: MarkdownReader) => readonly Node[] | null;
  /** What the front matter remembers of each such block, and under which name; null for one that needs nothing. */
  readonly remember?: { readonly as: string; readonly of: (node: Node) => Remembered | null };
}

/** One mark, whole. `toMdast` wraps inline content; `fromMdast` answers null for what is not this mark's. */
export interface ArticleMark {
  readonly name: string;
  readonly label: string;
  readonly spec: MarkSpec;
  readonly toMdast: (
    children: readonly PhrasingContent[],
    attrs: Readonly<Record<string, unknown>>,
  ) => PhrasingContent[];
  readonly fromMdast: (node: PhrasingContent) => Readonly<Record<string, unknown>> | null;
}

/** An attribute with a default, checked by `check` when a document is read (ProseMirror wants a throw, not false). */
export function attribute<T>(fallback: T, check: (value: unknown) => boolean, wanted: string): AttributeSpec {
  return {
    default: fallback,
    validate: (value: unknown) => {
      if (!check(value)) throw new RangeError(`${JSON.stringify(value)} is not ${wanted}`);
    },
  };
}

/** A string attribute that passes `check`. */
export const textAttribute = (
  fallback = '',
  check: (text: string) => boolean = () => true,
  wanted = 'text',
): AttributeSpec => attribute(fallback, (value) => typeof value === 'string' && check(value), wanted);

/** A true-or-false attribute, false by default. */
export const flagAttribute = (): AttributeSpec =>
  attribute(false, (value) => typeof value === 'boolean', 'true or false');

/** A whole number from 1 on, or null. */
export const countAttribute = (): AttributeSpec =>
  attribute<number | null>(
    null,
    (value) => value === null || (Number.isInteger(value) && Number(value) > 0),
    'a count',
  );

/** A string attribute of a node or mark, '' if absent: attrs are untyped in ProseMirror. */
export const textOf = (attrs: Readonly<Record<string, unknown>>, name: string): string => {
  const value = attrs[name];
  return typeof value === 'string' ? value : '';
};
