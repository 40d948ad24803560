import { createHash } from 'node:crypto';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pagePolicy } from '../../electron/core/policies.ts';
import { createPreviews } from '../../electron/core/previews.ts';
import { createServer, listPageFiles, pageFrom } from '../../electron/core/serve.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const picture = `media/${'b'.repeat(64)}.png`;

function server() {
  const folder = temporaryFolder();
  const root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<!doctype html>page');
  writeFileSync(join(root, 'assets', 'main-1.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  symlinkSync(join(folder, 'secret.txt'), join(root, 'assets', 'link.txt'));
  const previews = createPreviews();
  const asked: string[] = [];
  const serve = createServer({
    page: pageFrom(listPageFiles(root), pagePolicy),
    media: (src) => {
      asked.push(src);
      const found = { bytes: new Uint8Array([1, 2, 3]), type: 'image/png' };
      return Promise.resolve(src === picture ? found : null);
    },
    previews,
  });
  const get = (path: string, method = 'GET') => serve(new Request(`app://copydesk/${path}`, { method }));
  return { get, previews, asked };
}

test('serves the page and its files with their types, a strict policy and no sniffing', async () => {
  const { get } = server();
  const page = await get('');
  expect(await page.text()).toBe('<!doctype html>page');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-eval');
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  const script = await get('assets/main-1.js');
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('serves no file that is not in the list, no link, and answers no other method', async () => {
  const { get } = server();
  expect((await get('secret.txt')).status).toBe(404);
  expect((await get('assets/link.txt')).status).toBe(404);
  expect((await get('..%2fsecret.txt')).status).toBe(404);
  expect((await get('assets')).status).toBe(404);
  expect((await get('', 'POST')).status).toBe(405);
});

test("serves the library's pictures, and asks the library for nothing else", async () => {
  const { get, asked } = server();
  const found = await get(picture);
  expect([found.status, found.headers.get('content-type')]).toEqual([200, 'image/png']);
  expect((await get(`media/${'c'.repeat(64)}.png`)).status).toBe(404);
  expect((await get('media/..%2f..%2fsecret.txt')).status).toBe(404);
  expect(asked).toEqual([picture, `media/${'c'.repeat(64)}.png`]);
});

test('serves a preview byte for byte, under a policy that lets nothing run or leave', async () => {
  const { get, previews } = server();
  const html = '<!doctype html><p>Ünïcödé — “quoted” \u{1F600}\r\n<script>parent.x = 1</script>';
  const token = previews.load(7, html);
  const preview = await get(`preview/${token}/`);
  const hash = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');
  expect(hash(new Uint8Array(await preview.arrayBuffer()))).toBe(hash(html));
  expect(preview.headers.get('content-security-policy')).toBe(
    "sandbox allow-same-origin; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'",
  );
  expect((await get(`preview/${token}/${picture}`)).status).toBe(200);
  expect((await get(`preview/${'0'.repeat(32)}/`)).status).toBe(404);
  expect((await get(`preview/${'0'.repeat(32)}/${picture}`)).status).toBe(404);
});

test("keeps a window's last two previews, and none once the window is gone", () => {
  const previews = createPreviews();
  const tokens = ['one', 'two', 'three'].map((html) => previews.load(1, html));
  const other = previews.load(2, 'other');
  expect(new Set(tokens).size).toBe(3);
  expect(tokens.map(previews.read)).toEqual([undefined, 'two', 'three']);
  previews.forget(1);
  expect([...tokens, other].map(previews.read)).toEqual([undefined, undefined, undefined, 'other']);
});
