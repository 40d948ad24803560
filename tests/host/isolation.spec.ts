import { expect, test } from './fixture.ts';

test('the page sees what the preload exposes, deeply frozen, and nothing else of it', async ({ shared }) => {
  const { page } = shared;
  const seen = await page.evaluate(() => ({
    version: window.api.version,
    frozen: [window.api, window.api.nested, window.api.nested.list].map((item) => Object.isFrozen(item)),
    list: window.api.nested.list,
    when: window.api.when instanceof Date && window.api.when.getTime(),
    isolated: 'isolatedOnly' in window,
    node: [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process')],
    argv: window.api.argv > 0,
    sandboxed: window.api.sandboxed,
  }));
  expect(seen).toEqual({
    version: 7,
    frozen: [true, true, true],
    list: [1, { deep: true }],
    when: 0,
    isolated: false,
    node: ['undefined', 'undefined'],
    argv: true,
    sandboxed: true,
  });
});

test('the page cannot replace or redefine the exposed object', async ({ shared }) => {
  const { page } = shared;
  const kept = await page.evaluate(() => {
    const before = window.api;
    const outcomes = [
      Reflect.set(window, 'api', {}),
      Reflect.deleteProperty(window, 'api'),
      Reflect.set(window.api, 'version', 8),
      Reflect.defineProperty(window, 'api', { value: {} }),
    ];
    return [...outcomes, window.api === before];
  });
  expect(kept).toEqual([false, false, false, false, true]);
});

test('the preload may require electron only, and the same key cannot be exposed twice', async ({
  shared,
}) => {
  const { page, runtime } = shared;
  const refusals = await page.evaluate(() => window.api.refusals());
  expect(refusals['fs']).toContain('module not found: node:fs');
  expect(refusals['zod']).toContain('module not found: zod');
  expect(refusals['twice']).toContain('Cannot bind an API on top of an existing property');
  if (runtime === 'host')
    expect(refusals['unknown']).toBe('electron-host: ipcRenderer.sendSync is not implemented');
});

test('callbacks, promises and errors cross between the worlds', async ({ shared }) => {
  const { page } = shared;
  const crossed = await page.evaluate(async () => {
    const messageOf = (error: unknown) => (error instanceof Error ? error.message : 'no error of this world');
    const thrown = () => {
      try {
        return window.api.fail();
      } catch (error) {
        return messageOf(error);
      }
    };
    return {
      callback: window.api.callTwice((value) => value + 10),
      later: await window.api.later({ text: 'later', list: [1] }),
      thrown: thrown(),
      rejected: await window.api.failLater().catch(messageOf),
    };
  });
  expect(crossed).toEqual({
    callback: 21,
    later: { text: 'later', list: [1] },
    thrown: 'out of range',
    rejected: 'later',
  });
});

test('a dropped file has no path here', async ({ shared }) => {
  const { page } = shared;
  expect(await page.evaluate(() => window.api.pathOf(new File(['x'], 'story.txt')))).toBe('');
});
