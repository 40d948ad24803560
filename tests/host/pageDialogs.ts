import type { Session } from './cdp.ts';
import type { PageHost } from './pageHost.ts';
import { state } from './state.ts';
import { emitEvent } from './strict.ts';

/** Answers the page's own dialogs: beforeunload as main decides, alert with OK, confirm and prompt with Cancel. */
export function watchDialogs(session: Session, page: PageHost): void {
  const answer = (accept: boolean) => {
    session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
  };
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    const { owner } = page.contents;
    if (type !== 'beforeunload') {
      if (!state.visible) answer(type === 'alert');
      return;
    }
    if (page.armed) {
      // A person clicked the window's close button: `close` must come first.
      answer(false);
      owner.close();
      return;
    }
    const leave = emitEvent(page.contents, 'will-prevent-unload', {});
    answer(leave);
    if (!leave) owner.closeVetoed();
  });
}
