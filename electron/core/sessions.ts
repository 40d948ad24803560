import { CopydeskError } from '../../shared/error.ts';
import type { OpenWindows } from './openWindows.ts';

/** Which window types in which session of the journal: the drafts of a window that is open are not lost. */
export interface Sessions {
  /** The session is this window's from now on; `refused` while another open window has it. */
  readonly claim: (session: string, window: number) => void;
  /** Whether the session was this window's, as long as it is open: its page may have died since. */
  readonly isOf: (session: string, window: number) => boolean;
  /** The sessions of all other open windows. */
  readonly elsewhere: (window: number) => ReadonlySet<string>;
}

/** No sessions yet; those of a closed window are free. */
export function createSessions(windows: Pick<OpenWindows, 'all'>): Sessions {
  const owners = new Map<string, number>();
  const isOpen = (window: number): boolean => windows.all().some(({ id }) => id === window);
  return {
    claim: (session, window) => {
      const owner = owners.get(session);
      if (owner !== undefined && owner !== window && isOpen(owner))
        throw new CopydeskError('refused', 'This text is open in another window. Nothing was written.');
      owners.set(session, window);
    },
    isOf: (session, window) => owners.get(session) === window,
    elsewhere: (window) => {
      const others = [...owners].filter(([, owner]) => owner !== window && isOpen(owner));
      return new Set(others.map(([session]) => session));
    },
  };
}
