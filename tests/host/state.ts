import type { Chromium } from './cdp.ts';

/** What the host's modules share; `run` fills it before main is imported. */
export const state = {
  visible: false,
  appDirectory: '',
  name: 'Electron',
  version: '0.0.0',
  chromiumPath: '',
  profile: '',
  chromium: Promise.withResolvers<Chromium>(),
  /** Tells the test something; does nothing where no test listens. */
  announce: (_message: object): void => undefined,
};
