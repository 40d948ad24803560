import { clipboard, ClipboardItem } from 'electron';

/** Puts a text on the clipboard as HTML and as plain text, in place of what is there. */
export const copy = ({ html, text }: { readonly html: string; readonly text: string }): Promise<void> =>
  clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': text })]);
