import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isLoopback } from './network.ts';
import { handlerOf } from './protocol.ts';
import { strict } from './strict.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.wasm': 'application/wasm',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(new URL(url));
  const type = types[extname(path).toLowerCase()] ?? 'application/octet-stream';
  try {
    return new Response(new Uint8Array(await readFile(path)), { headers: { 'content-type': type } });
  } catch {
    throw new TypeError('net::ERR_FILE_NOT_FOUND');
  }
}

type FetchOptions = RequestInit & { readonly bypassCustomProtocolHandlers?: boolean };

async function netFetch(input: string | Request, init: FetchOptions = {}): Promise<Response> {
  const url = typeof input === 'string' ? input : input.url;
  const handler = handlerOf(new URL(url).protocol.slice(0, -1));
  if (handler !== undefined && init.bypassCustomProtocolHandlers !== true)
    return handler(new Request(input, init));
  if (url.startsWith('file:')) return fetchFile(url);
  if (isLoopback(url) || url.startsWith('data:')) return fetch(input, init);
  throw new TypeError('net::ERR_INTERNET_DISCONNECTED');
}

/** Electron's net, offline: files, registered schemes and loopback only. */
export const net = strict('net', {
  fetch: netFetch,
  isOnline: (): boolean => false,
  online: false,
});
