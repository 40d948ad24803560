// C0 and C1 controls, spaces of every kind, bidi controls and backslashes never belong into an address.
const forbidden = /[\u0000-\u0020\u007f-\u00a0\u2000-\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff\\<>"]/u;
const scheme = /^([a-z][a-z0-9+.-]*):/i;
const articleSchemes = ['http', 'https', 'mailto', 'tel'];
const openableSchemes = ['http', 'https', 'mailto'];

const parses = (address: string): boolean => URL.canParse(address);

const hasCredentials = (address: string): boolean => {
  const url = new URL(address);
  return url.username !== '' || url.password !== '';
};

/** Whether an article may carry this link: http, https, mailto, tel or a relative address (`formats.md` H6). */
export function isSafeUrl(address: string): boolean {
  if (address === '' || forbidden.test(address) || address.startsWith('//')) return false;
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === undefined) return parses(new URL(address, 'https://relative.invalid/').href);
  return articleSchemes.includes(name) && parses(address);
}

/** Whether the application may hand this address to the system: http, https or mailto without credentials. */
export function isOpenableUrl(address: string): boolean {
  const name = scheme.exec(address)?.[1]?.toLowerCase();
  if (name === undefined || !openableSchemes.includes(name) || !isSafeUrl(address)) return false;
  return (
    name === 'mailto' ||
    (address.startsWith(`${address.slice(0, name.length)}://`) && !hasCredentials(address))
  );
}

/** What a person typed as an address, completed: `example.org/a` becomes https, an e-mail address mailto; null if it is none. */
export function completeAddress(typed: string): string | null {
  const text = typed.trim();
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/u.test(text)) return `mailto:${text}`;
  if (!scheme.test(text) && /^[^\s/?#]+\.[^\s/?#.]{2,}([/?#].*)?$/u.test(text)) {
    return isSafeUrl(`https://${text}`) ? `https://${text}` : null;
  }
  // localhost:8080 and similar read as a scheme: only what is allowed passes.
  return isSafeUrl(text) ? text : null;
}

/** Whether a figure may show this picture: a file of the library's media, a relative path, or an http(s) address. */
export function isImageSource(source: string): boolean {
  if (source === '') return true;
  return isSafeUrl(source) && !/^(mailto|tel):/i.test(source);
}

/** The library's own address of a picture, `media/<sha256 of its bytes>.<extension>`. */
export const mediaPattern = /^media\/[0-9a-f]{64}\.(?:png|jpg|gif|webp|avif)$/;
