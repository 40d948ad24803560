import type { Page } from '@playwright/test';
import type { CopydeskApp } from './app.ts';
import { expect, settled } from './bareTest.ts';
import type { Sink } from './sink.ts';

/** Runs in the window: what on the sheet could run, fetch, or lead where no link may. */
function activeInSheet(): readonly string[] {
  const elements = [...document.querySelectorAll('.ProseMirror *')];
  const names = 'script,iframe,frame,object,embed,form,style,link,meta,base,template,math,video,audio';
  const active = elements.filter((element) => element.matches(names)).map(({ localName }) => localName);
  const handlers = elements.flatMap(({ attributes }) =>
    [...attributes].filter(
      ({ name, value }) => /^on|^srcdoc$/iu.test(name) || /^\s*(?:javascript|vbscript|data):/iu.test(value),
    ),
  );
  return [...active, ...handlers.map(({ name, value }) => `${name}=${value}`)];
}

/** What must not happen, as it happens: scripts by their dialogs, or by the violation that stopped them; ways out. */
export interface Watch {
  readonly seen: readonly string[];
  readonly quiet: () => Promise<void>;
}

/** Watches a window from now on; every way out of it counts, allowed by a policy or not. */
export async function watch({ page, app, openedExternally }: CopydeskApp, sink: Sink): Promise<Watch> {
  const seen: string[] = [];
  const { origin } = new URL(page.url());
  const own = (address: string): boolean =>
    address.startsWith(origin) || /^(?:data|blob|about):/u.test(address) || address.startsWith('app://');
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('framenavigated', (frame) => {
    if (!own(frame.url())) seen.push(`went to ${frame.url()}`);
    if (frame === page.mainFrame()) seen.push('the window was loaded again');
  });
  page.on('requestfinished', (request) => {
    if (!own(request.url())) seen.push(`got ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    // A picture elsewhere is part of an article: that it is not asked for is what the policy is for.
    const stopped = request.failure()?.errorText === 'csp' && request.resourceType() === 'image';
    if (!own(request.url()) && !stopped)
      seen.push(`asked for ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  app.context().on('page', (opened) => seen.push(`opened ${opened.url()}`));
  await page.evaluate(() => {
    const stopped: string[] = [];
    Object.assign(globalThis, { stopped });
    document.addEventListener('securitypolicyviolation', ({ target, effectiveDirective, blockedURI }) => {
      // Of a document that is only read, the violations are the page's own; of an element in it, the element's.
      if (target !== document) stopped.push(`${effectiveDirective} ${blockedURI}`);
    });
  });
  const quiet = async (): Promise<void> => {
    await settled(page);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'stopped'))).toEqual([]);
    expect(await page.evaluate(activeInSheet)).toEqual([]);
    expect(seen).toEqual([]);
    expect(sink.hits).toEqual([]);
    expect(await openedExternally()).toEqual([]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  };
  return { seen, quiet };
}

/** Sends one event for each text, as a paste or a drop at the end of the body. */
export const send = (page: Page, type: 'paste' | 'drop', items: readonly (readonly [string, string])[]) =>
  page.evaluate(
    async ({ kind, all }) => {
      const sheet = document.querySelector('.ProseMirror');
      if (!(sheet instanceof HTMLElement)) throw new Error('There is no sheet');
      for (const [markup, plain] of all) {
        const data = new DataTransfer();
        if (markup !== '') data.setData('text/html', markup);
        data.setData('text/plain', plain);
        const last = [...sheet.querySelectorAll(':scope > p:not([class])')].at(-1) ?? sheet;
        globalThis.getSelection()?.selectAllChildren(last);
        globalThis.getSelection()?.collapseToEnd();
        document.dispatchEvent(new Event('selectionchange'));
        last.scrollIntoView({ block: 'center' });
        const { left, bottom } = last.getBoundingClientRect();
        const init = { bubbles: true, cancelable: true };
        sheet.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: data })
            : new DragEvent('drop', { ...init, dataTransfer: data, clientX: left + 5, clientY: bottom - 2 }),
        );
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    { kind: type, all: items },
  );

/** Puts markup on the system's clipboard as a hostile page does, and pastes it by the keyboard at the end of the sheet. */
export async function pasteByKey(page: Page, markup: string): Promise<void> {
  const sheet = page.locator('.ProseMirror');
  await sheet.focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Shift+ArrowLeft');
  await page.evaluate((text) => {
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/html', text);
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    document.addEventListener('copy', put, { capture: true, once: true });
  }, markup);
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ControlOrMeta+v');
}
