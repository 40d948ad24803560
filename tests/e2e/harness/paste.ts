import type { Page } from '@playwright/test';

/** Pastes as the browser does: one event with the clipboard's contents. */
export const paste = (
  page: Page,
  content: { readonly html?: string; readonly text?: string; readonly png?: string },
): Promise<void> =>
  page.evaluate(({ html, text, png }) => {
    const data = new DataTransfer();
    if (html !== undefined) data.setData('text/html', html);
    if (text !== undefined) data.setData('text/plain', text);
    if (png !== undefined) data.items.add(new File([new Uint8Array([1, 2, 3])], png, { type: 'image/png' }));
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, content);
