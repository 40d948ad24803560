import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parseArticle } from '../../shared/article/article.ts';
import { headerText, plainText } from '../../shared/article/text.ts';
import { trackedOf } from '../../electron/cli/inputs.ts';
import { lines } from '../support/cliStory.ts';
import { desk } from '../support/desk.ts';
import { docxOf, paragraph, picture, run } from '../support/docxFile.ts';
import { png } from '../support/pictures.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const articlesIn = (library: string) =>
  readdirSync(library)
    .filter((name) => /^[^.].*\.copydesk$/.test(name))
    .map((name) => parseArticle(JSON.parse(readFileSync(join(library, name), 'utf8'))));

it('takes a folder of files of every kind, says what it refuses, and goes on', async () => {
  const folder = temporaryFolder();
  const [copy, library] = [join(folder, 'copy'), join(folder, 'library')];
  mkdirSync(join(copy, 'inner'), { recursive: true });
  writeFileSync(join(copy, 'a.txt'), 'From text\n\nWords.\n');
  writeFileSync(join(copy, 'b.html'), '<h1>From a page</h1><p>Words.</p>');
  const withPicture = paragraph('From Word', 'Title') + paragraph(picture('m', 'A boat'));
  writeFileSync(join(copy, 'inner', 'c.docx'), docxOf(withPicture, { media: { m: png(4, 3) } }));
  writeFileSync(join(copy, 'broken.docx'), 'no archive');
  writeFileSync(join(copy, 'photo.raw'), 'not read');
  const { code, out, err } = await desk(['import', copy, '--library', library, '--create']);
  expect(code).toBe(1);
  expect(lines(out)).toHaveLength(3);
  expect(err).toContain('“broken.docx” was not read: it is damaged, or no Word document. It is untouched.');
  expect(err).toContain('1 files of other kinds were left alone');
  expect(err).toContain('3 of 4 files imported');
  const headlines = articlesIn(library).map(({ body }) => headerText(body, 'headline'));
  expect(headlines.toSorted()).toEqual(['From Word', 'From a page', 'From text']);
  expect(readdirSync(join(library, 'media'))).toHaveLength(1);
});

it('leaves nothing half-written when it is interrupted', async () => {
  const folder = temporaryFolder();
  const [copy, library] = [join(folder, 'copy'), join(folder, 'library')];
  mkdirSync(copy);
  for (let at = 0; at < 300; at += 1) writeFileSync(join(copy, `${at}.txt`), `Story ${at}\n\nWords.\n`);
  const args = ['electron/cli.ts', 'import', copy, '--library', library, '--create'];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'ignore'] });
  let printed = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += lines(text).length;
    if (printed >= 5) child.kill('SIGINT');
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  expect(code).toBe(130);
  const articles = articlesIn(library);
  expect(articles.length).toBeGreaterThanOrEqual(5);
  expect(articles.length).toBeLessThan(300);
  const all = readdirSync(library, { recursive: true, encoding: 'utf8' });
  expect(all.filter((name) => name.includes('.tmp'))).toEqual([]);
});

it.each([
  { more: [], says: '1 tracked change (1 insertion) by 1 person: all accepted', text: 'A new boat.' },
  { more: ['--tracked', 'reject'], says: 'removed: Tracked insertion by Sub: “new”', text: 'A boat.' },
])('takes tracked changes as $more says, accepts them else, and says so', async ({ more, says, text }) => {
  const folder = temporaryFolder();
  const [file, library] = [join(folder, 'ferry.docx'), join(folder, 'library')];
  const inserted = '<w:ins w:id="1" w:author="Sub"><w:r><w:t> new</w:t></w:r></w:ins>';
  writeFileSync(
    file,
    docxOf(paragraph('Night ferry', 'Title') + paragraph(`${run('A')}${inserted}${run(' boat.')}`)),
  );
  const { code, err } = await desk(['import', file, '--library', library, '--create', ...more]);
  expect(code).toBe(0);
  expect(err).toContain(says);
  expect(articlesIn(library).map(({ body }) => plainText(body))).toEqual([expect.stringContaining(text)]);
});

it('takes no other way of tracked changes', () => {
  const given = (text: string) => ({ files: [], text: () => text, has: () => true });
  expect(trackedOf(given('reject'))).toBe('reject');
  expect(() => trackedOf(given('ask'))).toThrow('--tracked ask: it is accept or reject');
});
