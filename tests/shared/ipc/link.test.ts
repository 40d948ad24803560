import { expect, expectTypeOf, test } from 'vitest';
import { CopydeskError } from '../../../shared/error.ts';
import { calls, type CallName } from '../../../shared/ipc/contract.ts';
import { events } from '../../../shared/ipc/events.ts';
import { answer } from '../../../shared/ipc/answer.ts';
import { connect, type Bridge, type Handlers } from '../../../shared/ipc/link.ts';

/** Handlers that answer null to everything but what a test gives. */
function replyWith(given: Partial<Handlers<string>>) {
  const called: { name: string; input: unknown; context: string }[] = [];
  const entries = Object.keys(calls).map((name) => {
    const handler = (input: unknown, context: string): unknown => {
      called.push({ name, input, context });
      // The input was checked by the schema of that name.
      const one = given[name as CallName] as ((input: unknown, context: string) => unknown) | undefined;
      return one?.(input, context) ?? null;
    };
    return [name, handler];
  });
  // Every call has a handler.
  const reply = answer(Object.fromEntries(entries) as Handlers<string>);
  return { called, reply };
}

test('names every call and event as noun and verb', () => {
  for (const name of [...Object.keys(calls), ...Object.keys(events)])
    expect(name).toMatch(/^[a-z]+:[a-zA-Z]+$/);
});

test('hands a checked input and the sender to the handler of that name', async () => {
  const { called, reply } = replyWith({ 'preview:load': ({ html }) => ({ path: `${html}/` }) });
  expect(await reply('preview:load', { html: 'page' }, 'window 1')).toEqual({
    ok: true,
    value: { path: 'page/' },
  });
  expect(called).toEqual([{ name: 'preview:load', input: { html: 'page' }, context: 'window 1' }]);
});

test.each([
  ['an unknown field', 'preview:load', { html: 'x', more: 1 }],
  ['a missing field', 'preview:load', {}],
  ['a wrong type', 'preview:load', { html: 7 }],
  ['an id that is none', 'article:open', { id: '../../etc/passwd' }],
  ['something for nothing', 'settings:get', {}],
  ['nothing at all', 'article:open', undefined],
])('refuses %s before any handler runs', async (_what, name, input) => {
  const { called, reply } = replyWith({});
  const answered = await reply(name, input, '');
  expect(answered).toMatchObject({ ok: false, code: 'bad-input' });
  expect(answered.ok ? '' : answered.message).toContain(name);
  expect(called).toEqual([]);
});

test.each(['nope', 'constructor', '__proto__', 'toString', 7, null, undefined, {}, Symbol('x')])(
  'refuses the call %s, which does not exist',
  async (name) => {
    const { called, reply } = replyWith({});
    expect(await reply(name, null, '')).toMatchObject({ ok: false, code: 'bad-input' });
    expect(called).toEqual([]);
  },
);

test('an error keeps its code and message; one that nobody expected has the code “unexpected”', async () => {
  const { reply } = replyWith({
    'settings:get': () => {
      throw new CopydeskError('disk-full', 'The disk is full');
    },
    'article:trash': () => Promise.reject(new TypeError('no such thing')),
  });
  expect(await reply('settings:get', null, '')).toEqual({
    ok: false,
    code: 'disk-full',
    message: 'The disk is full',
  });
  expect(await reply('article:trash', { id: 'a'.repeat(32) }, '')).toEqual({
    ok: false,
    code: 'unexpected',
    message: 'no such thing',
  });
});

test("a window's refused call throws main's error; an event reaches who listens to its name", async () => {
  const { reply } = replyWith({
    'preview:load': () => {
      throw new CopydeskError('too-large', 'The page is too large');
    },
  });
  const listeners = new Set<(name: string, value: unknown) => void>();
  const bridge: Bridge = {
    invoke: (name, input) => reply(name, input, ''),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const connection = connect(bridge);
  const refused = connection.call('preview:load', { html: 'x' });
  await expect(refused).rejects.toMatchObject({ name: 'CopydeskError', code: 'too-large' });
  const heard: number[] = [];
  const stop = connection.on('window:elsewhere', ({ count }) => heard.push(count));
  const send = (name: string, value: unknown) => {
    for (const listener of listeners) listener(name, value);
  };
  send('window:elsewhere', { count: 2 });
  send('library:changed', {});
  send('nope', { count: 3 });
  stop();
  send('window:elsewhere', { count: 4 });
  expect(heard).toEqual([2]);
  expectTypeOf(connection.call<'preview:load'>).returns.resolves.toEqualTypeOf<{ path: string }>();
});
