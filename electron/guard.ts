import { app, type Session, type WebContents } from 'electron';
import { mayNavigate, mayUse } from './core/guards.ts';

function guardContents(contents: WebContents): void {
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, event.isMainFrame)) event.preventDefault();
  });
  contents.on('will-navigate', (event) => {
    if (!mayNavigate(event.url, true)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies every window and every page what an article does not need: navigation, new windows, webviews. */
export function guardWindows(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Denies all permissions, asked and checked, all devices and all downloads. */
export function guardSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, callback) =>
    callback(mayUse(permission, developing)),
  );
  session.setPermissionCheckHandler((_contents, permission) => mayUse(permission, developing));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  // Dictionaries would be fetched from the network: none is, those in the user's folder work.
  session.setSpellCheckerDictionaryDownloadURL('https://dictionaries.invalid/');
}
