import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { schema } from '../../shared/article/schema.ts';
import type { Format } from '../../shared/formats/format.ts';
import { formats } from '../../shared/formats/index.ts';
import { exportArticle } from '../../electron/core/exportArticle.ts';
import { exportName, safeName } from '../../electron/core/exportName.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { png } from '../support/pictures.ts';
import { someArticle } from '../support/someArticle.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const theme = { id: 'plain', css: 'p { margin: 0 }' };

async function setUp() {
  const ports = testPorts();
  const { media } = await createLibrary(temporaryFolder(), ports);
  const { src, width, height } = await media.add(png(3, 2));
  const plain = someArticle();
  const figure = schema.node('figure', { src, alt: 'Grey', width, height }, [
    schema.node('caption'),
    schema.node('credit'),
  ]);
  const article = { ...plain, body: plain.body.copy(plain.body.content.addToEnd(figure)) };
  const folder = temporaryFolder();
  const run = (format: Format, more: Partial<Parameters<typeof exportArticle>[1]> = {}) =>
    exportArticle(ports, {
      article,
      format,
      settings: { theme },
      target: join(folder, `story.${format.extension}`),
      readMedia: media.read,
      ...more,
    });
  return { ports, article, folder, src, run };
}

const [html] = formats;
if (html === undefined) throw new Error('there is no format');

it.each(formats.map((format) => [format.id, format] as const))(
  '%s: writes what the format renders, and the picture it names beside it',
  async (_, format) => {
    const { article, folder, src, run } = await setUp();
    const made = await run(format);
    const text = format.render(article, { theme });
    expect(readFileSync(made.path, 'utf8')).toBe(text);
    expect(made).toMatchObject({ bytes: Buffer.byteLength(text), warnings: [] });
    expect(made.media).toEqual(text.includes(src) ? [join(folder, src)] : []);
    for (const picture of made.media) expect(readFileSync(picture)).toEqual(Buffer.from(png(3, 2)));
  },
);

it('tells its progress, file by file', async () => {
  const { run, src } = await setUp();
  const steps: unknown[] = [];
  await run(html, { progress: (...step) => steps.push(step) });
  expect(steps).toEqual([
    [0, 2, 'story.html'],
    [1, 2, basename(src)],
  ]);
});

it('names a picture that is missing or unreadable, and exports all the same', async () => {
  const { run, src } = await setUp();
  const missing = await run(html, { readMedia: () => Promise.resolve(null) });
  expect(missing).toMatchObject({ media: [], warnings: [expect.stringContaining(src)] });
  const broken = await run(html, { readMedia: () => Promise.reject(new Error('the disk is broken')) });
  expect(broken.warnings).toEqual([expect.stringContaining('the disk is broken')]);
});

it('on a full disk the page that was there stays', async () => {
  const { ports, folder, run } = await setUp();
  writeFileSync(join(folder, 'story.html'), 'the page of yesterday');
  ports.faulty.inject({ call: 'write', fault: 'ENOSPC' });
  await expect(run(html)).rejects.toMatchObject({
    code: 'disk-full',
    message: expect.stringContaining('story.html'),
  });
  expect(readFileSync(join(folder, 'story.html'), 'utf8')).toBe('the page of yesterday');
  expect(readdirSync(folder)).toEqual(['story.html']);
});

it('says when it cannot write there', async () => {
  const { folder, run } = await setUp();
  mkdirSync(join(folder, 'story.html'));
  await expect(run(html)).rejects.toMatchObject({ code: 'refused' });
  await expect(run(html, { target: join(folder, 'none', 'story.html') })).rejects.toMatchObject({
    code: 'not-found',
  });
});

it('a link that a person made stays a link', async () => {
  const { folder, run } = await setUp();
  const real = join(temporaryFolder(), 'page.html');
  writeFileSync(real, 'old');
  symlinkSync(real, join(folder, 'story.html'));
  await run(html);
  expect(readlinkSync(join(folder, 'story.html'))).toBe(real);
  expect(readFileSync(real, 'utf8')).toContain('Ferry adds a late boat');
});

describe('the name of an export', () => {
  const name = (headline: string, slug?: string) =>
    exportName(
      { ...someArticle({ headline }), ...(slug === undefined ? {} : { slug }) },
      { extension: 'html' },
    );

  it.each([
    ['Ferry adds a late boat', 'ferry-adds-a-late-boat.html'],
    ['Überraschung: 50 % / 60 %?', 'uberraschung-50-60.html'],
    ['नौका देर से', 'नौका-देर-से.html'],
    ['..', 'linden-quay.html'],
    ['CON', 'article-con.html'],
    ['AUX: the story', 'aux-the-story.html'],
    ['\u202Egnp.exe', 'gnp-exe.html'],
  ])('of “%s” is %s', (headline, expected) => {
    if (headline === '..') expect(name(headline)).toMatch(/^[^.].*\.html$/);
    else expect(name(headline)).toBe(expected);
  });

  it('is the slug where there is one, made safe', () => {
    expect(name('Ferry', 'late-boat')).toBe('late-boat.html');
    expect(name('Ferry', '../../etc/passwd')).toBe('etc-passwd.html');
    expect(name('Ferry', '   ')).toBe('ferry.html');
  });

  it('is never empty, hidden, reserved, or longer than every system takes', () => {
    const texts = [
      '',
      '.',
      '...',
      '/',
      '\\',
      'nul',
      'COM1.txt',
      'a.',
      'a ',
      '-rf',
      '\0',
      '\u200B',
      '🙂'.repeat(90),
    ];
    for (const text of [...texts, 'क्षि'.repeat(80), 'x'.repeat(500), 'a:b|c?d*e<f>g"h']) {
      const made = name(text, text);
      expect(made).toMatch(/^[^.\-\s/\\:|?*<>"\u0000-\u001f][^/\\:|?*<>"\u0000-\u001f]*\.html$/u);
      expect(made).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\./i);
      expect(new TextEncoder().encode(made).length).toBeLessThanOrEqual(128);
      expect(made.isWellFormed()).toBe(true);
    }
    expect(safeName('x'.repeat(500))).toHaveLength(120);
  });
});
