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

/** Text of an article, escaped by the library. */
export const text = (node: Text, _: unknown, state: State, info: Info): string =>
  unharmed(state.safe(cleanText(node.value), info));
