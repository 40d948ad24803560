import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixture.ts';

test('style sheets, scripts and images come through the protocol handler', async ({ shared }) => {
  const { page, app } = shared;
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(1, 2, 3)');
  for (const id of ['relative', 'scheme'])
    await expect(page.locator(`#${id}`)).toHaveJSProperty('naturalWidth', 5);
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL()),
  ).toBe('app://copydesk/index.html');
  expect(await page.evaluate(() => window.isSecureContext)).toBe(true);
});

test('the handler gets method, address and body; the page gets status, headers and body', async ({
  shared,
}) => {
  const { page } = shared;
  const answer = await page.evaluate(async () => {
    const response = await fetch('/echo?a=1', { method: 'POST', body: 'grüße' });
    const { status, headers } = response;
    return {
      status,
      header: headers.get('x-fixture'),
      method: headers.get('x-seen-method'),
      text: await response.text(),
    };
  });
  expect(answer).toEqual({
    status: 201,
    header: 'yes',
    method: 'POST',
    text: 'app://copydesk/echo?a=1 grüße',
  });
});

test('a missing page is 404 and a handler that throws is a network error', async ({ shared }) => {
  const { page, allow } = shared;
  allow(/404|ERR_FAILED/);
  const seen = await page.evaluate(async () => [
    (await fetch('/missing')).status,
    await fetch('/boom').catch((error: unknown) => String(error)),
  ]);
  expect(seen).toEqual([404, 'TypeError: Failed to fetch']);
});

test('the Content-Security-Policy of the response is enforced', async ({ shared }) => {
  const { page, allow } = shared;
  allow(/Content Security Policy/);
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'window.inline = true';
    document.body.append(script);
    const image = document.createElement('img');
    image.src = 'https://example.com/tracker.png';
    document.body.append(image);
  });
  await page.waitForFunction(() => window.violations.length === 2);
  expect(await page.evaluate(() => window.violations.toSorted())).toEqual(['img-src', 'script-src-elem']);
  expect(await page.evaluate(() => 'inline' in window)).toBe(false);
});

test('loopback is reachable, everything else is not', async ({ shared }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('here');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  // A listening TCP server has this shape of address.
  const { port } = server.address() as AddressInfo;
  try {
    const { page, app, allow } = shared;
    allow(/ERR_INTERNET_DISCONNECTED/);
    const fetched = (url: string) =>
      page.evaluate(
        (address) =>
          fetch(address).then(
            (response) => response.text(),
            (error: unknown) => String(error),
          ),
        url,
      );
    expect(await fetched(`http://127.0.0.1:${port}/`)).toBe('here');
    expect(await fetched(`http://localhost:${port}/`)).toBe('here');
    expect(await fetched('https://example.com/')).toBe('TypeError: Failed to fetch');
    expect(await app.evaluate(({ net }) => net.isOnline())).toBe(false);
    const fromMain = await app.evaluate(({ net }) =>
      net.fetch('https://example.com/').then(() => 'got it', String),
    );
    expect(fromMain).toContain('ERR_INTERNET_DISCONNECTED');
  } finally {
    server.close();
  }
});
