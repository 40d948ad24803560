import { setTimeout } from 'node:timers/promises';
import { fromPage, isRegisteredScheme, policyToPage, toPage } from './addresses.ts';
import type { Protocol, Session } from './cdp.ts';
import type { PageHost } from './pageHost.ts';
import { handlerOf } from './protocol.ts';
import { emitEvent } from './strict.ts';
import { askWebRequest } from './webRequest.ts';

type Paused = Protocol.Fetch.requestPausedPayload;

const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** Whether an address stays on this machine: the only network that the host lets through. */
export function isLoopback(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^(https?|wss?):$/.test(protocol) && loopback.test(hostname);
}

function isInert(url: string): boolean {
  return /^(data|blob|about|chrome-error):/.test(url);
}

function isOwn(page: PageHost, paused: Paused): boolean {
  const own = paused.frameId === page.targetId ? page.ownNavigations.indexOf(paused.request.url) : -1;
  if (own !== -1) page.ownNavigations.splice(own, 1);
  return own !== -1;
}

/** Asks main whether a document that the page wants may be loaded, with Electron's events and their order. */
function navigationPrevented(page: PageHost, frameId: string, url: string): boolean {
  const isMainFrame = frameId === page.targetId;
  const frame = isMainFrame ? page.frames.main : page.frames.get(frameId);
  const details = { url, isSameDocument: false, isMainFrame, frame, initiator: frame };
  if (emitEvent(page.contents, 'will-frame-navigate', details)) return true;
  return isMainFrame && emitEvent(page.contents, 'will-navigate', details, url, false, true, 1, 1);
}

function bodyOf(request: Protocol.Network.Request): Buffer | undefined {
  const parts = request.postDataEntries ?? [];
  if (parts.length === 0) return undefined;
  return Buffer.concat(parts.map(({ bytes }) => Buffer.from(bytes ?? '', 'base64')));
}

async function fulfil(session: Session, paused: Paused, url: string, response: Response): Promise<void> {
  const { requestId, request } = paused;
  if (response.type === 'error') {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const responseHeaders = [...response.headers].map(([name, value]) => ({
    name,
    value: /^content-security-policy/i.test(name) ? policyToPage(value) : value,
  }));
  // Asked for by its own scheme, a resource is of another origin to Chromium; to Electron it is not.
  if (request.url === url) responseHeaders.push({ name: 'access-control-allow-origin', value: '*' });
  const status = { responseCode: response.status, responsePhrase: response.statusText || 'OK' };
  await session.send('Fetch.fulfillRequest', { requestId, ...status, responseHeaders, body });
}

async function handle(session: Session, paused: Paused, url: string): Promise<void> {
  const { request, requestId } = paused;
  if (paused.resourceType === 'Other' && new URL(url).pathname === '/favicon.ico') {
    // Electron has no tab to put an icon on and never asks for one.
    await session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
    return;
  }
  const scheme = url.slice(0, url.indexOf(':'));
  const handler = handlerOf(scheme);
  if (handler === undefined) {
    const errorReason = isRegisteredScheme(scheme) ? 'Failed' : 'InternetDisconnected';
    await session.send('Fetch.failRequest', { requestId, errorReason });
    return;
  }
  const body = bodyOf(request);
  const init = { method: request.method, headers: request.headers };
  const asked = new Request(url, body === undefined ? init : { ...init, body: new Uint8Array(body) });
  try {
    await fulfil(session, paused, url, await handler(asked));
  } catch (error) {
    console.error(`electron-host: the ${scheme}: handler failed for ${url}:`, error);
    await session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
  }
}

async function answer(session: Session, page: PageHost, paused: Paused): Promise<void> {
  const { request, requestId } = paused;
  const url = fromPage(request.url);
  const navigates = paused.resourceType === 'Document' && paused.redirectedRequestId === undefined;
  if (navigates && !isOwn(page, paused)) {
    if (navigationPrevented(page, paused.frameId, url)) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
  }
  const verdict = await askWebRequest(page, paused, url);
  if (verdict === 'cancel') {
    await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  } else if (
    isInert(url) ||
    (isLoopback(url) && handlerOf(new URL(url).protocol.slice(0, -1)) === undefined)
  ) {
    await session.send('Fetch.continueRequest', { requestId });
  } else await handle(session, paused, url);
}

/** Answers every request of a session: navigation events, webRequest, protocol handlers, loopback, nothing else. */
export function answerRequests(session: Session, page: PageHost): void {
  session.on('Fetch.requestPaused', (paused) => {
    // A failure here means that the frame went away while main was thinking.
    answer(session, page, paused).catch(() => undefined);
  });
}

/** Goes there; Chromium's own attempt at the unknown scheme may end ours, which then starts again. */
async function follow(session: Session, page: PageHost, frameId: string, url: string): Promise<void> {
  const document = url.replace(/#.*$/, '');
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    if (frameId === page.targetId && !page.ownNavigations.includes(document))
      page.ownNavigations.push(document);
    const { errorText } = await session.send('Page.navigate', { url, frameId });
    if (errorText !== 'net::ERR_ABORTED') return;
    await setTimeout(20 * attempt);
  }
}

/** Chromium navigates to no scheme but its own: other links ask main here, and registered ones then travel mapped. */
export function followForeignLinks(session: Session, page: PageHost): void {
  session.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab' || /^(https?|data|blob|about|javascript|file):/i.test(url)) return;
    if (navigationPrevented(page, frameId, url) || !isRegisteredScheme(url.slice(0, url.indexOf(':'))))
      return;
    follow(session, page, frameId, toPage(url)).catch(() => undefined);
  });
}
