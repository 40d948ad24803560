import type { Page } from '@playwright/test';
import { call } from '../support/bareApp.ts';
import { expect, policyNoise, settled, test } from '../support/bareTest.ts';

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
    allow(policyNoise);
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
