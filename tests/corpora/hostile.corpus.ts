import { describe, expect, it } from 'vitest';
import { createImportRoad, roadLimits } from '../../electron/core/importing/importRoad.ts';
import { messageOf } from '../../shared/error.ts';
import { html } from '../../shared/importing/html.ts';
import type { Importer } from '../../shared/importing/importer.ts';
import { markdown } from '../../shared/importing/markdown.ts';
import { docxOf, paragraph } from '../support/docxFile.ts';
import { importWorker } from '../support/importWorker.ts';
import { heavyHtml, heavyMarkdown, type HeavyText } from '../support/vectors/heavy.ts';
import { writeReport } from './report.ts';

/** Milliseconds of this thread's own processor time: other work on the machine is not counted. */
const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

function cost(importer: Importer, text: string): { readonly ms: number; readonly end: string } {
  const start = spent();
  let end = 'read';
  try {
    const { receipt } = importer.run({ name: `heavy.${importer.id}`, text });
    if (receipt.decisions.some(({ what }) => what.includes('read as plain text'))) end = 'plain text';
  } catch (error) {
    end = messageOf(error);
  }
  return { ms: Math.round(spent() - start), end };
}

// The largest length that is still read closely costs the most: halved until one is.
function dearest(importer: Importer, { of }: HeavyText): { readonly length: number; readonly ms: number } {
  let length = 1_000_000;
  let most = { length, ms: 0 };
  for (; length > 1000; length = Math.floor(length * 0.5)) {
    const { ms, end } = cost(importer, of(length));
    if (ms > most.ms) most = { length, ms };
    if (end === 'read') break;
  }
  return most;
}

describe.each([
  ['markdown', markdown, heavyMarkdown],
  ['html', html, heavyHtml],
] as const)('hostile %s of a megabyte and less', (id, importer, texts) => {
  // The report says what each cost; what fails is one that the road's clock would end (a text that is read is never ended).
  it('is read, read as plain text or refused, none at a cost that the road would end', () => {
    const rows = texts.map((text) => ({ name: text.name, ...dearest(importer, text) }));
    writeReport(
      `hostile-${id}`,
      ['text', 'characters', 'ms'],
      rows.map(({ name, length, ms }) => [name, String(length), String(ms)]),
    );
    console.log(`${id}: dearest ${JSON.stringify(rows.toSorted((a, b) => b.ms - a.ms).slice(0, 5))}`);
    expect(rows.filter(({ ms }) => ms > roadLimits.time)).toEqual([]);
  });
});

describe('hungry files', () => {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const defaults = { id: 'a'.repeat(32), created: '2026-05-04T06:30:00.000Z', language: 'en' };
  const words = 'A word and another, long enough.';
  const files: readonly (readonly [name: string, make: () => Uint8Array])[] = [
    ['one.html', () => bytes(`<p>${`${words} `.repeat(700_000)}`)],
    ['many.html', () => bytes('<b>x</b>'.repeat(3_000_000))],
    ['paragraphs.md', () => bytes(`${words}\n\n`.repeat(230_000))],
    ['paragraphs.docx', () => docxOf(paragraph(words).repeat(330_000))],
    ['numbers.copydesk', () => bytes(`{"a":[${'1,'.repeat(13_000_000)}1]}`)],
  ];

  it.each(files)('%s takes at most 300 MB beside what was taken before (X5)', async (name, make) => {
    // The heap's limit, not the clock, is what is measured: a slow machine gets its time.
    const road = createImportRoad(importWorker, { time: 60_000, memory: 192 });
    await road.read('first.txt', bytes('Words'), defaults);
    const file = make();
    const before = process.memoryUsage.rss();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
    const end = await road.read(name, file, defaults).then(() => 'read', messageOf);
    clearInterval(watch);
    road.stop();
    console.log(`${name}: +${String(Math.round((most - before) / 1e6))} MB, ${end}`);
    expect(most - before).toBeLessThan(300_000_000);
  });
});
