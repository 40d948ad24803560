import type { Loss } from '../../shared/formats/format.ts';

export interface LossesProps {
  readonly losses: readonly Loss[];
}

/** What the chosen format cannot carry of this article, before anything is written. */
export const Losses = ({ losses }: LossesProps) => (
  <section className="export-losses" aria-label="What this format leaves out" aria-live="polite">
    {losses.length === 0 ? (
      <p>Nothing is lost: this format carries everything in this article.</p>
    ) : (
      <>
        <h3>This format cannot carry everything</h3>
        <ul>
          {losses.map(({ what, instead, count }) => (
            <li key={what}>
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
