import { isPictureData } from '../dataAddress.ts';
import { heldText, type HeldPicture, type PictureHolder } from '../heldPictures.ts';
import type { Decision } from '../receipt.ts';
import type { PageDocument, PageElement } from './dom.ts';
import { waitingAddress } from './mainContent.ts';

const isAbsolute = (address: string): boolean => /^[a-z][a-z0-9+.-]*:/iu.test(address);

/** The address from which a page's own addresses are seen: its base, else its canonical address; null if it tells none. */
export function baseOf(page: PageDocument, canonical: string | undefined): string | null {
  const base = page.querySelector('base[href]')?.getAttribute('href')?.trim() ?? '';
  if (/^https?:/iu.test(base) && URL.canParse(base)) return base;
  if (canonical === undefined) return null;
  return URL.canParse(base, canonical) && base !== '' ? new URL(base, canonical).href : canonical;
}

/** What browsers call the folder that they put a saved page's pictures into, after the page's own name. */
const folderEndings = ['_files', '_fichiers', '-Dateien', '_archivos', '.files'];

const isBesideSavedPage = (address: string): boolean =>
  folderEndings.some((ending) => address.toLowerCase().includes(`${ending.toLowerCase()}/`));

/**
 * The path of a picture in the folder that was saved with the page of this name, as seen from the page: a file of that
 * very folder, never one above or elsewhere; null for any other address.
 */
export function besidePath(address: string, name: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(address.replace(/[?#].*$/su, '').replace(/^\.\//u, ''));
  } catch {
    return null;
  }
  const stem = name.replace(/\.[^./\\]+$/u, '');
  const [folder = '', ...inside] = path.normalize('NFC').split('/');
  const isOwn = folderEndings.some((ending) => folder === `${stem.normalize('NFC')}${ending}`);
  const isPlain = (part: string): boolean => part !== '' && !/^\.{1,2}$|[\\:\u0000-\u001f]/u.test(part);
  return isOwn && inside.length > 0 && inside.every(isPlain) ? path : null;
}

/**
 * Sees a page's links and pictures from its base; what has none is doubted. A picture that lies inside the page, or in the
 * folder saved with it, is held for whoever reads the file; another one of this computer is told.
 */
export function resolveAddresses(
  content: PageElement,
  base: string | null,
  page: { readonly name: string; readonly pictures: PictureHolder },
): readonly Decision[] {
  const relative: string[] = [];
  const local: string[] = [];
  // The place of a picture that is not taken is kept, with what is said about it.
  const picture = (element: PageElement, address: string): string | null => {
    const isHere = /^(?:data|blob|file|cid):/iu.test(address) || isBesideSavedPage(address);
    if (!isHere) return null;
    if (waitingAddress(element) !== undefined) return '';
    if (isPictureData(address)) return page.pictures.hold({ kind: 'data', address });
    const path = besidePath(address, page.name);
    if (path !== null) return page.pictures.hold({ kind: 'beside', path });
    local.push(address.slice(0, 120));
    return '';
  };
  const resolve = (element: PageElement, name: string): void => {
    const address = (element.getAttribute(name) ?? '').trim();
    if (address === '' || address.startsWith('#')) return;
    const taken = name === 'src' ? picture(element, address) : null;
    if (taken !== null) {
      element.setAttribute('src', taken);
      return;
    }
    if (isAbsolute(address)) return;
    if (base !== null && URL.canParse(address, base)) element.setAttribute(name, new URL(address, base).href);
    else relative.push(address);
  };
  for (const link of content.querySelectorAll('a[href]')) resolve(link, 'href');
  for (const image of content.querySelectorAll('img[src]')) resolve(image, 'src');
  return [
    ...doubts('the page does not tell its address, so these addresses lead nowhere yet', relative),
    ...doubts('pictures that lie inside or beside the saved page were not taken', local),
  ];
}

/** Says which pictures of a page are not in its article, and so were not taken. */
export const picturesAround = (pictures: readonly HeldPicture[]): readonly Decision[] =>
  doubts('pictures around the article were not taken', pictures.map(heldText));

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
