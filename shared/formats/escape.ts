// Characters that no page and no Markdown may hold: C0 and C1 controls but tab and line feed, and non-characters.
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

/** A text as an export may hold it: NFC, LF, no control characters, no lone surrogates. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/gu, '\n').replace(forbidden, '').toWellFormed().normalize('NFC');

/** A text inside an HTML element. */
export const escapeText = (text: string): string =>
  cleanText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A text as a double-quoted attribute of an HTML element. Addresses are ASCII or kept as typed, so nothing but NFC changes. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

// A value with every text in it as an export may hold it.
const cleanValue = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? cleanText(value) : value;

/** A value as JSON, its texts clean as on the page, that cannot end the `<script>` it stands in, whatever its texts hold (`formats.md` H4). */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value, cleanValue, 2).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
