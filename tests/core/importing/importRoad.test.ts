import { afterAll, describe, expect, it } from 'vitest';
import { importEndings, importKinds } from '../../../shared/importing/kinds.ts';
import { fileImporters } from '../../../electron/core/importing/fileImporter.ts';
import { createImportRoad } from '../../../electron/core/importing/importRoad.ts';
import { plainText } from '../../../shared/article/text.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { importWorker } from '../../support/importWorker.ts';
import { someArticle } from '../../support/someArticle.ts';

const defaults = { id: 'a'.repeat(32), created: '2026-05-04T06:30:00.000Z', language: 'en' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const road = createImportRoad(importWorker);
const short = createImportRoad(importWorker, { time: 1, memory: 300 });
const small = createImportRoad(importWorker, { time: 60_000, memory: 40 });

afterAll(() => [road, short, small].forEach(({ stop }) => stop()));

describe('the import road', () => {
  it('reads a file in another thread, and answers an article and its receipt', async () => {
    const read = await road.read('ferry.txt', bytes('Night ferry\n\nIt costs 12 “crowns”.\n'), defaults);
    expect(plainText(read.article.body)).toContain('It costs 12 “crowns”.');
    expect(read.receipt?.counts).toMatchObject({
      before: { words: 6, digits: 2, quotes: 2 },
      after: { words: 6, digits: 2, quotes: 2 },
    });
    expect(read.article.id).toBe(defaults.id);
  });

  it('reads an article of Copydesk as it is, without a receipt', async () => {
    const article = someArticle();
    const read = await road.read('one.copydesk', articleToBytes(article), defaults);
    expect(read.receipt).toBeNull();
    expect(read.article.id).toBe(article.id);
    expect(read.article.body.eq(article.body)).toBe(true);
  });

  it('ends a file that takes too long, says so, every time', async () => {
    const long = bytes('A word and another. '.repeat(400_000));
    await expect(short.read('long.md', long, defaults)).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^“long\.md” takes longer than .* It is untouched\.$/) as unknown,
    });
    await expect(short.read('long.md', long, defaults)).rejects.toMatchObject({ code: 'refused' });
  });

  it('ends a file that needs too much memory, says so, and reads the next', async () => {
    const hungry = bytes(`<p>${'<b>a</b> '.repeat(800_000)}</p>`);
    await expect(small.read('hungry.html', hungry, defaults)).rejects.toThrow(
      /^“hungry\.html” needs more memory/,
    );
    const next = await small.read('next.txt', bytes('Words'), defaults);
    expect(plainText(next.article.body)).toContain('Words');
  });

  it('is called off at once, and reads the next', async () => {
    const slow = road.read('slow.md', bytes('A word and another. '.repeat(400_000)), defaults);
    const called = expect(slow).rejects.toMatchObject({ code: 'cancelled' });
    // The first answer of this file has shown that the worker runs; its next turn reads the file.
    await new Promise((resolve) => setImmediate(resolve));
    road.stop();
    await called;
    const next = await road.read('next.txt', bytes('Words'), defaults);
    expect(plainText(next.article.body)).toContain('Words');
  });

  it('refuses what it does not read, and names the file', async () => {
    await expect(road.read('song.mp3', bytes('x'), defaults)).rejects.toThrow(
      /^“song\.mp3” was not read: Copydesk does not read files of this kind; it reads \.txt, /,
    );
    await expect(road.read('large.txt', new Uint8Array(30_000_001), defaults)).rejects.toMatchObject({
      code: 'too-large',
    });
  });

  it('refuses a text or a story that is larger than any, at once', async () => {
    await expect(road.read('large.md', new Uint8Array(8_000_001), defaults)).rejects.toThrow(
      /^“large\.md” was not read: it is larger than 8 MB/,
    );
    await expect(road.read('lines.txt', bytes('a.\n\n'.repeat(40_000)), defaults)).rejects.toThrow(
      /^“lines\.txt” was not read: it would become 80\d\d\d paragraphs .* It is untouched\.$/,
    );
  });

  it('offers the kinds of files that there are importers for', () => {
    const read = fileImporters.flatMap(({ extensions }) => extensions);
    expect(importEndings).toEqual([...read, 'copydesk']);
    expect(importKinds.slice(0, -1).map(({ label }) => label)).toEqual(
      fileImporters.map(({ label }) => label),
    );
  });
});
