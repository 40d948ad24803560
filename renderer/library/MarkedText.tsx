import type { Marked } from '../../shared/search/highlight.ts';

/** A text with what a search found in it marked. */
export function MarkedText({ text, marks }: Marked) {
  return marks.map(({ from, to }, index) => (
    <span key={from}>
      {text.slice(marks[index - 1]?.to ?? 0, from)}
      <mark>{text.slice(from, to)}</mark>
      {index === marks.length - 1 ? text.slice(to) : ''}
    </span>
  ));
}
