import type { EventName, EventValue } from '../../shared/ipc/events.ts';

/** What a window shows: an article and whether it has words that are not on disk. */
export interface Shown {
  /** Null on an empty sheet. */
  readonly article: string | null;
  readonly title: string;
  readonly edited: boolean;
}

/** A window as `core` sees it. */
export interface WindowPort {
  readonly id: number;
  readonly send: <Name extends EventName>(name: Name, value: EventValue<Name>) => void;
  /** Puts it into the title bar. */
  readonly display: (shown: Shown) => void;
}

/** The open windows and what each shows. */
export interface OpenWindows {
  readonly add: (window: WindowPort, article: string | null) => void;
  readonly remove: (id: number) => void;
  readonly show: (id: number, shown: Shown) => void;
  readonly shown: (id: number) => Shown;
  /** How many windows other than this one show the article. */
  readonly elsewhere: (article: string | null, id: number) => number;
  /** Sends an event to one window; one that is closed by now does not hear it. */
  readonly send: <Name extends EventName>(window: number, name: Name, value: EventValue<Name>) => void;
  /** Sends an event to every window but one. */
  readonly broadcast: <Name extends EventName>(name: Name, value: EventValue<Name>, except?: number) => void;
  readonly all: () => readonly WindowPort[];
}

const empty: Shown = { article: null, title: '', edited: false };

/** The text of a title bar: the headline, then the application. */
export const titleOf = ({ article, title }: Shown): string => {
  if (article === null) return 'Copydesk';
  return `${title.trim() === '' ? 'Untitled' : title.trim().slice(0, 200)} – Copydesk`;
};

/** Makes an empty set of windows. */
export function createOpenWindows(): OpenWindows {
  const windows = new Map<number, { readonly port: WindowPort; readonly shown: Shown }>();
  const elsewhere = (article: string | null, id: number): number =>
    article === null
      ? 0
      : [...windows].filter(([other, { shown }]) => other !== id && shown.article === article).length;
  // Tells the windows of these articles how many others they have now.
  const tell = (...articles: readonly (string | null)[]): void => {
    for (const [id, { port, shown }] of windows) {
      if (shown.article !== null && articles.includes(shown.article))
        port.send('window:elsewhere', { count: elsewhere(shown.article, id) });
    }
  };
  return {
    add: (port, article) => {
      windows.set(port.id, { port, shown: { ...empty, article } });
      tell(article);
    },
    remove: (id) => {
      const article = windows.get(id)?.shown.article ?? null;
      windows.delete(id);
      tell(article);
    },
    show: (id, shown) => {
      const before = windows.get(id);
      if (before === undefined) return;
      windows.set(id, { port: before.port, shown });
      before.port.display(shown);
      if (before.shown.article !== shown.article) tell(before.shown.article, shown.article);
    },
    shown: (id) => windows.get(id)?.shown ?? empty,
    elsewhere,
    send: (window, name, value) => windows.get(window)?.port.send(name, value),
    broadcast: (name, value, except) => {
      for (const [id, { port }] of windows) if (id !== except) port.send(name, value);
    },
    all: () => [...windows.values()].map(({ port }) => port),
  };
}
