import { useMemo } from 'react';
import type { Article } from '../../shared/article/article.ts';
import type { Format } from '../../shared/formats/format.ts';

export interface LossesProps {
  readonly format: Format;
  readonly article: Article;
}

/** What the chosen format cannot carry of this article, before anything is written. */
export function Losses({ format, article }: LossesProps) {
  const losses = useMemo(() => format.losses(article), [format, article]);
  return (
    <section className="export-losses" aria-label="What this format leaves out" aria-live="polite">
      {losses.length === 0 ? (
        <p>Nothing is lost: this format carries everything in this article.</p>
      ) : (
        <>
          <h3>This format cannot carry everything</h3>
          <ul>
            {losses.map(({ what, instead, count }) => (
              <li key={`${what} ${instead}`}>
                <span className="export-count">{count}</span>
                <span>
                  <strong>{what}</strong> {instead}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
