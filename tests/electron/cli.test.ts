import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { schema } from '../../shared/article/schema.ts';
import { desk } from '../support/desk.ts';
import { png } from '../support/pictures.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { someArticle } from '../support/someArticle.ts';
import { cliStory as setUp, lines, paragraphs, story } from '../support/cliStory.ts';

/** Markup off, so that texts can be looked for as a reader sees them. */
const plain = (text: string): string =>
  text
    .replace(/<script[^]*?<\/script>|<style[^]*?<\/style>|^---\n[^]*?\n---\n|<head>[^]*?<\/head>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

function expectOnceAndInOrder(text: string, wanted: readonly string[]): void {
  let from = 0;
  for (const one of wanted) {
    const at = text.indexOf(one);
    expect(at, one.slice(0, 60)).toBeGreaterThanOrEqual(from);
    expect(text.indexOf(one, at + 1), `a second time: ${one.slice(0, 60)}`).toBe(-1);
    from = at + one.length;
  }
}

describe('export', () => {
  it('prints a path for each format, and each file holds every paragraph once and in order', async () => {
    const { file, out } = setUp();
    const run = await desk(['export', file, '--to', 'html,markdown', '--out', out]);
    expect(run.code, run.err).toBe(0);
    expect(lines(run.out)).toEqual([join(out, 'story.html'), join(out, 'story.md')]);
    expect(run.err).toContain(`desk: ${file}: lifted: Dateline (line 3)`);
    for (const path of lines(run.out)) expectOnceAndInOrder(plain(readFileSync(path, 'utf8')), paragraphs);
  });

  const corpus = join(projectRoot, '..', 'shared', 'corpora', 'copydesk-cases');
  const missing = !existsSync(join(corpus, 'seed.txt'));
  it.skipIf(missing)(
    `exports the published article of the corpora${missing ? ' [skipped: ../shared/corpora is not there]' : ''}`,
    async () => {
      const { out } = setUp();
      const run = await desk(['export', join(corpus, 'seed.txt'), '--to', 'html,markdown', '--out', out]);
      expect(run.code, run.err).toBe(0);
      const expected = JSON.parse(readFileSync(join(corpus, 'seed.expected-import.json'), 'utf8')) as {
        readonly blocks: readonly { readonly type: string; readonly text?: string }[];
      }; // as the corpora's README says
      const texts = expected.blocks.flatMap(({ type, text }) =>
        type === 'paragraph' && text !== undefined ? [text] : [],
      );
      expect(texts.length).toBeGreaterThan(9);
      expect(lines(run.out)).toHaveLength(2);
      for (const path of lines(run.out)) expectOnceAndInOrder(plain(readFileSync(path, 'utf8')), texts);
    },
  );

  it('reads standard input, and names what has no name by its headline', async () => {
    const { out } = setUp();
    const run = await desk(['export', '-', '--to', 'md', '--out', out], story);
    expect(run.code, run.err).toBe(0);
    expect(lines(run.out)).toEqual([join(out, 'ferry-adds-a-late-boat.md')]);
  });

  it('goes on after a file that fails, names it, and ends with 1', async () => {
    const { folder, file, out } = setUp();
    writeFileSync(join(folder, 'bad.copydesk'), '{"schemaVersion": 1');
    writeFileSync(join(folder, 'table.xls'), '');
    const files = [
      join(folder, 'none.txt'),
      join(folder, 'bad.copydesk'),
      join(folder, 'table.xls'),
      folder,
      file,
    ];
    const run = await desk(['export', ...files, '--to', 'html', '--out', out]);
    expect(run.code).toBe(1);
    expect(lines(run.out)).toEqual([join(out, 'story.html')]);
    expect(run.err).toContain(`desk: ${join(folder, 'none.txt')}: no such file\n`);
    expect(run.err).toContain(
      `desk: ${join(folder, 'bad.copydesk')}: “bad.copydesk” was not read: The file ends in the middle`,
    );
    expect(run.err).toContain(
      `desk: ${join(folder, 'table.xls')}: “table.xls” was not read: Copydesk does not read files of this kind`,
    );
    expect(run.err).toContain(`desk: ${folder}: is a folder, not a file\n`);
    expect(run.err).not.toMatch(/unexpected|\n\s+at /);
  });

  it('two stories of one name do not overwrite each other, and are numbered whatever their order', async () => {
    const { folder, file, out } = setUp();
    mkdirSync(join(folder, 'b'));
    writeFileSync(join(folder, 'b', 'STORY.txt'), story);
    const files = [file, join(folder, 'b', 'STORY.txt')];
    for (const given of [files, files.toReversed()]) {
      const run = await desk(['export', ...given, '--to', 'md', '--out', out]);
      expect(lines(run.out).map((path) => basename(path))).toEqual(['STORY.md', 'story-2.md']);
    }
  });

  it('exports articles of a library by id or file, with their pictures', async () => {
    const { folder, out } = setUp();
    const { articles, media } = await createLibrary(join(folder, 'library'), nodePorts);
    const { src } = await media.add(png(3, 2));
    const article = someArticle();
    const figure = schema.node('figure', { src, alt: 'Grey' }, [
      schema.node('caption'),
      schema.node('credit'),
    ]);
    const saved = await articles.save(
      { ...article, body: article.body.copy(article.body.content.addToEnd(figure)) },
      null,
    );
    const file = join(folder, 'library', saved.file);
    const run = await desk([
      'export',
      article.id,
      file,
      '--library',
      join(folder, 'library'),
      '--to',
      'html',
      '--out',
      out,
    ]);
    expect(run.code, run.err).toBe(0);
    expect(lines(run.out)).toHaveLength(2);
    expect(readFileSync(join(out, src))).toEqual(Buffer.from(png(3, 2)));
  });

  it('an option after -- is a file', async () => {
    const { out } = setUp();
    const run = await desk(['export', '--to', 'html', '--out', out, '--', '--to']);
    expect(run).toMatchObject({ code: 1, out: '', err: 'desk: --to: no such file\n' });
  });
});

it('called wrongly: says what is wrong on standard error and ends with 2', async () => {
  const wrong: readonly (readonly [readonly string[], string])[] = [
    [[], 'no COMMAND'],
    [['publish'], 'there is no command “publish”'],
    [['export', 'x', '--frobnicate'], '--frobnicate'],
    [['export', '--to', 'html', '--out', 'x'], 'no FILE'],
    [['export', 'x.txt', '--out', 'x'], '--to is missing'],
    [['export', 'x.txt', '--to', 'papyrus', '--out', 'x'], 'papyrus'],
    [['list'], '--library is missing'],
    [['check-library', 'x', '--library', 'x'], 'takes no FILE'],
    [['help', 'publish'], 'there is no command “publish”'],
  ];
  const runs = await Promise.all(wrong.map(([args]) => desk(args)));
  for (const [index, [args, message]] of wrong.entries()) {
    expect(runs[index], args.join(' ')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^desk: .*\ndesk: try: /),
    });
    expect(runs[index]?.err).toContain(message);
  }
});

it('shows its help and its version on standard output', async () => {
  const [help, option, command, version] = await Promise.all([
    desk(['help']),
    desk(['export', '--help']),
    desk(['help', 'export']),
    desk(['--version']),
  ]);
  for (const name of ['export', 'import', 'list', 'check-library', 'recover'])
    expect(help.out).toContain(`  ${name} `);
  expect(command.out).toMatch(/--to FORMAT,\.\.\. +html, .*markdown, .*hugo, /u);
  expect(option).toEqual(command);
  expect(version).toEqual({ code: 0, err: '', out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});
