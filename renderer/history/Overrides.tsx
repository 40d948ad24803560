import { formats } from '../../shared/formats/index.ts';
import type { OverrideEntry } from '../../shared/ipc/contract.ts';
import { savedTime } from '../article/saveText.ts';
import { Notice } from '../ui/Notice.tsx';
import { useServices } from '../window/services.ts';
import { useOverrides } from './useHistory.ts';

const routes: Readonly<Record<string, string>> = {
  export: 'exported',
  clipboard: 'copied',
  print: 'printed',
  'command line': 'exported by the command line',
};

/** An override in one line: "4 May, 14:02: exported as Markdown by Asha while embargoed". */
export function overrideText({ at, who, route, format, held }: OverrideEntry, now: number): string {
  const when = savedTime(at, now);
  if (route === '') return `${when}: left although it was held. The record of it is damaged.`;
  const label = formats.find(({ id }) => id === format)?.label;
  const as = label === undefined ? '' : ` as ${label}`;
  return `${when}: ${routes[route] ?? route}${as}${who === '' ? '' : ` by ${who}`} while ${held}`;
}

/** The times that the article left although it was held, with the reasons; nothing if there were none. */
export function Overrides({ id }: { readonly id: string }) {
  const { clock } = useServices();
  const overrides = useOverrides(id);
  if (overrides.kind === 'refused')
    return (
      <Notice tone="warning" title="Whether it left while it was held cannot be told">
        {overrides.message}
      </Notice>
    );
  if (overrides.kind === 'asked' || overrides.value.length === 0) return null;
  return (
    <section className="history-overrides" aria-label="Left although it was held">
      <h3>Left although it was held</h3>
      <ul>
        {overrides.value.map((one, index) => (
          // Two may have left in one moment, by one reason.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={`${String(one.at)}-${String(index)}`}>
            {overrideText(one, clock.now())}
            {one.reason === '' ? null : <q dir="auto">{one.reason}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
