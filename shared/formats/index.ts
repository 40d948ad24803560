import type { Format } from './format.ts';
import { html } from './html.ts';
import { markdownFormats } from './markdown.ts';
import { text } from './text.ts';

/** Every kind of file that an article can leave as; menu, dialog filter and command line follow this list. */
export const formats: readonly Format[] = [html, ...markdownFormats, text];
