import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that counts what reaches it: hostile pages are pointed at it, and nothing may arrive. */
export interface Sink {
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** The paths asked for, oldest first. */
  readonly hits: readonly string[];
  readonly close: () => Promise<void>;
}

/** Starts a sink on a free port of this computer. */
export async function openSink(): Promise<Sink> {
  const hits: string[] = [];
  const server = createServer((request, response) => {
    hits.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*');
    response.end('reached');
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
