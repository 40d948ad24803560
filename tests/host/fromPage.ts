import { fromPage } from './addresses.ts';
import { answerInvoke, receiveSend } from './ipcMain.ts';
import { triggerAccelerator } from './menu.ts';
import type { FromPage } from './page.ts';
import type { PageHost } from './pageHost.ts';
import { emitEvent } from './strict.ts';

/** Takes one message of a page's isolated world. */
export function receiveFromPage(page: PageHost, payload: string, context: number): void {
  const { contents } = page;
  if (contents.isDestroyed()) return;
  // Only the host's own scripts hold the binding.
  const message = JSON.parse(payload) as FromPage;
  switch (message.kind) {
    case 'hello':
      return page.hello(context, message.url);
    case 'invoke':
      return void answerInvoke(page, context, message);
    case 'send':
      return receiveSend(page, message);
    case 'open':
      return contents.openAsked(fromPage(message.url), message.frameName, message.features);
    case 'accelerator':
      return triggerAccelerator(message.command, contents.owner);
    case 'context-menu': {
      const urls = ['linkURL', 'pageURL', 'frameURL', 'srcURL'];
      const entries = Object.entries(message.params).map(([key, value]) => [
        key,
        urls.includes(key) ? fromPage(String(value)) : value,
      ]);
      return void emitEvent(contents, 'context-menu', {}, Object.fromEntries(entries));
    }
    case 'input': {
      const prevented = emitEvent(contents, 'before-input-event', {}, message.input);
      if (prevented)
        console.error('electron-host: before-input-event cannot be prevented; the page has had the key');
      return;
    }
    case 'preload-error':
      return contents.preloadFailed(Object.assign(new Error(message.message), { stack: message.stack }));
  }
}
