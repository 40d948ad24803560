import type { Format } from './format.ts';
import { fragment } from './fragment.ts';
import { html } from './html.ts';
import { markdownFormats } from './markdown.ts';
import { textFormats } from './text.ts';
import { wordPress } from './wordPress.ts';

/** Every kind of file that an article can leave as; menu, dialog filter and command line follow this list. */
export const formats: readonly Format[] = [html, fragment, wordPress, ...markdownFormats, ...textFormats];
