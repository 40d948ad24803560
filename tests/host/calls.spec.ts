import { expect, test } from './fixture.ts';

test('values survive the way to main and back as structured clones', async ({ shared }) => {
  const { page } = shared;
  const checks = await page.evaluate(async () => {
    const echo = (value: unknown) => window.api.invoke('echo', value);
    const isRecord = (value: unknown): value is Record<string, unknown> =>
      typeof value === 'object' && value !== null;
    const same = { name: 'shared' };
    const cycle: Record<string, unknown> = { shared: same, again: same };
    cycle['self'] = cycle;
    const cycled = await echo(cycle);
    const bytes = await echo(new Uint8Array([0, 1, 254, 255]).subarray(1));
    const buffer = await echo(new Uint16Array([1, 65535]).buffer);
    const error = await echo(new RangeError('far'));
    const map = await echo(new Map([['key', new Set([1, 'two'])]]));
    const date = await echo(new Date(86_400_000));
    const pattern = await echo(/a+b/giu);
    const sparse = await echo([1, undefined, null]);
    const text = `${'é😀\u2028\u0000'.repeat(1000)}\ud800`;
    return {
      numbers: await Promise.all([Number.NaN, Infinity, -Infinity, -0, 1.5].map(echo)).then((all) =>
        all.every((value, index) => Object.is(value, [Number.NaN, Infinity, -Infinity, -0, 1.5][index])),
      ),
      bigint: (await echo(12345678901234567890n)) === 12345678901234567890n,
      undefined: (await echo(undefined)) === undefined,
      date: date instanceof Date && date.getTime() === 86_400_000,
      pattern: pattern instanceof RegExp && String(pattern) === '/a+b/giu',
      map: map instanceof Map && [...(map.get('key') as Set<unknown>)].join() === '1,two', // sent as a set
      bytes: bytes instanceof Uint8Array && bytes.join() === '1,254,255',
      buffer: buffer instanceof ArrayBuffer && new Uint16Array(buffer).join() === '1,65535',
      error: error instanceof Error && error.message === 'far',
      cycle: isRecord(cycled) && cycled['self'] === cycled && cycled['shared'] === cycled['again'],
      text:
        (await echo(text)) === text && Array.isArray(sparse) && sparse[1] === undefined && sparse[2] === null,
    };
  });
  expect(Object.keys(checks)).toHaveLength(11);
  expect(Object.entries(checks).filter(([, held]) => !held)).toEqual([]);
});

test('what cannot be cloned is refused in Electron’s words', async ({ shared }) => {
  const { page } = shared;
  const messages = await page.evaluate(() =>
    Promise.all(
      [window.api.functionOverIpc(), window.api.nodeOverIpc(), window.api.invoke('unclonable')].map((call) =>
        call.then(
          () => 'allowed',
          (error: unknown) => (error instanceof Error ? error.message : 'no error'),
        ),
      ),
    ),
  );
  for (const message of messages) expect(message).toContain('An object could not be cloned.');
});

test('errors of a handler keep their name and message; a missing handler says so', async ({ shared }) => {
  const { page } = shared;
  const messages = await page.evaluate(() =>
    Promise.all(
      ['boom', 'nobody'].map((channel) =>
        window.api.invoke(channel).catch((error: unknown) => (error instanceof Error ? error.message : '')),
      ),
    ),
  );
  expect(messages[0]).toBe("Error invoking remote method 'boom': TypeError: boom");
  expect(messages[1]).toContain("No handler registered for 'nobody'");
});

test('a call carries its sender: the main frame, of the application’s own origin', async ({ shared }) => {
  const { page } = shared;
  expect(await page.evaluate(() => window.api.invoke('sender'))).toEqual({
    url: 'app://copydesk/index.html',
    origin: 'app://copydesk',
    isMain: true,
    parent: null,
  });
});

test('messages without answer arrive in order, and main can write back', async ({ shared }) => {
  const { page } = shared;
  await page.evaluate(() => {
    for (let index = 0; index < 50; index += 1) window.api.send(String(index));
  });
  await page.waitForFunction(() => window.noted.length === 50);
  expect(await page.evaluate(() => window.noted)).toEqual(
    Array.from({ length: 50 }, (_, index) => String(index)),
  );
});

test('a megabyte of text and a megabyte of bytes pass', async ({ shared }) => {
  const { page } = shared;
  const sizes = await page.evaluate(async () => {
    const value = { text: 'x'.repeat(1_000_000), bytes: new Uint8Array(1_000_000) };
    const back = (await window.api.invoke('echo', value)) as typeof value; // echo gives back what it got
    return [back.text.length, back.bytes.length];
  });
  expect(sizes).toEqual([1_000_000, 1_000_000]);
});
