import type { BatchTold } from '../../shared/ipc/batchShapes.ts';
import { countOf } from './countOf.ts';

const most = 200;

export interface ToldListProps {
  readonly told: readonly BatchTold[];
}

/** Articles of a batch, each with what is said about it; of very many, the first. */
export const ToldList = ({ told }: ToldListProps) => (
  <ul className="batch-list">
    {told.slice(0, most).map(({ about, title, message }, index) => (
      // One article may be told twice with the same words.
      // oxlint-disable-next-line react/no-array-index-key
      <li key={`${about}-${String(index)}`}>
        <strong dir="auto">{title === '' ? about : title}</strong> {message}
      </li>
    ))}
    {told.length > most ? <li>and {countOf(told.length - most, 'other')}</li> : null}
  </ul>
);
