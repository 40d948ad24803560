import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const good = someArticle({ headline: 'A sound story' });
const bytes = Buffer.from(articleToBytes(good));
const text = bytes.toString('utf8');
const { length } = bytes;
type Case = readonly [name: string, content: Uint8Array | string, code: string];

const json = (change: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...(JSON.parse(text) as object), ...change });
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const header = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((type) => ({ type }));
const doc = (...content: readonly unknown[]) => ({ type: 'doc', content: [...header, ...content] });
const quotes = (depth: number): string => {
  const open = '{"type":"quote","content":['.repeat(depth);
  const body = JSON.stringify(doc({ type: 'paragraph' })).replace(
    '{"type":"paragraph"}',
    `${open}{"type":"paragraph"}${']}'.repeat(depth)}`,
  );
  return json({ body: 0 }).replace('"body":0', `"body":${body}`);
};

const cases: readonly Case[] = [
  ['0 bytes', '', 'damaged'],
  ['only zero bytes', new Uint8Array(length), 'damaged'],
  ['one zero byte', new Uint8Array(1), 'damaged'],
  ['zero bytes at the end', Buffer.concat([bytes.subarray(0, 512), new Uint8Array(length - 512)]), 'damaged'],
  [
    'zero bytes in the middle',
    Buffer.concat([bytes.subarray(0, 300), new Uint8Array(64), bytes.subarray(364)]),
    'damaged',
  ],
  ...Array.from({ length: 14 }, (_, part): Case => {
    const end = Math.floor(((part + 1) * length) / 16);
    return [`cut after ${part + 1}/16`, bytes.subarray(0, end), 'damaged'];
  }),
  ['cut before the last brace', text.slice(0, text.lastIndexOf('}')), 'damaged'],
  ['twice', text + text, 'damaged'],
  ['with text behind it', `${text}x`, 'damaged'],
  ['UTF-8 with a byte-order mark', `\uFEFF${text}`, 'damaged'],
  ['only a byte-order mark', '\uFEFF', 'damaged'],
  ['UTF-16, little end first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'damaged'],
  ['UTF-16, big end first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'damaged'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'damaged'],
  ['Latin-1', Buffer.from(json({ section: 'Kultur für alle' }), 'latin1'), 'damaged'],
  [
    'a stray byte',
    Buffer.concat([bytes.subarray(0, 100), new Uint8Array([0xff]), bytes.subarray(100)]),
    'damaged',
  ],
  ['plain text', 'Ferry adds a late boat', 'damaged'],
  ['HTML', '<!DOCTYPE html><p>Ferry</p>', 'damaged'],
  ['a Word document', Buffer.from('PK\u0003\u0004word/document.xml'), 'damaged'],
  ['git conflict marks', `<<<<<<< ours\n${text}=======\n${text}>>>>>>> theirs\n`, 'damaged'],
  ['null', 'null', 'foreign'],
  ['a number', '42', 'foreign'],
  ['a string', '"story"', 'foreign'],
  ['a list', '[]', 'foreign'],
  ['an empty object', '{}', 'foreign'],
  ['a package.json', '{"name": "x", "version": "1.0.0"}', 'foreign'],
  ['a version that is text', json({ schemaVersion: '1' }), 'foreign'],
  ['version 0', json({ schemaVersion: 0 }), 'foreign'],
  ['version 2', json({ schemaVersion: 2 }), 'newer'],
  [
    'version 99 with a body from the future',
    json({ schemaVersion: 99, minReader: 98, body: { blocks: [] } }),
    'newer',
  ],
  ['an unknown node', json({ body: doc({ type: 'hologram' }) }), 'unknown-content'],
  [
    'an unknown mark',
    json({
      body: doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'glow' }] }] }),
    }),
    'unknown-content',
  ],
  [
    'an unknown attribute',
    json({ body: doc({ type: 'paragraph', attrs: { glow: true } }) }),
    'unknown-content',
  ],
  [
    'an unknown attribute of a mark',
    json({
      body: doc({
        type: 'paragraph',
        content: [{ type: 'text', text: 'x', marks: [{ type: 'strong', attrs: { glow: 1 } }] }],
      }),
    }),
    'unknown-content',
  ],
  ['an unknown key of a node', json({ body: doc({ type: 'paragraph', comments: [] }) }), 'unknown-content'],
  ['no body', json({ body: undefined }), 'damaged'],
  ['a body of text', json({ body: 'story' }), 'unknown-content'],
  [
    'a body without header fields',
    json({ body: { type: 'doc', content: [{ type: 'paragraph' }] } }),
    'damaged',
  ],
  ['a body that is a paragraph', json({ body: { type: 'paragraph' } }), 'damaged'],
  ['an empty body', json({ body: { type: 'doc' } }), 'damaged'],
  [
    'empty text',
    json({ body: doc({ type: 'paragraph', content: [{ type: 'text', text: '' }] }) }),
    'damaged',
  ],
  ['a heading of level 9', json({ body: doc({ type: 'heading', attrs: { level: 9 } }) }), 'damaged'],
  [
    'a link that runs script',
    json({ body: doc({ type: 'relatedLink', attrs: { href: 'javascript:alert(1)' } }) }),
    'damaged',
  ],
  [
    'a picture that runs script',
    json({
      body: doc({
        type: 'figure',
        attrs: { src: 'javascript:alert(1)' },
        content: [{ type: 'caption' }, { type: 'credit' }],
      }),
    }),
    'damaged',
  ],
  ['no id', json({ id: undefined }), 'damaged'],
  ['an id that is a path', json({ id: '../../../../etc/passwd' }), 'damaged'],
  ['a rev of one half', json({ rev: 0.5 }), 'damaged'],
  ['a date that is none', json({ created: 'yesterday' }), 'damaged'],
  ['a canonical address that runs script', json({ canonical: 'javascript:alert(1)' }), 'damaged'],
  ['another text than its checksum says', text.replace('late', 'last').replace('later', 'lately'), 'damaged'],
  ['JSON 100,000 deep', nested(100_000), 'foreign'],
  ['a body 300 deep', quotes(300), 'damaged'],
  ['a body 50,000 deep', quotes(50_000), 'damaged'],
];

async function libraryWith(files: readonly (readonly [string, Uint8Array | string])[]) {
  const ports = testPorts();
  const root = temporaryFolder();
  const { articles } = await createLibrary(root, ports);
  await articles.create(good);
  for (const [name, content] of files) writeFileSync(join(root, name), content);
  return { articles, root };
}

describe('a damaged file', () => {
  it.each(cases)('%s: is listed with its reason and left as it is', async (_, content, code) => {
    const { articles, root } = await libraryWith([['bad.copydesk', content]]);
    const entries = await articles.list();
    expect(entries.find(({ file }) => file === 'bad.copydesk')?.problem).toMatchObject({
      code: expect.stringMatching(new RegExp(`^(?:${code}|conflict)$`)),
      message: expect.stringMatching(/\w{3}/),
    });
    expect(entries.find(({ id, file }) => id === good.id && file !== 'bad.copydesk')?.problem).toBeNull();
    const opened = await articles.open('bad.copydesk').catch((error: unknown) => error);
    const reason = opened instanceof Error ? opened : (opened as { readOnly: unknown }).readOnly; // one of the two
    expect(reason).toMatchObject({ code });
    await expect(articles.open(good.id)).resolves.toMatchObject({ readOnly: null });
    expect(readFileSync(join(root, 'bad.copydesk'))).toEqual(Buffer.from(content));
    expect(readdirSync(root)).toHaveLength(4);
  });

  it('sixty of them hide neither each other nor the sound one', async () => {
    const files = cases.map(([, content], index) => [`bad-${index}.copydesk`, content] as const);
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const { articles } = await libraryWith(files);
    const entries = await articles.list();
    expect(entries).toHaveLength(files.length + 1);
    expect(entries.filter(({ problem }) => problem === null)).toHaveLength(1);
  });

  it('a newer or unknown article is still recognised by its headline', async () => {
    const { articles } = await libraryWith([
      [
        'newer.copydesk',
        text.replace('"schemaVersion": 1', '"schemaVersion": 7').replaceAll(good.id, 'b'.repeat(32)),
      ],
      ['glow.copydesk', text.replace('"paragraph"', '"hologram"').replaceAll(good.id, 'c'.repeat(32))],
    ]);
    const entries = await articles.list();
    expect(entries.map(({ id, title, problem }) => [id?.[0], title, problem?.code])).toEqual(
      expect.arrayContaining([
        ['b', 'A sound story', 'newer'],
        ['c', 'A sound story', 'unknown-content'],
      ]),
    );
  });
});

it('lists links, folders and pipes that have an article’s name, and reads none of them', async () => {
  const { articles, root } = await libraryWith([]);
  symlinkSync('/etc/hostname', join(root, 'link.copydesk'));
  symlinkSync('nowhere', join(root, 'dangling.copydesk'));
  symlinkSync('loop.copydesk', join(root, 'loop.copydesk'));
  mkdirSync(join(root, 'folder.copydesk'));
  const refused = (await articles.list()).filter(({ problem }) => problem?.code === 'refused');
  expect(refused.map(({ file }) => file).toSorted()).toEqual([
    'dangling.copydesk',
    'folder.copydesk',
    'link.copydesk',
    'loop.copydesk',
  ]);
  for (const { file } of refused)
    await expect(articles.open(file)).rejects.toMatchObject({ code: 'refused' });
});

it('leaves out what is not an article: notes, pictures, hidden and temporary files', async () => {
  const { articles } = await libraryWith([
    ['notes.txt', 'x'],
    ['.hidden.copydesk', 'x'],
    [`.${good.id}.0123456789ab.tmp`, 'x'],
  ]);
  expect(await articles.list()).toHaveLength(1);
});

it('lists two files of one article as its versions, the sound and newest one to open', async () => {
  const { articles } = await libraryWith([['copy.copydesk', text.replace('"rev": 0', '"rev": 9')]]);
  const entries = await articles.list();
  const versions = ['copy.copydesk', `a-sound-story-${good.id}.copydesk`];
  expect(entries.map((entry) => entry.versions)).toEqual([versions, versions]);
  expect(entries.map(({ file, problem }) => [file === 'copy.copydesk', problem?.code])).toEqual(
    expect.arrayContaining([
      [true, undefined],
      [false, 'conflict'],
    ]),
  );
  expect((await articles.open(good.id)).file).toBe('copy.copydesk');
  expect((await articles.open(versions[1] ?? '')).article.rev).toBe(1);
});
