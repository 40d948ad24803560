import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { registerHooks } from 'node:module';
import { join } from 'node:path';

// Run as a program: a Copydesk of tomorrow, whose schema is one version further, opens each article of a library and saves
// it, as Copydesk does or (for the control) plainly, and tells of each.
const [root = '', writer = '', ...files] = process.argv.slice(2);
const tell = (kind: 'saving' | 'saved', file: string) => process.send?.({ kind, file });

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context);
    if (!url.endsWith('/shared/article/migrations.ts')) return loaded;
    const today = readFileSync(new URL(url), 'utf8');
    // Its step adds a field, so that what was lifted can be told from what was not.
    const step = '(article) => ({ ...article, lifted: true })';
    const tomorrow = today.replace(/^(const steps: .*\[)(.*)\];$/m, `$1$2 ${step}];`);
    if (tomorrow === today) throw new Error('The list of migrations is not found');
    return { ...loaded, source: tomorrow };
  },
});
// Only now, so that the hook has them.
const { nodePorts } = await import('../../electron/core/nodePorts.ts');
const { openLibrary } = await import('../../electron/core/openLibrary.ts');
const { articleToBytes } = await import('../../electron/core/serialise.ts');
const { schemaVersion } = await import('../../shared/article/migrations.ts');

const { articles } = await openLibrary(root, nodePorts);
for (const file of files) {
  const opened = await articles.open(file);
  const article = { ...opened.article, edNote: `Lifted to ${schemaVersion}` };
  tell('saving', file);
  if (writer === 'plain') await writeFile(join(root, file), articleToBytes(article));
  else await articles.save(article, opened);
  tell('saved', file);
}
