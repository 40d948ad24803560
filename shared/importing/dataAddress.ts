/** Whether an address is a picture itself (`data:`), of a kind that web pages show; drawings (SVG) can carry script and are none. */
export const isPictureData = (address: string): boolean =>
  /^data:image\/(?:png|jpe?g|gif|webp|avif)[;,]/iu.test(address);

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Map<number, number>([
  ...Array.from(digits, (digit, value) => [digit.charCodeAt(0), value] as const),
  ['-'.charCodeAt(0), 62],
  ['_'.charCodeAt(0), 63],
]);

// What is no digit (a line break, the filling at the end) says nothing.
function bytesOfBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let held = 0;
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) {
    const value = values.get(text.charCodeAt(at));
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length] = (held >> bits) & 0xff;
    length += 1;
  }
  return bytes.slice(0, length);
}

const escaped = (text: string): string =>
  text.replace(/%([0-9a-f]{2})/giu, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The bytes of a `data:` address (RFC 2397), never judged: whoever takes them in checks what they are. */
export function bytesOfData(address: string): Uint8Array {
  const comma = address.indexOf(',');
  const content = escaped(address.slice(comma + 1));
  if (/;\s*base64\s*$/iu.test(address.slice(0, comma))) return bytesOfBase64(content);
  return Uint8Array.from(content, (letter) => letter.charCodeAt(0));
}
