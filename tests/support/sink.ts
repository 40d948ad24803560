import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that counts what reaches it: hostile pages are pointed at it, and nothing may arrive. */
export interface Sink {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** The paths asked for, oldest first; what is no HTTP, such as the start of TLS, as its error's code. */
  readonly hits: readonly string[];
  readonly close: () => Promise<void>;
}

/** The switch by which Chromium finds every host that our tests' texts name at this sink, and no other at all. */
export const everythingTo = ({ address }: Sink): string => {
  const here = new URL(address).host;
  // A browser's own services would be counted, too, were all names led there.
  const found = ['canary.example', '*.example', 'example.org'].map((name) => `MAP ${name} ${here}`);
  return `--host-resolver-rules=${[...found, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', 'EXCLUDE 127.0.0.1'].join(', ')}`;
};

/** Starts a sink on a free port of this computer. */
export async function openSink(): Promise<Sink> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // A connection that is only closed again has asked for nothing.
    if (error.code !== 'ECONNRESET') hits.push(error.code ?? 'no HTTP');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  return {
    address: `http://127.0.0.1:${port}`,
    hits,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
