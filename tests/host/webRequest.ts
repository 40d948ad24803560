import type { Protocol } from './cdp.ts';
import type { PageHost } from './pageHost.ts';
import { strict } from './strict.ts';

type Filter = { readonly urls?: readonly string[] };
type Details = Readonly<Record<string, unknown>>;
type Response = { readonly cancel?: boolean };
type Listener = (details: Details, callback: (response: Response) => void) => void;
type Hook = { readonly patterns: readonly RegExp[]; readonly listener: Listener };

let beforeRequest: Hook | undefined;
let lastRequest = 0;

function patternOf(text: string): RegExp {
  if (text === '<all_urls>') return /^/;
  return new RegExp(`^${text.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`);
}

/** session.webRequest: onBeforeRequest with `cancel`; everything else throws as not implemented. */
export const webRequest = strict('webRequest', {
  onBeforeRequest(filterOrListener: Filter | Listener | null, listener?: Listener | null): void {
    const filter = typeof filterOrListener === 'function' ? {} : (filterOrListener ?? {});
    const used = typeof filterOrListener === 'function' ? filterOrListener : listener;
    const patterns = (filter.urls ?? ['<all_urls>']).map(patternOf);
    beforeRequest = used === null || used === undefined ? undefined : { patterns, listener: used };
  },
});

const resourceTypes: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  Media: 'media',
  XHR: 'xhr',
  Fetch: 'xhr',
  WebSocket: 'webSocket',
  Ping: 'ping',
  CSPViolationReport: 'cspReport',
};

/** Asks main's onBeforeRequest listener about a request. */
export function askWebRequest(
  page: PageHost,
  paused: Protocol.Fetch.requestPausedPayload,
  url: string,
): Promise<'go' | 'cancel'> {
  const hook = beforeRequest;
  if (hook === undefined || !hook.patterns.some((pattern) => pattern.test(url))) return Promise.resolve('go');
  lastRequest += 1;
  const subFrame = paused.resourceType === 'Document' && paused.frameId !== page.targetId;
  const details = {
    id: lastRequest,
    url,
    method: paused.request.method,
    webContentsId: page.contents.id,
    webContents: page.contents,
    frame: page.frames.get(paused.frameId),
    resourceType: subFrame ? 'subFrame' : (resourceTypes[paused.resourceType] ?? 'other'),
    referrer: String(paused.request.headers['Referer'] ?? ''),
    timestamp: Date.now(),
  };
  return new Promise((resolve) => {
    hook.listener(details, (response) => {
      if ('redirectURL' in response)
        throw new Error('electron-host: webRequest redirectURL is not implemented');
      resolve(response.cancel === true ? 'cancel' : 'go');
    });
  });
}
