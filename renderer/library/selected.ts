import { toast } from '../ui/Toast.tsx';
import type { Services } from '../window/services.ts';

/** The files that are selected in the library; says how to select some if none are. */
export function selectedOrSay({ view }: Pick<Services, 'view'>): readonly string[] {
  const { selected } = view.get();
  if (selected.length === 0)
    toast({ text: 'Select articles in the library first: Ctrl+click, or Shift and the arrow keys' });
  return selected;
}
