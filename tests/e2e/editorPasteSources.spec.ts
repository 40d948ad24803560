import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { schema } from '../../shared/article/schema.ts';
import { outline } from '../support/pasted.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { article, block, expect, settled, test } from './harness/editorTest.ts';
import { paste } from './harness/paste.ts';

const folder = join(projectRoot, 'tests', 'fixtures', 'paste');
const fixture = (name: string): string => readFileSync(join(folder, name), 'utf8');
const story = article({ headline: 'Wall' }, block('paragraph', 'One.'), block('paragraph'));

type Sheet = Parameters<Parameters<typeof test>[2]>[0]['sheet'];

const pasteInBody = async (sheet: Sheet, html: string): Promise<readonly string[]> => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 6);
  const changes = await sheet.ask('changes');
  await paste(sheet.page, { html });
  await expect.poll(() => sheet.ask('changes')).toBeGreaterThan(changes);
  expect(await sheet.ask('valid')).toBe(true);
  return outline(schema.nodeFromJSON(await sheet.ask('body'))).slice(2);
};

test('a block quote that Word or Docs only indents stays a quote, and no word of it becomes the reporter’s own', async ({
  sheet,
}) => {
  expect(await pasteInBody(sheet, fixture('word-block-quote.html'))).toEqual([
    'The inquiry published its findings on Monday.',
    '> “The pumps were known to fail in 2019,” the report says.',
    '> “Nobody was told.”',
    'The water board declined to comment.',
  ]);
  await expect(sheet.page.locator('.tiptap blockquote')).toContainText('Nobody was told.');
  expect(await pasteInBody(sheet, fixture('docs-indent-quote.html'))).toEqual([
    'She wrote in her letter:',
    '> I have not been paid since 3 March.',
    '> Nor has anyone else.',
    'The firm denies it.',
  ]);
});

for (const name of readdirSync(folder).filter((file) => file.endsWith('.html')))
  test(`the clipboard of ${name} is read by the window as by the importers`, async ({ sheet }) => {
    const expected = JSON.parse(fixture(name.replace('.html', '.json'))) as {
      body: string[];
      receipt: string[];
    }; // our own
    expect(await pasteInBody(sheet, fixture(name))).toEqual(
      // The picture that came as data is in the library by now.
      expected.body.map((line) => (line === '{figure }' ? expect.stringMatching(/^\{figure/u) : line)),
    );
    const receipt = await sheet.ask('receipt');
    expect(receipt?.decisions.map(({ kind, what, text }) => `${kind} ${what}: ${text}`)).toEqual(
      expected.receipt,
    );
  });

test('a picture that came with the text as data becomes a picture of the library, with its alt text', async ({
  sheet,
}) => {
  await pasteInBody(sheet, fixture('picture-as-data.html'));
  await expect(sheet.page.locator('.tiptap figure img')).toBeVisible();
  const json = JSON.stringify(await sheet.ask('body'));
  expect(json).toMatch(/"src":"media\/0+\.png","alt":"A red dot"/);
  expect(json).not.toContain('data:');
  await sheet.page.keyboard.press('ControlOrMeta+z');
  await expect(sheet.page.locator('.tiptap figure')).toHaveCount(0);
});

test('nothing that is pasted is fetched', async ({ sheet }) => {
  const asked: string[] = [];
  sheet.page.on('request', (request) => asked.push(request.url()));
  await pasteInBody(
    sheet,
    `<p>Text <img src="http://sink.test/a.png"><img src="//sink.test/b.png" srcset="http://sink.test/c.png 2x"></p>
     <div style="background:url(http://sink.test/d.png)">Box</div><link rel=stylesheet href="http://sink.test/e.css">
     <style>@import 'http://sink.test/f.css'; p { background: url(http://sink.test/g.png) }</style>
     <video poster="http://sink.test/h.png" src="http://sink.test/i.mp4"></video><iframe src="http://sink.test/j"></iframe>
     <svg><image href="http://sink.test/k.png"/></svg><object data="http://sink.test/l"></object>
     <table background="http://sink.test/m.png"><tr><td>1</td><td>2</td></tr></table>`,
  );
  await settled(sheet.page);
  await sheet.page.waitForLoadState('networkidle');
  expect(asked.filter((url) => url.includes('sink.test') && !url.endsWith('/a.png'))).toEqual([]);
  expect(asked.filter((url) => url.endsWith('/a.png'))).toEqual([]);
});

test('what a paste removed can be put back, the paste be undone alone, and be made as it was', async ({
  sheet,
}) => {
  await pasteInBody(sheet, fixture('word-comments.html'));
  expect(await sheet.ask('putBack')).toBe(true);
  expect((await sheet.lines()).at(-1)).toContain('“about 800”');
  await sheet.page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => (await sheet.lines()).join()).not.toContain('about 800');

  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 6);
  await sheet.page.keyboard.type('Typed before. ');
  await paste(sheet.page, { html: fixture('word-block-quote.html'), text: 'The plain\n\ntext.' });
  await expect(sheet.page.locator('.tiptap blockquote')).toHaveCount(1);
  expect(await sheet.ask('asItWas')).toBe(true);
  expect((await sheet.lines()).slice(2)).toEqual(['paragraph: Typed before. The plain', 'paragraph: text.']);
  await sheet.page.keyboard.type('!');
  expect(await sheet.ask('asItWas')).toBe(false);

  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 6);
  await sheet.page.keyboard.type('Kept.');
  await paste(sheet.page, { html: fixture('docs-lists.html') });
  expect(await sheet.ask('undoPaste')).toBe(true);
  expect((await sheet.lines()).slice(2)).toEqual(['paragraph: Kept.']);
});

test('a paste of which nothing can stand here changes nothing, not even what is selected, and says why', async ({
  sheet,
}) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await sheet.page.keyboard.press('Shift+End');
  await settled(sheet.page);
  await paste(sheet.page, {
    html: '<p style="display:none">Embargo until 6 May</p><img src="file:///tmp/a.png" alt="Map">',
  });
  expect(await sheet.lines()).toEqual(['headline: Wall', 'paragraph: One.', 'paragraph: ']);
  expect((await sheet.ask('receipt'))?.decisions.map(({ text }) => text)).toEqual([
    'Embargo until 6 May',
    'Map',
  ]);
  expect(await sheet.ask('asItWas')).toBe(false);
});

test('a header field takes a paste in one line, and its receipt still says what was left out', async ({
  sheet,
}) => {
  await sheet.open();
  await paste(sheet.page, { html: fixture('word-smart-tags.html') });
  expect(await sheet.lines()).toEqual([
    'headline: Leeds, 4 May: the Ouseburn flooded. It had rained for three days.',
    'paragraph: ',
  ]);
  expect((await sheet.ask('receipt'))?.decisions.map(({ what }) => what)).toEqual(['Hidden text']);
});

test('a paste over everything that is selected takes its place, the fields kept apart', async ({ sheet }) => {
  await sheet.open({ body: article({ headline: 'Wall' }, block('paragraph', '')) });
  await sheet.page.keyboard.press('ControlOrMeta+a');
  await sheet.page.keyboard.press('ControlOrMeta+a');
  await settled(sheet.page);
  await paste(sheet.page, { html: '<p>LONDON, May 4 - One.</p><p>Two.</p>' });
  await expect.poll(async () => (await sheet.lines()).join(' ')).toContain('One.');
  expect(await sheet.ask('valid')).toBe(true);
});

const corpus = join(dirname(projectRoot), 'shared', 'corpora', 'paste-from-office');
test('real clipboards of Word and Docs are pasted as lists, tables and headings', async ({ sheet }) => {
  test.skip(
    !existsSync(corpus),
    'the test data ../shared/corpora/paste-from-office are not beside the project',
  );
  const real = (name: string): string => readFileSync(join(corpus, name), 'utf8');
  expect(await pasteInBody(sheet, real('list/simple/input.word2016.html'))).toEqual([
    '1. Item1',
    '2. Item 2',
  ]);
  expect(await pasteInBody(sheet, real('list/heading1/input.word2016.html'))).toEqual([
    'h2 1. H1 1',
    'h2 2. H1 2',
  ]);
  expect((await pasteInBody(sheet, real('table/tablecellproperties/input.html')))[0]).toBe(
    '# Project Phase # Deadline # Status',
  );
  expect(
    await pasteInBody(sheet, real('paste-from-google-docs/lists/repeatedly-nested-list/input.html')),
  ).toEqual(['1. A1', '  1. B8', '  2. C3', '    1. D4', '  3. E2']);
});
