import { article, block, expect, settled, test } from './harness/editorTest.ts';
import { paste } from './harness/paste.ts';

const story = article({ headline: 'Wall' }, block('paragraph', 'One.'), block('paragraph'));

const inBody = async (sheet: {
  open: (opening: { body: unknown }) => Promise<void>;
  ask: (name: 'focusBlock', index: number) => Promise<unknown>;
}): Promise<void> => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 6);
};

test('a header field takes the text of what is pasted, in one line', async ({ sheet }) => {
  await sheet.open();
  await paste(sheet.page, {
    html: '<h2>Two <b>bold</b></h2><p>lines</p><table><tr><td>cell</td></tr></table>',
  });
  expect(await sheet.lines()).toEqual(['headline: Two bold lines cell', 'paragraph: ']);
});

test('formatted text keeps its structure and loses everything else', async ({ sheet }) => {
  await inBody(sheet);
  await paste(sheet.page, {
    html: `<h1>Title</h1><p style="color:red" onclick="alert(1)">Plain <span style="font-weight:700">bold</span>
      <b style="font-weight:normal">not bold</b> <a href="javascript:alert(1)">bad</a> <a href="https://example.org">good</a></p>
      <script>alert(1)</script><iframe src="https://example.org"></iframe><ul><li>point</li></ul><form><input value="x"></form>`,
  });
  const json = JSON.stringify(await sheet.ask('body'));
  expect(json).not.toMatch(/javascript|alert|red|iframe/);
  await expect(sheet.page.locator('.tiptap strong')).toHaveText('bold');
  await expect(sheet.page.locator('.tiptap a')).toHaveText('good');
  expect((await sheet.lines()).slice(2)).toEqual([
    'heading: Title',
    'paragraph: Plain bold not bold bad good',
    'bulletList: point',
  ]);
  expect(await sheet.ask('valid')).toBe(true);
});

test('HTML that is pasted before its cleaner is there waits for it', async ({ sheet }) => {
  // Nothing is loaded in an idle moment: only what comes in asks for it.
  await sheet.page.evaluate(() => Object.assign(globalThis, { requestIdleCallback: () => 0 }));
  await sheet.ask('open', { body: story });
  await sheet.page.waitForFunction(() => document.activeElement?.classList.contains('tiptap'));
  await sheet.ask('focusBlock', 6);
  await paste(sheet.page, { html: '<p onclick="alert(1)">Come <b>early</b></p>', text: 'Come early' });
  await expect(sheet.page.locator('.tiptap strong')).toHaveText('early');
  expect((await sheet.lines()).slice(1)).toEqual(['paragraph: One.', 'paragraph: Come early']);
});

test('a forged slice cannot bring an address that a link would refuse', async ({ sheet }) => {
  await inBody(sheet);
  const context = JSON.stringify([
    'relatedLink',
    { label: 'x', href: 'javascript:alert(1)', articleId: '../../x' },
  ]);
  await paste(sheet.page, { html: `<p data-pm-slice='1 1 ${context}'>Text</p>` });
  const json = JSON.stringify(await sheet.ask('body'));
  expect(json).not.toContain('javascript');
  expect(json).not.toContain('../../x');
  expect(await sheet.ask('valid')).toBe(true);
});

test('plain text becomes paragraphs at its blank lines, and wrapped lines are joined', async ({ sheet }) => {
  await inBody(sheet);
  await paste(sheet.page, {
    text: 'This line was broken by a mail program, not by hand,\nand goes on here.\n\nShort\nlines\n\n\nEnd.',
  });
  expect((await sheet.lines()).slice(2)).toEqual([
    'paragraph: This line was broken by a mail program, not by hand, and goes on here.',
    'paragraph: Short|lines',
    'paragraph: End.',
  ]);
});

test('an address pasted on selected text links it', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  await sheet.page.keyboard.press('Shift+End');
  await settled(sheet.page);
  await paste(sheet.page, { text: 'https://example.org/a?b=c' });
  await expect(sheet.page.locator('.tiptap a')).toHaveAttribute('href', 'https://example.org/a?b=c');
  await expect(sheet.page.locator('.tiptap a')).toHaveText('One.');
});

test('a pasted picture becomes a figure, and a picture beside text is left out', async ({ sheet }) => {
  await inBody(sheet);
  await paste(sheet.page, { png: 'wall.png' });
  await expect(sheet.page.locator('.tiptap figure img')).toBeVisible();
  await expect.poll(() => sheet.ask('said')).toEqual(['Added picture wall.png']);
  await paste(sheet.page, { png: 'words.png', text: 'Only words', html: '<p>Only words</p>' });
  expect(await sheet.page.locator('.tiptap figure').count()).toBe(1);
});

test('a picture dropped between two blocks becomes a figure there', async ({ sheet }) => {
  await sheet.open({
    body: article({ headline: 'Wall' }, block('paragraph', 'One.'), block('paragraph', 'Two.')),
  });
  await sheet.page.evaluate(() => {
    const second = document.querySelectorAll('.tiptap > p:not([class])')[1];
    const box = second?.getBoundingClientRect();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([new Uint8Array([1])], 'wall.png', { type: 'image/png' }));
    second?.dispatchEvent(
      new DragEvent('drop', {
        dataTransfer,
        bubbles: true,
        cancelable: true,
        clientX: (box?.left ?? 0) + 5,
        clientY: (box?.top ?? 0) + 2,
      }),
    );
  });
  await expect(sheet.page.locator('.tiptap figure img')).toBeVisible();
  expect((await sheet.lines()).slice(1)).toEqual(['paragraph: One.', 'figure: ', 'paragraph: Two.']);
});

test('what is copied from the header and the body is pasted into the body as paragraphs', async ({
  sheet,
}) => {
  await inBody(sheet);
  const { keyboard } = sheet.page;
  await keyboard.press('ControlOrMeta+a');
  await keyboard.press('ControlOrMeta+c');
  await sheet.ask('focusBlock', 6);
  await keyboard.press('ControlOrMeta+v');
  await expect.poll(() => sheet.lines()).toContainEqual('paragraph: Wall');
  expect(await sheet.ask('valid')).toBe(true);
});

test('Ctrl+Shift+V pastes the text without its formatting', async ({ sheet }) => {
  await sheet.open({ body: story });
  await sheet.ask('focusBlock', 5);
  const { keyboard } = sheet.page;
  await keyboard.press('Shift+End');
  await settled(sheet.page);
  await keyboard.press('ControlOrMeta+b');
  await keyboard.press('ControlOrMeta+c');
  await keyboard.press('ControlOrMeta+End');
  await settled(sheet.page);
  await keyboard.press('ControlOrMeta+v');
  await expect(sheet.page.locator('.tiptap strong')).toHaveCount(2);
  await keyboard.press('Enter');
  await keyboard.press('ControlOrMeta+Shift+v');
  await expect.poll(async () => (await sheet.lines()).at(-1)).toBe('paragraph: One.');
  await expect(sheet.page.locator('.tiptap strong')).toHaveCount(2);
});

test('a link is opened by Ctrl and click, and never followed', async ({ sheet }) => {
  const href = 'https://example.org/a';
  const linked = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'link', marks: [{ type: 'link', attrs: { href } }] }],
  };
  await sheet.open({ body: article({ headline: 'Wall' }, linked) });
  await sheet.page.locator('.tiptap a').click();
  expect(await sheet.ask('opened')).toEqual([]);
  await sheet.page.locator('.tiptap a').click({ modifiers: ['ControlOrMeta'] });
  expect(await sheet.ask('opened')).toEqual([href]);
  expect(sheet.page.url()).toBe('https://sheet.test/');
});
