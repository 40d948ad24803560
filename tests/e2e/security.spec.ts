import type { Page } from '@playwright/test';
import { call, evaluated, heard, invoke } from '../support/bareApp.ts';
import { expect, test } from '../support/bareTest.ts';

const noise =
  /Content.Security.Policy|Blocked|violates|Refused|TrustedHTML|TrustedScript|Failed to load|ERR_|navigat|sandbox|Trusted|Not allowed/i;

test('the page has no Node, no Electron, and a bridge of two functions that it cannot change', async ({
  launchBare,
}) => {
  const { page } = await launchBare();
  const found = await page.evaluate(() => {
    const world: Record<string, unknown> = { ...globalThis };
    const names = [
      'require',
      'process',
      'module',
      'exports',
      'Buffer',
      'global',
      'electron',
      '__dirname',
      'ipcRenderer',
    ];
    const bridge = Object(Reflect.get(globalThis, 'copydesk')) as Record<string, unknown>; // the preload's
    let changed = false;
    try {
      bridge['invoke'] = () => 'mine';
      changed = String(bridge['invoke']).includes('mine');
    } catch {
      // Frozen: as it should be.
    }
    return {
      leaked: names.filter((name) => name in world || name in globalThis),
      bridge: Object.keys(bridge),
      changed,
    };
  });
  expect(found).toEqual({ leaked: [], bridge: ['invoke', 'listen'], changed: false });
});

test('the policy of the page lets no foreign script run and nothing be fetched from elsewhere', async ({
  launchBare,
  sink,
}) => {
  const { page, allow } = await launchBare();
  allow(noise);
  const outcome = await page.evaluate(async (address) => {
    const thrown = (run: () => unknown): string => {
      try {
        run();
        return 'ran';
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown';
      }
    };
    const sinks = {
      innerHTML: thrown(() => (document.createElement('div').innerHTML = '<img src=x onerror=pwned=1>')),
      write: thrown(() => document.write('<script>pwned = 1</script>')),
      timeout: thrown(() => Reflect.apply(setTimeout, globalThis, ['globalThis.pwned = 1', 0])),
      source: thrown(() => (document.createElement('script').src = `${address}/script.js`)),
      policy: thrown(() => Reflect.get(globalThis, 'trustedTypes').createPolicy('evil', {})),
    };
    const image = new Image();
    const gone = new Promise((resolve) => (image.onerror = resolve));
    image.src = `${address}/image.png`;
    await gone;
    const fetched = await fetch(`${address}/fetch`).then(() => 'ran', () => 'refused'); // prettier-ignore
    const socket = thrown(() => new WebSocket(address.replace('http', 'ws')));
    navigator.sendBeacon(`${address}/beacon`, 'x');
    const frame = document.createElement('iframe');
    frame.src = `${address}/frame`;
    document.body.append(frame);
    return { sinks, fetched, socket, pwned: 'pwned' in globalThis };
  }, sink.address);
  expect(outcome.sinks).toEqual({
    innerHTML: 'TypeError',
    write: 'TypeError',
    timeout: 'TypeError',
    source: 'TypeError',
    policy: 'TypeError',
  });
  expect(await evaluated(page)).toEqual(['EvalError', 'EvalError']);
  expect([outcome.fetched, outcome.pwned]).toEqual(['refused', false]);
  await settled(page);
  expect(sink.hits).toEqual([]);
});

test('a window leaves its page by no way, opens no other, and downloads nothing', async ({
  launchBare,
  sink,
}) => {
  const copydesk = await launchBare();
  const { page, app, allow } = copydesk;
  allow(noise);
  const before = page.url();
  const ways: readonly ((address: string) => void)[] = [
    (address) => (location.href = `${address}/href`),
    (address) => location.replace(`${address}/replace`),
    (address) => void globalThis.open(`${address}/open`),
    (address) => void globalThis.open(`${address}/top`, '_top'),
    () => void globalThis.open('about:blank'),
    (address) => {
      const form = document.createElement('form');
      form.action = `${address}/form`;
      document.body.append(form);
      form.submit();
    },
    ...(['_self', '_blank', '_top', ''] as const).map((target) => (address: string) => {
      const link = Object.assign(document.createElement('a'), { href: `${address}/link`, target });
      document.body.append(link);
      link.click();
    }),
    (address) => {
      const link = Object.assign(document.createElement('a'), { href: `${address}/file`, download: 'x.exe' });
      document.body.append(link);
      link.click();
    },
    () => (location.href = 'file:///etc/passwd'),
    () => (location.href = 'data:text/html,<script>1</script>'),
  ];
  for (const way of ways) await page.evaluate(way, sink.address).catch(() => undefined);
  await settled(page);
  expect(page.url()).toBe(before);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  expect(await copydesk.openedExternally()).toEqual([]);
  expect(sink.hits).toEqual([]);
});

/** A page that tries everything: what a preview would be if every door before it had failed. */
const hostile = (sink: string) => `<!doctype html><html><head>
<meta http-equiv="refresh" content="0;url=${sink}/refresh"><base href="${sink}/base/">
<link rel="stylesheet" href="${sink}/style.css"><link rel="prefetch" href="${sink}/prefetch">
<link rel="dns-prefetch" href="${sink}"><link rel="preload" as="image" href="${sink}/preload.png">
<style>@import url(${sink}/import.css); body { background: url(${sink}/background.png) }
@font-face { font-family: x; src: url(${sink}/font.woff2) } p { font-family: x; cursor: url(${sink}/cursor.cur), auto }</style>
</head><body><p id="text">Late boat</p>
<script>parent.pwned = top.pwned = 'script'; fetch('${sink}/script')</script>
<script src="${sink}/script.js"></script><script type="module">parent.pwned = 'module'</script>
<img src="${sink}/image.png"><img src="x" onerror="parent.pwned = 'onerror'">
<picture><source srcset="${sink}/source.png"></picture><video src="${sink}/video.mp4" poster="${sink}/poster.png" autoplay></video>
<audio src="${sink}/audio.mp3" autoplay></audio><svg><image href="${sink}/svg.png"/><script>parent.pwned = 'svg'</script></svg>
<iframe src="${sink}/iframe"></iframe><iframe srcdoc="<script>top.pwned = 'srcdoc'</script>"></iframe>
<object data="${sink}/object"></object><embed src="${sink}/embed">
<form action="${sink}/form"><input name="x" autofocus onfocus="parent.pwned = 'focus'"><button id="send">Send</button></form>
<a id="link" href="${sink}/link" ping="${sink}/ping" target="_top">link</a>
<a id="script" href="javascript:parent.pwned='javascript'">script</a>
<details open ontoggle="parent.pwned = 'toggle'"><summary>more</summary></details><body onload="parent.pwned = 'load'">
</body></html>`;

/** Loads a page into a frame of the window as the preview does; answers what it shows and whether anything ran. */
async function preview(page: Page, html: string, sandbox: string | null) {
  const { path } = await call(page, 'preview:load', { html });
  return page.evaluate(
    async ({ src, tokens }) => {
      const frame = document.createElement('iframe');
      if (tokens !== null) frame.setAttribute('sandbox', tokens);
      const loaded = new Promise((resolve) => (frame.onload = resolve));
      frame.src = src;
      document.body.append(frame);
      await loaded;
      const inside = frame.contentDocument;
      for (const id of ['link', 'script', 'send']) inside?.getElementById(id)?.click();
      const text = inside?.getElementById('text');
      if (text !== null && text !== undefined) text.textContent = 'patched';
      return {
        patched: inside?.getElementById('text')?.textContent,
        bridge: 'copydesk' in (frame.contentWindow ?? {}),
        pwned: Reflect.get(globalThis, 'pwned'),
      };
    },
    { src: path, tokens: sandbox },
  );
}

for (const [layers, sandbox] of [
  ['sandbox and policy', 'allow-same-origin'],
  ['the policy alone', null],
] as const) {
  test(`a hostile preview runs nothing, goes nowhere and reaches nobody: ${layers}`, async ({
    launchBare,
    sink,
  }) => {
    const { page, app, allow, openedExternally } = await launchBare();
    allow(noise);
    const before = page.url();
    const shown = await preview(page, hostile(sink.address), sandbox);
    expect(shown).toEqual({ patched: 'patched', bridge: false, pwned: undefined });
    await settled(page);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'pwned'))).toBe(undefined);
    expect(page.url()).toBe(before);
    expect(sink.hits).toEqual([]);
    expect(await openedExternally()).toEqual([]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
}

test('no spelling of an address gets a file that is not of the page', async ({ launchBare }) => {
  const { page, allow } = await launchBare();
  allow(noise);
  const climbs = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '....//',
    '..%00/',
    '%252e%252e%252f',
    '//',
  ];
  const targets = ['main/main.js', 'package.json', '../package.json', 'etc/passwd'];
  const starts = ['', 'assets/', 'media/', 'media/../', `preview/${'0'.repeat(32)}/`];
  const paths = starts.flatMap((start) =>
    climbs.flatMap((climb) => targets.map((target) => `/${start}${climb.repeat(3)}${target}`)),
  );
  const served = await page.evaluate(async (all) => {
    const found: string[] = [];
    for (const path of all) {
      const answer = await fetch(path).catch(() => undefined);
      if (answer?.ok === true) found.push(path);
    }
    return found;
  }, paths);
  expect(paths.length).toBeGreaterThan(60);
  expect(served).toEqual([]);
});

test('thousands of wild messages get a reply each, and the window works on', async ({ launchBare }) => {
  const { page, libraryDir } = await launchBare();
  const { calls } = await import('../../shared/ipc/contract.ts');
  const quiet = Object.keys(calls).filter(
    (name) => !/choose|pick|print|window:open|reveal|pastePlain/.test(name),
  );
  const bad = await page.evaluate(async (names) => {
    const values: unknown[] = [
      null, undefined, 0, -0, Number.NaN, 1n, '', 'x', '../../x', '\0', [], {}, { id: '../x' }, { file: '..' }, new Date(),
      new Map([[1, 2]]), new Set([1]), new Uint8Array(9), { article: {} }, { article: { id: 'a'.repeat(32) } }, { html: 7 },
      JSON.parse('{"__proto__":{"x":1}}'), { request: 1, ok: true, message: 1 }, [[[[[]]]]], { theme: '__proto__' }, /x/,
    ]; // prettier-ignore
    const bridge = Reflect.get(globalThis, 'copydesk');
    const odd: string[] = [];
    const list: unknown[] = [...names, 'nope', '__proto__', 'constructor', 7, null, {}];
    for (let round = 0; round < 4; round += 1) {
      for (const name of list) {
        const replies = await Promise.all(values.map((value) => bridge.invoke(name, value).catch(String)));
        for (const reply of replies) {
          const is = typeof reply === 'object' && reply !== null && typeof reply.ok === 'boolean';
          if (!is || reply.code === 'unexpected') odd.push(`${String(name)}: ${JSON.stringify(reply)}`);
        }
      }
    }
    return odd;
  }, quiet);
  expect(bad).toEqual([]);
  expect(await invoke(page, 'library:list', null)).toMatchObject({ ok: true, value: { root: libraryDir } });
});

test('a link of an article leaves through the list of allowed schemes only', async ({ launchBare }) => {
  const { page, openedExternally } = await launchBare();
  const hrefs = [
    'https://example.org/a',
    'mailto:desk@example.org',
    'file:///etc/passwd',
    'javascript:1',
    'tel:+1',
    '//x.example',
    'ms-msdt:/x',
  ];
  const replies = [];
  for (const href of hrefs) replies.push((await invoke(page, 'link:open', { href })).ok);
  expect(replies).toEqual([true, true, false, false, false, false, false]);
  expect(await openedExternally()).toEqual(hrefs.slice(0, 2));
  expect(await heard(page, 'command:run')).toEqual([]);
});

/** Waits until what the page started has come to its end: two frames, and an answer from main. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(undefined)))),
  );
  await invoke(page, 'settings:get', null);
}
