import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { call } from '../support/bareApp.ts';
import { expect, isThere, test } from '../support/bareTest.ts';

const page = `<!doctype html><title>Served</title><script type="module" src="/@vite/client.js?v=1"></script>`;

test('while developing the page comes from the server of Vite, under the same address and with its bridge', async ({
  launchBare,
}) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url ?? ''} ${request.headers['sec-fetch-dest'] ?? request.headers.accept ?? ''}`);
    const isPage = request.url === '/index.html';
    response.setHeader('content-type', isPage ? 'text/html' : 'text/javascript');
    response.end(isPage ? page : 'globalThis.bare = { heard: [] };');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo; // it listens on a port
  const started = await launchBare({ env: { COPYDESK_DEV_SERVER: `http://127.0.0.1:${port}` } });
  await isThere(started.page);
  expect(await started.page.title()).toBe('Served');
  // Its own headers tell Vite whether a style sheet or a script is wanted.
  expect(asked[0]).toMatch(/^\/index\.html .+/);
  expect(asked[1]).toMatch(/^\/@vite\/client\.js\?v=1 .+/);
  expect(await call(started.page, 'library:state', null)).toMatchObject({ problem: null });
  server.closeAllConnections();
  server.close();
});
