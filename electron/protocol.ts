import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { net, protocol } from 'electron';
import { developmentPolicy, pagePolicy, schemePrivileges } from './core/policies.ts';
import type { Previews } from './core/previews.ts';
import { appScheme } from './core/routes.ts';
import { createServer, listPageFiles, pageFrom, type Served } from './core/serve.ts';

/** Announces our scheme to Chromium; only before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([schemePrivileges]);
}

/** The page as Vite's development server gives it; the request's headers tell Vite what is wanted. */
const pageFromServer =
  (server: string): Served['page'] =>
  async (path, request) => {
    const { search } = new URL(request.url);
    const answer = await net.fetch(`${server}/${path}${search}`, { headers: request.headers });
    const headers = new Headers(answer.headers);
    headers.set('content-security-policy', developmentPolicy(server));
    return new Response(answer.body, { status: answer.status, headers });
  };

/** Answers every request of our windows: page, pictures and previews. */
export function serveApp(given: {
  readonly previews: Previews;
  readonly media: Served['media'];
  /** The address of Vite's development server, '' for the built page. */
  readonly server: string;
}): void {
  const built = join(import.meta.dirname, '..', 'renderer');
  const files = given.server === '' && existsSync(built) ? listPageFiles(built) : new Map<string, string>();
  const page = given.server === '' ? pageFrom(files, pagePolicy) : pageFromServer(given.server);
  protocol.handle(appScheme, createServer({ page, media: given.media, previews: given.previews }));
}
