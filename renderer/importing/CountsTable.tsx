import { countNames, type Counts } from '../../shared/importing/counts.ts';

/** What was counted before and after, so that a person sees what did not come along; counts that are 0 on both sides are left out. */
export function CountsTable({
  before,
  after,
  pasted,
}: {
  readonly before: Counts;
  readonly after: Counts;
  /** Whether it was copied and pasted, not read from a file. */
  readonly pasted: boolean;
}) {
  const rows = countNames.filter(([name]) => before[name] > 0 || after[name] > 0);
  if (rows.length === 0) return null;
  return (
    <table className="receipt-counts">
      <caption className="ui-visually-hidden">Counted before and after</caption>
      <thead>
        <tr>
          <th scope="col">Counted</th>
          {rows.map(([name, label]) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(
          [
            [pasted ? 'Copied' : 'In the file', before],
            [pasted ? 'Pasted' : 'In the article', after],
          ] as const
        ).map(([label, counts]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {rows.map(([name]) => (
              <td key={name} data-less={counts === after && after[name] < before[name] ? '' : undefined}>
                {counts[name]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
