import { readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { schema } from '../../shared/article/schema.ts';
import { desk } from '../support/desk.ts';
import { someArticle } from '../support/someArticle.ts';
import { cliStory as setUp, lines } from '../support/cliStory.ts';

describe('a library', () => {
  it('takes files in, lists them, and is found sound', async () => {
    const { folder, file } = setUp();
    const library = join(folder, 'library');
    const refused = await desk(['import', file, '--library', library]);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('library folder');
    expect(readdirSync(folder)).toEqual(['story.txt']);

    const made = await desk(['import', file, '--library', library, '--create', '--language', 'en-GB']);
    expect(made.code, made.err).toBe(0);
    const [path = ''] = lines(made.out);
    expect(basename(path)).toMatch(/^ferry-adds-a-late-boat-[0-9a-f]{32}\.copydesk$/);

    const [list, json, check] = await Promise.all([
      desk(['list', '--library', library]),
      desk(['list', '--library', library, '--json']),
      desk(['check-library', '--library', library, '--user-data', join(folder, 'data')]),
    ]);
    expect(lines(list.out).map((line) => line.split('\t').slice(4))).toEqual([
      ['Ferry adds a late boat', basename(path)],
    ]);
    expect(JSON.parse(json.out)).toMatchObject([{ file: basename(path), title: 'Ferry adds a late boat' }]);
    expect(check).toMatchObject({ code: 0, out: '' });
  });

  it('warns of a text that was changed elsewhere, and refuses an article that it has', async () => {
    const { folder } = setUp();
    const library = join(folder, 'library');
    const file = join(folder, 'ferry.copydesk');
    const bytes = Buffer.from(articleToBytes(someArticle())).toString('utf8');
    writeFileSync(file, bytes.replace('an hour later', 'a year later'));
    const made = await desk(['import', file, '--library', library, '--create']);
    expect(made.code).toBe(0);
    expect(made.err).toContain(`desk: ${file}: damaged: The text is not the one that Copydesk saved`);
    expect(await desk(['import', file, '--library', library])).toMatchObject({ code: 1, out: '' });
    expect(readdirSync(library).filter((name) => name.startsWith('ferry'))).toHaveLength(1);
  });

  it('with damage: each file is named, nothing is changed, exit code 1', async () => {
    const { folder } = setUp();
    const library = join(folder, 'library');
    const { articles } = await createLibrary(library, nodePorts);
    const article = someArticle();
    const src = `media/${'a'.repeat(64)}.png`;
    const figure = schema.node('figure', { src }, [schema.node('caption'), schema.node('credit')]);
    const saved = await articles.save(
      { ...article, body: article.body.copy(article.body.content.addToEnd(figure)) },
      null,
    );
    writeFileSync(join(library, 'empty.copydesk'), '');
    writeFileSync(
      join(library, 'escape.copydesk'),
      JSON.stringify({
        schemaVersion: 9,
        id: 'b'.repeat(32),
        body: { content: [{ type: 'headline', content: [{ text: '\u001b[31mRed' }] }] },
      }),
    );
    const before = readdirSync(library, { recursive: true });
    const [check, list] = await Promise.all([
      desk(['check-library', '--library', library, '--user-data', join(folder, 'data')]),
      desk(['list', '--library', library]),
    ]);
    expect(check.code).toBe(1);
    expect(
      lines(check.out)
        .filter((line) => !line.startsWith(' '))
        .map((line) => line.split(': ').slice(0, 2).join(': '))
        .toSorted(),
    ).toEqual(['empty.copydesk: damaged', 'escape.copydesk: newer', `${saved.file}: missing`]);
    expect(check.err).toContain('2 things damaged or missing, 1 worth knowing');
    expect(list.code).toBe(0);
    expect(lines(list.out)).toHaveLength(3);
    expect(list.out).not.toContain('\u001b');
    expect(readdirSync(library, { recursive: true })).toEqual(before);
  });
});
