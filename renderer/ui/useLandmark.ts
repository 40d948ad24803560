import { useCallback, useState } from 'react';

const landmarks = 'main, aside, footer, [role="dialog"], [role="alertdialog"]';

/**
 * The landmark around an element, for what it opens (menu, tooltip): drawn inside it, that belongs to it for a
 * screen reader too. The first value is the element's ref.
 */
export function useLandmark(): readonly [(element: HTMLElement | null) => void, HTMLElement | undefined] {
  const [landmark, setLandmark] = useState<HTMLElement>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (element !== null) setLandmark(element.closest<HTMLElement>(landmarks) ?? undefined);
  }, []);
  return [ref, landmark];
}
