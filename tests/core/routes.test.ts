import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAppPage, isPreview, routeOf } from '../../electron/core/routes.ts';

const hash = 'a'.repeat(64);
const token = '0123456789abcdef'.repeat(2);

test.each([
  ['app://copydesk/', { kind: 'page', path: 'index.html' }],
  ['app://copydesk/index.html', { kind: 'page', path: 'index.html' }],
  ['app://copydesk/index.html?x=1#top', { kind: 'page', path: 'index.html' }],
  ['app://copydesk/assets/main-abc.js', { kind: 'page', path: 'assets/main-abc.js' }],
  [`app://copydesk/media/${hash}.png`, { kind: 'media', src: `media/${hash}.png` }],
  [`app://copydesk/preview/${token}/`, { kind: 'preview', token }],
  [
    `app://copydesk/preview/${token}/media/${hash}.jpg`,
    { kind: 'previewMedia', token, src: `media/${hash}.jpg` },
  ],
])('reads %s', (address, route) => {
  expect(routeOf(address)).toEqual(route);
});

// What an address may be spelled like to get at another file: each is refused, or names exactly one file that is looked
// up in a fixed list, never in a folder.
const climbs = [
  '..', '../', '..%2f', '..%2F', '%2e%2e', '%2e%2e%2f', '%2E%2E/', '.%2e/', '..\\', '..%5c', '%5c..', '....//',
  '..;/', '..%00/', '%c0%ae%c0%ae/', '%252e%252e%252f', '..%c0%af', '..%ef%bc%8f', '．．／', './../', '/..', '//..//',
]; // prettier-ignore
const targets = ['main/main.js', 'etc/passwd', 'package.json'];
const spellings = [
  ...climbs.flatMap((climb) =>
    targets.flatMap((target) => [
      `app://copydesk/${climb}${target}`,
      `app://copydesk/assets/${climb}${climb}${target}`,
      `app://copydesk/media/${climb}${target}`,
      `app://copydesk/media/${climb}${hash}.png`,
      `app://copydesk/preview/${token}/${climb}${target}`,
      `app://copydesk/preview/${token}/media/${climb}${target}`,
    ]),
  ),
  'app://copydesk//etc/passwd',
  'app://copydesk/file:///etc/passwd',
  'app://copydesk/C:/Windows/win.ini',
  'app://copydesk/C:\\Windows\\win.ini',
  'app://copydesk/\\\\server\\share',
  'app://copydesk/index.html%00.png',
  'app://copydesk/index.html/',
  'app://copydesk/INDEX.HTML',
  'app://copydesk/%69ndex.html',
  'app://copydesk/index.html;x',
  'app://copydesk/ index.html',
  'app://copydesk/index.html.',
  'app://copydesk/index.html::$DATA',
  'app://copydesk/CON',
  'app://copydesk/.git/config',
];

// A served path is one of these keys, so it can only be one of these files.
const served = new Set(['index.html', 'assets/main-abc.js']);

test(`never leaves the fixed list of files, in ${spellings.length} spellings`, () => {
  expect(spellings.length).toBeGreaterThan(400);
  for (const address of spellings) {
    const route = routeOf(address);
    if (route.kind === 'page') expect(served.has(route.path), address).toBe(route.path === 'index.html');
    else if (route.kind !== 'refused') expect.fail(`${address} is read as ${route.kind}`);
  }
});

test.each([
  'app://other/index.html',
  'app://copydesk.evil.example/index.html',
  'app://user@copydesk/index.html',
  'app://user:word@copydesk/index.html',
  'app://copydesk:80/index.html',
  'https://copydesk/index.html',
  'file:///index.html',
  'http://copydesk/index.html',
  'appx://copydesk/index.html',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  '',
  'app:copydesk/index.html',
])('refuses the foreign address %s', (address) => {
  expect(routeOf(address)).toEqual({ kind: 'refused' });
  expect(isAppPage(address)).toBe(false);
  expect(isPreview(address)).toBe(false);
});

test.each([
  `app://copydesk/media/${hash}.svg`,
  `app://copydesk/media/${hash}.png/x`,
  `app://copydesk/media/${hash.slice(1)}.png`,
  `app://copydesk/media/${hash.toUpperCase()}.png`,
  'app://copydesk/media/',
  'app://copydesk/media',
  'app://copydesk/preview/',
  `app://copydesk/preview/${token}`,
  `app://copydesk/preview/${token}x/`,
  'app://copydesk/preview/Preview.tsx',
])('%s is no picture and no preview: a file of the page, if there is one', (address) => {
  expect(routeOf(address)).toEqual({ kind: 'page', path: address.slice('app://copydesk/'.length) });
  expect(isPreview(address)).toBe(false);
});

test.each([
  `app://copydesk/preview/${token}/index.html`,
  `app://copydesk/preview/${token}/media/${hash}.html`,
])('refuses %s: a preview is one page and its pictures', (address) => {
  expect(routeOf(address)).toEqual({ kind: 'refused' });
});

test('any address is read without an error, and only exact pictures and tokens are', () => {
  const part = fc.oneof(
    fc.constantFrom('media', 'preview', token, `${hash}.png`, '..', '%2e', ''),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const route = routeOf(`app://copydesk/${parts.join('/')}`);
      if (route.kind === 'media' || route.kind === 'previewMedia')
        expect(route.src).toMatch(/^media\/[0-9a-f]{64}\.(png|jpg|gif|webp|avif)$/);
    }),
    { numRuns: 2000 },
  );
});

test('only the page itself is the application', () => {
  expect(isAppPage('app://copydesk/index.html')).toBe(true);
  expect(isAppPage('app://copydesk/')).toBe(true);
  expect(isAppPage('app://copydesk/assets/other.html')).toBe(false);
  expect(isAppPage(`app://copydesk/preview/${token}/`)).toBe(false);
  expect(isPreview(`app://copydesk/preview/${token}/`)).toBe(true);
});
