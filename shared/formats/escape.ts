// Characters that no page and no Markdown may hold: C0 and C1 controls but tab and line feed, and non-characters.
const forbidden = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufdd0-\ufdef\ufffe\uffff]/gu;

// Most texts by far need nothing: Latin letters and the usual signs, all NFC by themselves. Without the flag u it is quicker.
const isClean = /^[\t\n -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** A text as an export may hold it: NFC, LF, no control characters, no lone surrogates. */
export const cleanText = (text: string): string =>
  isClean.test(text)
    ? text
    : text.replace(/\r\n?/gu, '\n').replace(forbidden, '').toWellFormed().normalize('NFC');

// The same without letters beyond Latin and the three signs that HTML has its own names for.
const calm = /^[\t\n -%'-;=?-~\u00a0-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*$/;

/** Whether a text is Latin letters and usual signs that stand in HTML as they are: the one look that most texts need. */
export const isCalm = (text: string): boolean => calm.test(text);

/** A text inside an HTML element. */
export function escapeText(text: string): string {
  const clean = cleanText(text);
  return /[&<>]/.test(clean)
    ? clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    : clean;
}

/** A text as a double-quoted attribute of an HTML element. Addresses are ASCII or kept as typed, so nothing but NFC changes. */
export const escapeAttribute = (text: string): string => escapeText(text).replaceAll('"', '&quot;');

// A value with every text in it as an export may hold it.
const cleanValue = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? cleanText(value) : value;

/** A value as JSON, its texts clean as on the page, that cannot end the `<script>` it stands in, whatever its texts hold (`formats.md` H4). */
export function jsonForScript(value: unknown): string {
  const asIs = JSON.stringify(value, null, 2);
  // JSON says what is not clean by an escape, or leaves it in the text.
  const json = isClean.test(asIs) && !/\\[^"\\n]/.test(asIs) ? asIs : JSON.stringify(value, cleanValue, 2);
  return json.replaceAll(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
