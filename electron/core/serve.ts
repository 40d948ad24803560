import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { commonHeaders, previewPolicy } from './policies.ts';
import type { Previews } from './previews.ts';
import { routeOf } from './routes.ts';

/** A picture of the library, as it is served. */
export interface Media {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly type: string;
}

/** What the application's scheme is served from. */
export interface Served {
  /** Answers a file of the application's page, or null if it has none of that name. */
  readonly page: (path: string, request: Request) => Promise<Response | null>;
  /** Reads a picture (`media/<hash>.<extension>`) of the library, null if it is not there. */
  readonly media: (src: string) => Promise<Media | null>;
  readonly previews: Pick<Previews, 'read'>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
};

/** Every file under a folder, by its path with forward slashes: nothing else can be asked for. */
export function listPageFiles(root: string): ReadonlyMap<string, string> {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  return new Map(
    found.map((file) => {
      const path = join(file.parentPath, file.name);
      return [
        encodeURI(
          path
            .slice(root.length + 1)
            .split(sep)
            .join('/'),
        ),
        path,
      ];
    }),
  );
}

/** Serves the built page from a fixed list of files, under a content security policy. */
export const pageFrom =
  (files: ReadonlyMap<string, string>, policy: string): Served['page'] =>
  async (path) => {
    const file = files.get(path);
    if (file === undefined) return null;
    const type = types[extname(file)] ?? 'application/octet-stream';
    return new Response(await readFile(file), {
      headers: { ...commonHeaders, 'content-type': type, 'content-security-policy': policy },
    });
  };

const nothing = (status: number): Response =>
  new Response('', { status, headers: { ...commonHeaders, 'content-type': 'text/plain; charset=utf-8' } });

/** Answers every request under `app://copydesk`. */
export function createServer(served: Served): (request: Request) => Promise<Response> {
  const picture = async (src: string): Promise<Response> => {
    const media = await served.media(src);
    if (media === null) return nothing(404);
    return new Response(media.bytes, {
      // Named by its content: it never changes.
      headers: {
        ...commonHeaders,
        'content-type': media.type,
        'cache-control': 'max-age=31536000, immutable',
      },
    });
  };
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return nothing(405);
    const route = routeOf(request.url);
    switch (route.kind) {
      case 'refused':
        return nothing(404);
      case 'media':
        return picture(route.src);
      case 'page':
        return (await served.page(route.path, request)) ?? nothing(404);
      case 'previewMedia':
        return served.previews.read(route.token) === undefined ? nothing(404) : picture(route.src);
      case 'preview': {
        const html = served.previews.read(route.token);
        if (html === undefined) return nothing(404);
        return new Response(html, {
          headers: {
            ...commonHeaders,
            'content-type': 'text/html; charset=utf-8',
            'content-security-policy': previewPolicy,
          },
        });
      }
    }
  };
}
