import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cliStory } from '../support/cliStory.ts';
import { desk } from '../support/desk.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';

test('export takes a theme of Copydesk’s or of the library, and tells one that is none or broken', async () => {
  const { folder, file, out } = cliStory();
  const library = join(folder, 'library');
  await createLibrary(library, nodePorts);
  const put = (css: string) => {
    mkdirSync(join(library, 'themes', 'ours'), { recursive: true });
    writeFileSync(join(library, 'themes', 'ours', 'theme.css'), css);
  };
  const run = (theme: string) =>
    desk(['export', file, '--to', 'html', '--out', out, '--theme', theme, '--library', library]);
  const page = () => readFileSync(join(out, 'story.html'), 'utf8');

  expect((await run('tabloid')).code).toBe(0);
  expect(page()).toContain('--shout');
  put('p { color: rebeccapurple }');
  expect((await run('ours')).code).toBe(0);
  expect(page()).toContain('rebeccapurple');
  put('@import "x.css";');
  const broken = await run('ours');
  expect(broken.code).toBe(1);
  expect(broken.err).toContain(
    'The page theme “ours” cannot be used: its theme.css loads another style sheet',
  );
  expect(page()).toContain('/* Broadsheet:');
  const none = await run('nope');
  expect(none.code).toBe(2);
  expect(none.err).toContain('there are broadsheet, tabloid, plain, ours');
});
