import { useMemo, type ReactNode } from 'react';
import type { Article } from '../../shared/article/article.ts';
import { compareArticles, type BlockChange } from '../../shared/compare/compareArticles.ts';
import { ChangedValue } from './Changed.tsx';
import { ComparedBlock } from './ComparedBlock.tsx';
import { fieldName, valueText } from './names.ts';

const count = (number: number, one: string, many: string): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** Changed blocks one by one, those between them as their number. */
function shorten(blocks: readonly BlockChange[]): readonly (BlockChange | number)[] {
  const lines: (BlockChange | number)[] = [];
  for (const block of blocks) {
    const last = lines.at(-1);
    if (block.kind !== 'same') lines.push(block);
    // An empty field that stays empty is not worth a line.
    else if (block.spans.length === 0) continue;
    else if (typeof last === 'number') lines.splice(-1, 1, last + 1);
    else lines.push(1);
  }
  return lines;
}

export interface ComparisonProps {
  /** The earlier state, or the other one. */
  readonly from: Article;
  readonly to: Article;
  /** Says how many words only one of the two has; without it, that they were added and removed. */
  readonly summary?: (words: { readonly added: number; readonly removed: number }) => ReactNode;
}

/** What differs between two states of an article, word by word. */
export function Comparison({ from, to, summary }: ComparisonProps) {
  const { blocks, fields, same, words } = useMemo(() => compareArticles(from, to), [from, to]);
  if (same) return <p className="history-same">Both are the same.</p>;
  return (
    <section className="history-comparison" aria-label="Comparison">
      <p className="history-words">
        {summary?.(words) ??
          `${count(words.added, 'word', 'words')} added, ${words.removed.toLocaleString('en')} removed`}
      </p>
      {fields.length === 0 ? null : (
        <ul className="history-notes history-fields" aria-label="Story">
          <li className="history-block-name">Story</li>
          {fields.map(({ name, before, after }) => (
            <ChangedValue
              key={name}
              label={fieldName(name)}
              before={valueText(name, before)}
              after={valueText(name, after)}
            />
          ))}
        </ul>
      )}
      <ul className="history-blocks" lang={to.language}>
        {shorten(blocks).map((line, index) =>
          typeof line === 'number' ? (
            // Lines have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index} className="history-unchanged" lang="en">
              {count(line, 'block', 'blocks')} unchanged
            </li>
          ) : (
            // oxlint-disable-next-line react/no-array-index-key
            <ComparedBlock key={index} change={line} />
          ),
        )}
      </ul>
    </section>
  );
}
