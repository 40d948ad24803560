import type { Decision } from '../receipt.ts';
import type { PageDocument, PageElement } from './dom.ts';

const isAbsolute = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/iu.test(address);

/** The address from which a page's own addresses are seen: its base, else its canonical address; null if it tells none. */
export function baseOf(page: PageDocument, canonical: string | undefined): string | null {
  const base = page.querySelector('base[href]')?.getAttribute('href')?.trim() ?? '';
  if (/^https?:/iu.test(base) && URL.canParse(base)) return base;
  if (canonical === undefined) return null;
  return URL.canParse(base, canonical) && base !== '' ? new URL(base, canonical).href : canonical;
}

// A browser that saves a page puts its pictures into a folder beside it.
const isBesideSavedPage = (address: string): boolean =>
  /(?:_files|_fichiers|-Dateien|_archivos)\//iu.test(address);

/** Sees a page's links and pictures from its base; what has none is doubted, what lies inside or beside the page is told. */
export function resolveAddresses(content: PageElement, base: string | null): readonly Decision[] {
  const relative: string[] = [];
  const local: string[] = [];
  const resolve = (element: PageElement, name: string): void => {
    const address = (element.getAttribute(name) ?? '').trim();
    if (address === '' || address.startsWith('#')) return;
    if (name === 'src' && (/^(?:data|blob|file|cid):/iu.test(address) || isBesideSavedPage(address))) {
      local.push(address.slice(0, 120));
      // The place of the picture is kept, with what is said about it.
      element.setAttribute('src', '');
      return;
    }
    if (isAbsolute(address)) return;
    if (base !== null && URL.canParse(address, base)) element.setAttribute(name, new URL(address, base).href);
    else relative.push(address);
  };
  for (const link of content.querySelectorAll('a[href]')) resolve(link, 'href');
  for (const picture of content.querySelectorAll('img[src]')) resolve(picture, 'src');
  return [
    ...doubts('the page does not tell its address, so these addresses lead nowhere yet', relative),
    ...doubts('pictures that lie inside or beside the saved page were not taken', local),
  ];
}

const doubts = (what: string, texts: readonly string[]): readonly Decision[] =>
  texts.length === 0 ? [] : [{ kind: 'doubted', what, text: [...new Set(texts)].join('\n') }];

/** Says which pictures of an article stay on the web: nothing is fetched. */
export const remotePictures = (addresses: readonly string[]): readonly Decision[] =>
  doubts(
    addresses.length === 1
      ? 'a picture stays on the web: nothing was fetched'
      : `${addresses.length} pictures stay on the web: nothing was fetched`,
    addresses,
  );
