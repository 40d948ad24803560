import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import {
  bundledThemeIds,
  chooseTheme,
  listThemes,
  readBundledThemes,
} from '../../electron/core/pageThemes.ts';
import { watchThemes, type ThemeWatch } from '../../electron/core/watchThemes.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const bundled = await readBundledThemes(nodePorts.files, join(projectRoot, 'assets'));

function library() {
  const root = temporaryFolder();
  const put = (name: string, css: string | Buffer, template?: string) => {
    mkdirSync(join(root, 'themes', name), { recursive: true });
    writeFileSync(join(root, 'themes', name, 'theme.css'), css);
    if (template !== undefined) writeFileSync(join(root, 'themes', name, 'template.json'), template);
  };
  return { root, put, sources: { files: nodePorts.files, bundled, root } };
}

test('Copydesk brings three themes, each with light, dark and print', () => {
  expect(bundled.map(({ id }) => id)).toEqual(bundledThemeIds);
  for (const { css } of bundled) {
    expect(css).toContain('color-scheme: light dark');
    expect(css).toContain('@media (prefers-color-scheme: dark)');
    expect(css).toContain('@media print');
  }
});

test('a folder of the library’s themes is a theme, and stands in for one of the same name', async () => {
  const { put, sources } = library();
  put('ours', 'p { color: red }', '{"label": "The Post", "masthead": ["The Post", "{section}"]}');
  put('plain', 'p { color: blue }');
  expect(await listThemes(sources)).toEqual([
    { id: 'broadsheet', label: 'Broadsheet', own: false, problem: '' },
    { id: 'tabloid', label: 'Tabloid', own: false, problem: '' },
    { id: 'ours', label: 'The Post', own: true, problem: '' },
    { id: 'plain', label: 'plain', own: true, problem: '' },
  ]);
  expect(await chooseTheme(sources, 'ours')).toMatchObject({
    theme: { id: 'ours', css: 'p { color: red }', template: { masthead: ['The Post', '{section}'] } },
    problem: '',
  });
  expect((await chooseTheme(sources, 'plain')).theme.css).toBe('p { color: blue }');
});

describe('a theme that cannot be used falls back to Broadsheet, and says why', () => {
  test.each([
    ['a style sheet that loads another', '@import "x.css";', undefined, 'loads another style sheet'],
    ['one that hides it', '@\\69mport "x.css";', undefined, 'loads another style sheet'],
    ['a file of the web', 'p { background: url(https://example.org/a.png) }', undefined, 'loads a file'],
    ['a picture by its name', 'p { background: image-set("a.png" 1x) }', undefined, 'loads a picture'],
    ['a font', '@font-face { src: url(data:font/woff2;base64,AA) }', undefined, 'loads a font'],
    ['the end of a style', 'p::after { content: "</style>" }', undefined, 'would break the page'],
    ['a brace that is not closed', 'p { color: red', undefined, 'has a { that is not closed'],
    ['a comment that is not closed', '/* p { }', undefined, 'has a comment'],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00]), undefined, 'theme.css'],
    ['half a megabyte', ' '.repeat(600_000), undefined, 'theme.css'],
    ['a template that is no JSON', 'p {}', '{', 'template.json is not JSON'],
    ['a template with markup of its own', 'p {}', '{"html": "<b>"}', 'template.json is not one'],
    ['a template that forgets a part', 'p {}', '{"order": ["headline"]}', 'order: names each of'],
  ])('%s', async (_what, css, template, says) => {
    const { put, sources } = library();
    put('ours', css, template);
    const { theme, problem } = await chooseTheme(sources, 'ours');
    expect(theme).toBe(bundled[0]);
    expect(problem).toContain('The page theme “ours” cannot be used: ');
    expect(problem).toContain(says);
    expect(problem).toContain('Until it is mended, pages are in Broadsheet.');
    expect((await listThemes(sources)).at(-1)).toMatchObject({ id: 'ours', own: true });
    expect((await listThemes(sources)).at(-1)?.problem).toContain(says);
  });

  test('a folder without a style sheet, a link, and a name that leads elsewhere', async () => {
    const { root, put, sources } = library();
    put('ours', 'p {}');
    rmSync(join(root, 'themes', 'ours', 'theme.css'));
    expect((await chooseTheme(sources, 'ours')).problem).toContain('its folder has no theme.css');
    symlinkSync(join(root, 'themes', 'ours'), join(root, 'themes', 'linked'));
    expect((await chooseTheme(sources, 'linked')).problem).toContain('is not a folder');
    for (const id of ['../../etc', '..', 'a/b', '.hidden', 'constructor', ''])
      expect((await chooseTheme(sources, id)).problem).toContain(`There is no page theme “${id}”`);
  });
});

test('what a style sheet may say is not mistaken for what it may not', async () => {
  const { put, sources } = library();
  put(
    'ours',
    'p::before { content: "url(x) @import }" } /* @import url(x) } */ a { background: url("data:,") }',
  );
  expect((await chooseTheme(sources, 'ours')).problem).toBe('');
});

describe('the watch', () => {
  const watches: ThemeWatch[] = [];
  afterEach(() => {
    for (const watch of watches.splice(0)) watch.stop();
  });

  test('hears of a theme that comes, changes, is replaced and goes', async () => {
    const { root, put } = library();
    let heard = Promise.withResolvers<void>();
    const watch = watchThemes(() => heard.resolve());
    watches.push(watch);
    watch.follow(root);
    const after = async (deed: () => void) => {
      heard = Promise.withResolvers<void>();
      deed();
      await heard.promise;
    };
    await after(() => put('ours', 'p {}'));
    await after(() => put('ours', 'p { color: red }'));
    await after(() => {
      writeFileSync(join(root, 'themes', 'ours', 'theme.css~'), 'p { color: blue }');
      renameSync(join(root, 'themes', 'ours', 'theme.css~'), join(root, 'themes', 'ours', 'theme.css'));
    });
    await after(() => put('theirs', 'p {}'));
    await after(() => put('theirs', 'p { margin: 0 }'));
    await after(() => rmSync(join(root, 'themes'), { recursive: true }));
    await after(() => put('again', 'p {}'));
    await after(() => put('again', 'p { margin: 0 }'));
  });
});
