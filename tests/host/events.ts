import { EventEmitter } from 'node:events';

type HostEvents = {
  'window-created': [window: unknown];
  'window-focus': [window: unknown];
  'window-blur': [window: unknown];
  'window-gone': [];
  'close-vetoed': [];
  'quit-asked': [];
};

/** What windows and menus tell the application, without importing it. */
export const events = new EventEmitter<HostEvents>();
