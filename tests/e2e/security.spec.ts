import { evaluated, heard, invoke } from '../support/bareApp.ts';
import { expect, policyNoise, settled, test } from '../support/bareTest.ts';

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
  allow(policyNoise);
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
  allow(policyNoise);
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

test('no spelling of an address gets a file that is not of the page', async ({ launchBare }) => {
  const { page, allow } = await launchBare();
  allow(policyNoise);
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
  expect(await invoke(page, 'library:state', null)).toMatchObject({ ok: true, value: { root: libraryDir } });
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
