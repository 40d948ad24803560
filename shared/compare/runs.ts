import type { Mark, Node } from 'prosemirror-model';

/** A mark as a comparison shows it: its name, and its attributes (a link's `href`). */
export interface MarkView {
  readonly name: string;
  readonly attrs: Readonly<Record<string, unknown>>;
}

/** A piece of text under the same marks. */
export interface Run {
  readonly text: string;
  readonly marks: readonly MarkView[];
}

const viewOf = (mark: Mark): MarkView => ({ name: mark.type.name, attrs: mark.attrs });

/** Whether two sets of marks are the same. */
export const sameMarks = (a: readonly MarkView[], b: readonly MarkView[]): boolean =>
  a === b || JSON.stringify(a) === JSON.stringify(b);

/** The text of a block under its marks; its textblocks are split by line feeds, as hard breaks are. */
export function runsOf(block: Node): readonly Run[] {
  const runs: Run[] = [];
  let first = true;
  const add = (text: string, marks: readonly MarkView[]): void => {
    const last = runs.at(-1);
    if (last !== undefined && sameMarks(last.marks, marks))
      runs.splice(-1, 1, { text: last.text + text, marks });
    else if (text !== '') runs.push({ text, marks });
  };
  const visit = (node: Node): void => {
    if (node.isTextblock) {
      if (!first) add('\n', []);
      first = false;
    }
    if (node.isInline) {
      const text = node.isText ? (node.text ?? '') : (node.type.spec.leafText?.(node) ?? '\ufffc');
      add(text, node.marks.map(viewOf));
    }
    node.forEach(visit);
  };
  visit(block);
  return runs;
}

/** The text of runs, without their marks. */
export const textOfRuns = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

/** The part of runs between two offsets of their text. */
export function sliceRuns(runs: readonly Run[], from: number, to: number): readonly Run[] {
  const slices: Run[] = [];
  let at = 0;
  for (const { text, marks } of runs) {
    const slice = text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    if (slice !== '') slices.push({ text: slice, marks });
    at += text.length;
  }
  return slices;
}
