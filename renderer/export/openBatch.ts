import { selectedOrSay } from '../library/selected.ts';
import type { Services } from '../window/services.ts';

/** Opens the export of several articles: files of the library, null for all of them. */
export const openBatch = ({ view }: Pick<Services, 'view'>, files: readonly string[] | null): void =>
  view.change({ overlay: 'batch', batch: files });

/** Opens the export of what is selected in the library. */
export function openSelected(services: Pick<Services, 'view'>): void {
  const files = selectedOrSay(services);
  if (files.length > 0) openBatch(services, files);
}
