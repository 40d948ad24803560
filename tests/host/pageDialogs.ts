import type { Session } from './cdp.ts';
import type { PageHost } from './pageHost.ts';
import { state } from './state.ts';
import { emitEvent } from './strict.ts';

/** Answers the page's own dialogs: beforeunload as main decides, alert with OK, confirm and prompt with Cancel. */
export function watchDialogs(session: Session, page: PageHost): void {
  const { owner } = page.contents;
  const answer = (accept: boolean) => {
    session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined);
  };
  let afterwards: (() => void) | undefined;
  session.on('Page.javascriptDialogClosed', () => {
    page.asking = false;
    afterwards?.();
    afterwards = undefined;
  });
  session.on('Page.javascriptDialogOpening', ({ type }) => {
    page.asking = true;
    if (type !== 'beforeunload') {
      if (!state.visible) answer(type === 'alert');
      return;
    }
    if (page.armed) {
      // A person clicked the window's close button: `close` must come first.
      afterwards = () => owner.close();
      answer(false);
      return;
    }
    const leave = emitEvent(page.contents, 'will-prevent-unload', {});
    if (!leave) afterwards = () => owner.closeVetoed();
    answer(leave);
  });
}
