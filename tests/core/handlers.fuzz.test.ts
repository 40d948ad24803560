import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { calls, type CallName } from '../../shared/ipc/contract.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { someArticle } from '../support/someArticle.ts';

// The compiler keeps the list of names equal to the contract's keys.
const names = Object.keys(calls) as CallName[];
const runs = Number(process.env['COPYDESK_FUZZ'] ?? 2000);
const id = 'a'.repeat(32);

const paths = fc.constantFrom(
  '../outside/canary.copydesk', '..', '/etc/passwd', 'C:\\x', '\0', 'media/../..', '.copydesk/library.json',
  'aux', 'a'.repeat(70_000), '‮gpj.exe', '__proto__', id, id.toUpperCase(), `${id}/../x`, '',
); // prettier-ignore
const article = articleToJson(someArticle());
const words = fc.oneof(paths, fc.string(), fc.string({ unit: 'binary' }));
const value = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withSet: true,
      withTypedArray: true,
    }),
  },
  { weight: 2, arbitrary: words },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.boolean() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(null, undefined, Number.NaN, -0, Infinity, article, new Uint8Array(3)),
  },
);
// Nearly right inputs: the fields of the contract with values from anywhere, or an article with some part replaced.
const fields = ['id', 'file', 'article', 'base', 'theme', 'html', 'format', 'href', 'name', 'bytes', 'request', 'ok', 'message', 'title', 'edited', 'recent', 'library', 'session', 'edit', 'reason', 'removed', 'own', 'theirs', 'keep', '__proto__', 'constructor']; // prettier-ignore
const damaged = fc
  .tuple(
    fc.constantFrom(...Object.keys(article), '__proto__', 'extra'),
    value,
    fc.constantFrom(
      {},
      { base: '', session: 'one', edit: 1 },
      { base: '', session: 'one', edit: 1, reason: 'auto', removed: 0 },
      { base: '0'.repeat(64), session: 'one', edit: 1, reason: 'manual', removed: 9 },
      { base: '0'.repeat(64), file: 'x.copydesk', theirs: { file: 'x.copydesk', hash: '' }, keep: 'both' },
      { base: '', session: 'one', edit: 2, kept: { edit: 1, start: 3, end: 1 } },
      { format: 'html' },
    ),
  )
  .map(([key, part, rest]) => ({ article: { ...article, [key]: part }, ...rest }));
const input = fc.oneof(
  value,
  fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 4 }),
  fc.record({ id: words }),
  fc.record({ file: words }),
  damaged,
);

async function deskWithCanary() {
  const desk = fakeDesk();
  const outside = join(desk.folder, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'canary.copydesk'), 'canary');
  await createLibrary(desk.root, desk.ports);
  return { ...desk, outside, window: desk.openWindow().id };
}

// Dialogs are cancelled: whatever is asked, nothing may be written or handed out but in the library, the journal and the index.
function nothingLeft({ folder, outside, root, asked }: Awaited<ReturnType<typeof deskWithCanary>>): void {
  const folders = readdirSync(folder).filter((name) => name !== 'data');
  expect(folders.toSorted()).toEqual(['library', 'outside']);
  const data = join(folder, 'data');
  const kept = existsSync(data) ? readdirSync(data, { recursive: true }).map(String) : [];
  const known = [
    /^journal(\/(discarded|[0-9a-f]{32}(\/[0-9a-z]{16,32}\.journal)?))?$/,
    /^index(\/[0-9a-f]{32}\.sqlite(-\w+)?)?$/,
  ];
  for (const path of kept) expect(known.some((one) => one.test(path)) ? '' : path).toBe('');
  expect(readdirSync(outside)).toEqual(['canary.copydesk']);
  expect(readFileSync(join(outside, 'canary.copydesk'), 'utf8')).toBe('canary');
  for (const file of readdirSync(root))
    expect(file).toMatch(/^(media|\.copydesk|[a-z0-9]+[\w.-]*\.copydesk)$/);
  const links = asked.filter(({ what }) => what === 'openLink').map(({ value: href }) => String(href));
  for (const href of links) expect(href).toMatch(/^(https?:\/\/|mailto:)/i);
  expect(Object.keys(Object.prototype)).toEqual([]);
}

test.each(names)(`%s answers ${runs} arbitrary messages, each with a reply`, async (name) => {
  const desk = await deskWithCanary();
  const replies = new Set<string>();
  const property = fc.asyncProperty(input, async (message) => {
    const reply = await desk.reply(name, message, { window: desk.window });
    replies.add(reply.ok ? 'ok' : reply.code);
    if (reply.ok) return;
    expect(reply.message).not.toBe('');
    // A mistake of ours would show as an error that nobody foresaw.
    expect(reply.code, reply.message).not.toBe('unexpected');
  });
  await fc.assert(property, { numRuns: runs });
  // The messages were wild enough to be refused.
  expect([...replies]).toContain('bad-input');
  nothingLeft(desk);
  desk.application.library.stop();
});
