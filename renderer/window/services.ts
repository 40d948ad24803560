import { createContext, useContext } from 'react';
import { CopydeskError } from '../../shared/error.ts';
import type { CallOutput } from '../../shared/ipc/contract.ts';
import type { Connection } from '../../shared/ipc/link.ts';
import type { Clock } from '../article/clock.ts';
import { createDraft, type Draft } from '../article/draft.ts';
import { createOtherStore, type OtherStore } from '../conflict/otherStore.ts';
import type { EditorHandle, Place } from '../editor/handle.ts';
import { createLibrary, type LibraryStore } from '../library/library.ts';
import { createRecoveryStore, type RecoveryStore } from '../recovery/recoveryStore.ts';
import { createSettings, type SettingsStore } from '../settings/settings.ts';
import { createStore, type WritableStore } from '../ui/store.ts';
import { createReports, type Reports } from './reports.ts';
import { createView, type ViewStore } from './view.ts';

/** Caret and scroll of an article. */
export interface Spot {
  readonly caret: number;
  readonly scroll: number;
}

/** All that the parts of one window share. */
export interface Services {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly draft: Draft;
  readonly settings: SettingsStore;
  readonly library: LibraryStore;
  readonly view: ViewStore;
  readonly reports: Reports;
  readonly recovery: RecoveryStore;
  /** What lies on the disk beside or instead of the article on the sheet. */
  readonly other: OtherStore;
  /** The editor on the sheet, while there is one. */
  readonly editor: WritableStore<EditorHandle | null>;
  /** The person asked for an article: its editor takes the focus when it comes. */
  readonly focusSheet: WritableStore<boolean>;
  readonly place: WritableStore<Place | null>;
  /** Of articles shown in this window, by id. */
  readonly spots: Map<string, Spot>;
  readonly info: WritableStore<CallOutput<'app:info'> | null>;
}

/** The stores of a new window. */
export const createServices = (connection: Connection, clock: Clock): Services => ({
  connection,
  clock,
  draft: createDraft(connection, clock),
  settings: createSettings(connection),
  library: createLibrary(connection, clock),
  view: createView(),
  reports: createReports(),
  recovery: createRecoveryStore(),
  other: createOtherStore(),
  editor: createStore<EditorHandle | null>(null),
  focusSheet: createStore<boolean>(false),
  place: createStore<Place | null>(null),
  spots: new Map(),
  info: createStore<CallOutput<'app:info'> | null>(null),
});

/** Given once by main.tsx. */
export const ServicesContext = createContext<Services | null>(null);

/** The services of this window. */
export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (services === null) throw new CopydeskError('unexpected', 'There are no services around this component');
  return services;
}
