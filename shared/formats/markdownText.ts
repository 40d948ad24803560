import type { Text } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { cleanText } from './escape.ts';

/**
 * Written text that no template engine eats (`{{`, `{%`, `{#`, `{:`; `formats.md` finding 3), and in which Hugo finds no
 * divider (`<!--more-->`, which it seeks wherever it stands). No article holds code.
 */
export const unharmed = (written: string): string =>
  written
    .replaceAll('&#xA0;', '&nbsp;')
    .replace(/(?<!\\)((?:\\\\)*)\\<!--/gu, '$1&lt;!--')
    .replace(/\{(?=[{%#:])/gu, '&#123;');

// Readers of GFM let a marker close what is open if a tilde stands before it, escaped or not.
const beforeMarker = (written: string, { after }: Info): string =>
  /^[*_~]/u.test(after) ? written.replace(/(?<!\\)((?:\\\\)*)\\~$/u, '$1&#x7E;') : written;

/** Text of an article, escaped by the library. */
export const text = (node: Text, _: unknown, state: State, info: Info): string =>
  beforeMarker(unharmed(state.safe(cleanText(node.value), info)), info);
