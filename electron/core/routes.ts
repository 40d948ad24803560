import { mediaPattern } from '../../shared/article/address.ts';

/** The scheme and the host that every window of Copydesk is served from. */
export const appScheme = 'app';
export const appHost = 'copydesk';

/** The address of the application's page. */
export const appAddress = `${appScheme}://${appHost}/index.html`;

/** What an address under `app://copydesk` asks for. */
export type Route =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'media'; readonly src: string }
  | { readonly kind: 'preview'; readonly token: string }
  | { readonly kind: 'previewMedia'; readonly token: string; readonly src: string }
  | { readonly kind: 'refused' };

const previewPattern = /^\/preview\/([0-9a-f]{32})\/(.*)$/s;
const refused: Route = { kind: 'refused' };

/** The address of a preview with this token, relative to the application's page. */
export const previewPath = (token: string): string => `preview/${token}/`;

/** Reads an address without decoding it: what is not spelled exactly as we write it is refused. */
export function routeOf(address: string): Route {
  if (!URL.canParse(address)) return refused;
  const url = new URL(address);
  if (url.protocol !== `${appScheme}:` || url.host !== appHost || url.username !== '' || url.password !== '')
    return refused;
  const path = url.pathname === '/' ? '/index.html' : url.pathname;
  const preview = previewPattern.exec(path);
  if (preview !== null) {
    const [, token = '', rest = ''] = preview;
    if (rest === '') return { kind: 'preview', token };
    return mediaPattern.test(rest) ? { kind: 'previewMedia', token, src: rest } : refused;
  }
  // What is neither a picture nor a preview is looked up among the page's own files, and found there or not at all.
  return mediaPattern.test(path.slice(1))
    ? { kind: 'media', src: path.slice(1) }
    : { kind: 'page', path: path.slice(1) };
}

/** Whether this address is a document of the application itself: its page, not a preview, not a picture. */
export const isAppPage = (address: string): boolean => {
  const route = routeOf(address);
  return route.kind === 'page' && route.path === 'index.html';
};

/** Whether this address is the preview of an article. */
export const isPreview = (address: string): boolean => routeOf(address).kind === 'preview';
