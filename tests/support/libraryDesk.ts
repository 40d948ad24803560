import { onTestFinished } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { fakeDesk } from './fakeDesk.ts';

/** A desk whose library exists, and one window. */
export async function deskWithLibrary() {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  const window = desk.openWindow();
  onTestFinished(() => desk.application.index.stop());
  onTestFinished(() => desk.application.library.stop());
  return {
    ...desk,
    window,
    call: window.connection.call,
    listed: async () => (await desk.application.library.open()).articles.list(),
  };
}
