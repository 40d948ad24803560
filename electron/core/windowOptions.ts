import { smallest, type WindowState } from './windowState.ts';

/** What every window may do: nothing but show its page, in a sandbox, behind the preload. */
export const webPreferences = (preload: string) => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  spellcheck: true,
});

/** The options of a window of Copydesk; it is shown once its page is there. */
export const windowOptions = (state: WindowState, preload: string, dark: boolean) => ({
  x: state.x,
  y: state.y,
  width: state.width,
  height: state.height,
  minWidth: smallest.width,
  minHeight: smallest.height,
  title: 'Copydesk',
  show: false,
  // What is seen until the page has drawn itself: the sheet's own ground, so that nothing flashes.
  backgroundColor: dark ? '#191a1c' : '#f6f5f2',
  webPreferences: webPreferences(preload),
});

/** The options of the window that only prints a preview: no preload, and no script at all. */
export const printOptions = () => {
  const { preload: _none, ...strict } = webPreferences('');
  return {
    show: false,
    title: 'Copydesk',
    webPreferences: { ...strict, javascript: false, spellcheck: false },
  };
};
