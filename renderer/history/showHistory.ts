import { createStore } from '../ui/store.ts';
import type { Services } from '../window/services.ts';
import { focusZone } from '../window/zones.ts';
import type { View } from '../window/view.ts';

/** A person asked for the history: its list takes the focus when it comes. */
export const focusVersions = createStore<boolean>(false);

/** Shows the history of the article on the sheet, or of one that cannot be opened. */
export function showHistory(services: Services, historyOf: View['historyOf'] = null): void {
  services.view.change({ tab: 'history', historyOf });
  focusVersions.set(true);
  // Once the tab has been drawn.
  requestAnimationFrame(() =>
    focusZone(services, 'panel', '[role="listbox"], [role="tab"][aria-selected="true"]'),
  );
}
