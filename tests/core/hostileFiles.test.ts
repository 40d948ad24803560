import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { importFile } from '../../electron/core/importing/importFile.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { openSettings } from '../../electron/core/settingsStore.ts';
import { articleToJson, newArticle } from '../../shared/article/article.ts';
import { formats } from '../../shared/formats/index.ts';
import { defaultSettings, settingsSchema } from '../../shared/ipc/settings.ts';
import { activeInPage, isUnpolluted, unsafeInBody } from '../support/activeContent.ts';
import { goldenTheme as theme } from '../support/articleFixtures.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { forgedBlocks, pollutedMembers, pollutedSettings, vectors } from '../support/vectors/index.ts';

const given = { id: 'a'.repeat(32), created: '2026-05-04T06:30:00Z', language: 'en' };
const fields = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'];

interface Json {
  readonly [key: string]: unknown;
}

const stored = (blocks: readonly Json[], more: Json = {}): Json => ({
  ...articleToJson(newArticle(given)),
  ...more,
  body: { type: 'doc', content: [...fields.map((type) => ({ type })), ...blocks] },
});
const paragraph: Json = { type: 'paragraph', content: [{ type: 'text', text: 'The ferry left.' }] };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => importFile('Ferry.copydesk', bytesOf(text), given);

afterEach(() => expect(isUnpolluted()).toBe(true));

describe('a stored article', () => {
  test.each(forgedBlocks)('with a block that no article can hold is refused by name: %j', async (block) => {
    await expect(read(JSON.stringify(stored([block])))).rejects.toThrow(/“Ferry\.copydesk”.*untouched/u);
  });

  test.each(pollutedMembers)('changes no prototype, its own included: {%s}', async (members) => {
    const text = JSON.stringify(stored([paragraph])).replace('{', () => `{${members},`);
    const article = await read(text).then(
      (file) => file.article,
      (error: unknown) => {
        expect(String(error)).toMatch(/“Ferry\.copydesk”.*untouched/u);
        return null;
      },
    );
    expect(isUnpolluted()).toBe(true);
    if (article === null) return;
    expect(Object.getPrototypeOf(article)).toBe(Object.prototype);
    expect(Object.getPrototypeOf(Object(article.headlines))).toBe(Object.prototype);
    expect('polluted' in article).toBe(Object.hasOwn(article, 'polluted'));
    expect(Object.getPrototypeOf(structuredClone(articleToJson(article)))).toBe(Object.prototype);
    for (const format of formats) expect(format.render(article, { theme })).toContain('The ferry left.');
  });

  test.each(vectors)('$name in every text of it is shown as text', async ({ text }) => {
    const body = [
      { type: 'paragraph', content: [{ type: 'text', text }] },
      {
        type: 'pullQuote',
        content: [{ type: 'pullQuoteText', content: [{ type: 'text', text }] }, { type: 'attribution' }],
      },
    ];
    const more = {
      slug: text,
      keywords: [text],
      edNote: text,
      headlines: { seo: text },
      rights: { holder: text },
      section: text,
    };
    const { article } = await read(JSON.stringify(stored(body, more)));
    expect(unsafeInBody(article.body)).toEqual([]);
    for (const format of formats.filter(({ extension }) => extension === 'html'))
      expect([format.id, ...activeInPage(format.render(article, { theme }))]).toEqual([format.id]);
  });

  test.each([
    ['100,000 brackets', '['.repeat(100_000)],
    ['100,000 objects', '{"a":'.repeat(100_000)],
    ['100,000 closed brackets', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['a text', '"article"'],
    ['null', 'null'],
    ['a list', '[{}]'],
    ['a body that is a list', JSON.stringify({ ...stored([]), body: [] })],
    ['a body that is a text', JSON.stringify({ ...stored([]), body: '<script>alert(1)</script>' })],
    ['content that is a text', JSON.stringify({ ...stored([]), body: { type: 'doc', content: 'x' } })],
    [
      'content that is an object',
      JSON.stringify({ ...stored([]), body: { type: 'doc', content: { 0: paragraph, length: 1 } } }),
    ],
    ['a node that is a number', JSON.stringify({ ...stored([]), body: { type: 'doc', content: [7] } })],
    ['a node called constructor', JSON.stringify(stored([{ type: 'constructor' }]))],
    ['a node called __proto__', JSON.stringify(stored([{ type: '__proto__' }]))],
    [
      'a mark called toString',
      JSON.stringify(
        stored([
          { type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'toString' }] }] },
        ]),
      ),
    ],
    ['a version that is a text', JSON.stringify({ ...stored([paragraph]), schemaVersion: '1' })],
    [
      'an id that leads out of the library',
      JSON.stringify({ ...stored([paragraph]), id: '../../../etc/passwd' }),
    ],
    ['a language with markup', JSON.stringify({ ...stored([paragraph]), language: 'en"><script>' })],
    [
      'an address of its own that runs',
      JSON.stringify({ ...stored([paragraph]), canonical: 'javascript:alert(1)' }),
    ],
    ['a time that is none', JSON.stringify({ ...stored([paragraph]), embargo: 'soon' })],
    ['keywords that are an object', JSON.stringify({ ...stored([paragraph]), keywords: { length: 1e9 } })],
  ])('that is %s is refused in a sentence that names the file', async (_name, text) => {
    await expect(read(text)).rejects.toThrow(/^“Ferry\.copydesk” .*(?:untouched)\.$/u);
  });

  test('with quotes within quotes, 10,000 deep, is refused and brings nothing down', async () => {
    const open = '{"type":"quote","content":['.repeat(10_000);
    const text = JSON.stringify(stored([{ type: 'HERE' }])).replace(
      '{"type":"HERE"}',
      `${open}{"type":"paragraph"}${']}'.repeat(10_000)}`,
    );
    await expect(read(text)).rejects.toThrow(/^“Ferry\.copydesk” .*untouched\.$/u);
  });
});

describe('a settings file', () => {
  const openWith = (content: string) => {
    const folder = temporaryFolder();
    const path = join(folder, 'settings.json');
    writeFileSync(path, content);
    const file = () => ({
      path,
      read: (): unknown =>
        readdirSync(folder).includes('settings.json') ? JSON.parse(readFileSync(path, 'utf8')) : {},
      write: () => undefined,
    });
    return { store: openSettings(file, path, new Date(0)), folder };
  };

  test.each(pollutedSettings.map((content) => [content.slice(0, 80), content]))(
    'with hostile keys and values gives settings that fit, and changes no prototype: %s',
    (_start, content) => {
      const { store, folder } = openWith(content);
      const settings = store.get();
      expect(isUnpolluted()).toBe(true);
      expect(settingsSchema.safeParse(settings).success).toBe(true);
      expect(Object.getPrototypeOf(settings)).toBe(Object.prototype);
      expect(Object.keys(settings).toSorted()).toEqual(Object.keys(defaultSettings).toSorted());
      // One that is no settings at all is kept beside, and the notice names it.
      if (!content.startsWith('[')) return;
      const [kept = ''] = readdirSync(folder);
      expect(kept).toContain('corrupt');
      expect(readFileSync(join(folder, kept), 'utf8')).toBe(content);
      expect(store.notice).toContain(kept);
    },
  );

  test.each(Object.keys(defaultSettings))('whose “%s” is of another type falls back there alone', (name) => {
    for (const value of [null, [null], { length: 1 }, 1e308, -1, '\0', true, '<script>']) {
      const { store } = openWith(JSON.stringify({ [name]: value }));
      expect(settingsSchema.safeParse(store.get()).success).toBe(true);
      const others = Object.entries(store.get()).filter(([key]) => key !== name);
      expect(others).toEqual(Object.entries(defaultSettings).filter(([key]) => key !== name));
    }
  });
});

test('a body that hides attributes and keys from the schema opens for reading only by its own rules', () => {
  const hiding = [
    { type: 'paragraph', attrs: { onclick: 'alert(1)' } },
    { type: 'paragraph', onload: 'alert(1)' },
  ];
  for (const block of hiding)
    expect(() => readArticle(bytesOf(JSON.stringify(stored([block]))))).toThrow(/does not know/u);
});
