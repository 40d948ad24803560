import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFile, type ImportedFile } from '../../../electron/core/importing/importFile.ts';
import { withPicturesBeside } from '../../../electron/core/importing/takePictures.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { hashOf } from '../../../electron/core/serialise.ts';
import { png } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const defaults = { id: 'a'.repeat(32), created: '2026-01-03T06:30:00Z', language: 'en' };
const words =
  '<p>The boat left the northern quay at dawn with crew and passengers aboard, and it was full.</p>';
const figure = (src: string, caption = 'At dawn'): string =>
  `<figure><img src="${src}" alt="A boat"><figcaption>${caption} <span class="credit">Ada Quill</span></figcaption></figure>`;
const page = (...figures: readonly string[]): string =>
  `<!doctype html><title>Night ferry</title><article><h1>Night ferry</h1>${words.repeat(4)}${figures.join(words)}${words}</article>`;
const data = (bytes: Uint8Array, type = 'image/png'): string =>
  `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;

const read = (text: string, name = 'page.html'): Promise<ImportedFile> =>
  importFile(name, new TextEncoder().encode(text), defaults);
const figures = ({ article }: ImportedFile) =>
  article.body.children.filter(({ type }) => type.name === 'figure');
const doubts = ({ receipt }: ImportedFile): string =>
  (receipt?.decisions ?? [])
    .filter(({ kind }) => kind === 'doubted')
    .map(({ what, text }) => `${what}: ${text}`)
    .join('\n');

/** A page in a folder, with the files of the folder that was saved with it. */
async function savedPage(text: string, files: Readonly<Record<string, Uint8Array>>): Promise<ImportedFile> {
  const home = temporaryFolder();
  mkdirSync(join(home, 'page_files'));
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(home, name), bytes);
  return withPicturesBeside(await read(text), nodePorts.files, join(home, 'page.html'));
}

describe('a picture inside a page', () => {
  it('is taken in with its size, its figure keeps caption and credit', async () => {
    const bytes = png(40, 30);
    const made = await read(page(figure(data(bytes))));
    const src = `media/${hashOf(bytes)}.png`;
    expect(figures(made).map(String)).toEqual(['figure(caption("At dawn"), credit("Ada Quill"))']);
    expect(figures(made)[0]?.attrs).toMatchObject({ src, alt: 'A boat', width: 40, height: 30 });
    expect(made.pictures).toEqual([{ src, bytes }]);
    expect(made.receipt?.counts).toMatchObject({ before: { images: 1 }, after: { images: 1 } });
    expect(doubts(made)).not.toContain('picture');
  });

  it('is taken in from Markdown, too, and its data are no words of the source', async () => {
    const bytes = png(40, 30);
    const made = await read(`# Night ferry\n\nWords.\n\n![A boat](${data(bytes)})\n`, 'ferry.md');
    expect(figures(made)[0]?.attrs).toMatchObject({ src: `media/${hashOf(bytes)}.png`, alt: 'A boat' });
    expect(made.receipt?.plain).not.toContain(Buffer.from(bytes).toString('base64').slice(-20));
    expect(made.receipt?.counts?.before.images).toBe(1);
  });

  it('is judged by its bytes, not by what it says it is; its caption stays, and the reason is told', async () => {
    const made = await read(page(figure(data(new TextEncoder().encode('<svg onload="alert(1)"/>')))));
    expect(figures(made)[0]?.attrs['src']).toBe('');
    expect(String(figures(made)[0])).toContain('At dawn');
    expect(doubts(made)).toContain('a picture was not taken: SVG is not taken');
    expect(made.receipt?.counts).toMatchObject({ before: { images: 1 }, after: { images: 0 } });
    expect(made.pictures).toEqual([]);
  });

  it('is not taken where it only keeps the place of one on the web', async () => {
    const lazy = `<figure><img src="${data(png(1, 1))}" data-src="https://post.example/boat.jpg" alt="A boat"><figcaption>At dawn</figcaption></figure>`;
    const made = await read(page(lazy));
    expect(figures(made)[0]?.attrs['src']).toBe('https://post.example/boat.jpg');
    const dot = await read(page(figure(data(png(1, 1)))));
    expect(figures(dot)[0]?.attrs['src']).toBe('');
    expect(doubts(dot)).toContain('1 × 1 pixels');
  });
});

describe('a picture in the folder saved with a page', () => {
  it('is taken in with its size, its figure keeps caption and credit', async () => {
    const bytes = png(60, 20);
    const made = await savedPage(page(figure('./page_files/a%20boat.png')), {
      'page_files/a boat.png': bytes,
    });
    expect(figures(made)[0]?.attrs).toMatchObject({
      src: `media/${hashOf(bytes)}.png`,
      width: 60,
      height: 20,
    });
    expect(figures(made).map(String)).toEqual(['figure(caption("At dawn"), credit("Ada Quill"))']);
    expect(made.pictures.map(({ src, bytes: taken }) => [src, hashOf(taken)])).toEqual([
      [`media/${hashOf(bytes)}.png`, hashOf(bytes)],
    ]);
    expect(made.held).toEqual([]);
  });

  it('is told where it is missing or none, and the others come in', async () => {
    const made = await savedPage(
      page(figure('page_files/gone.png'), figure('page_files/text.png'), figure('page_files/boat.png')),
      { 'page_files/text.png': new TextEncoder().encode('words'), 'page_files/boat.png': png(9, 9) },
    );
    expect(figures(made).map(({ attrs }) => attrs['src'] !== '')).toEqual([false, false, true]);
    expect(doubts(made)).toContain(
      'It is not in the folder that was saved with the page: page_files/gone.png',
    );
    expect(doubts(made)).toContain('page_files/text.png');
  });

  it('is never reached by a link, nor the folder itself', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'page_files'));
    mkdirSync(join(home, 'private'));
    writeFileSync(join(home, 'private', 'photo.png'), png(9, 9));
    symlinkSync(join(home, 'private', 'photo.png'), join(home, 'page_files', 'file.png'));
    symlinkSync(join(home, 'private'), join(home, 'page_files', 'folder'));
    symlinkSync(join(home, 'private'), join(home, 'link_files'));
    const linked = page(figure('page_files/file.png'), figure('page_files/folder/photo.png'));
    const one = await withPicturesBeside(await read(linked), nodePorts.files, join(home, 'page.html'));
    expect(one.pictures).toEqual([]);
    const other = await read(page(figure('link_files/photo.png')), 'link.html');
    const two = await withPicturesBeside(other, nodePorts.files, join(home, 'link.html'));
    expect(two.pictures).toEqual([]);
    expect(doubts(two)).toContain('It is not in the folder that was saved with the page');
  });

  it('is told of a page that was dropped, whose folder nobody knows', async () => {
    const made = await withPicturesBeside(
      await read(page(figure('page_files/boat.png'))),
      nodePorts.files,
      null,
    );
    expect(figures(made)[0]?.attrs['src']).toBe('');
    expect(doubts(made)).toContain('page_files/boat.png');
  });
});
