import type { Services } from '../window/services.ts';
import { focusZone } from '../window/zones.ts';
import type { View } from '../window/view.ts';

/** Shows the history of the article on the sheet, or of one that cannot be opened. */
export function showHistory(services: Services, historyOf: View['historyOf'] = null): void {
  services.view.change({ tab: 'history', historyOf });
  focusZone(services, 'panel', '[role="listbox"], [role="tab"][aria-selected="true"]');
}
