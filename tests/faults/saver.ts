import { writeFile } from 'node:fs/promises';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import type { Ports } from '../../electron/core/ports.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { someArticle } from '../support/someArticle.ts';

// Run as a program: saves one article of about 200 KB again and again, as Copydesk does or plainly, and tells before and
// after each save.
const [root = '', writer = ''] = process.argv.slice(2);
const tell = (kind: 'saving' | 'writing' | 'saved', rev: number) => process.send?.({ kind, rev });
const article = someArticle({
  paragraphs: Array.from({ length: 500 }, (_, index) => `Paragraph ${index} of the story. `.repeat(14)),
});
let saving = 0;
const ports: Ports = {
  ...nodePorts,
  files: {
    ...nodePorts.files,
    create: (path, mode) => {
      if (saving > 0) tell('writing', saving);
      return nodePorts.files.create(path, mode);
    },
  },
};
const { articles } = await createLibrary(root, ports);
const before = await articles.open(article.id).catch(() => null);
flushCompileCache();

if (writer === 'plain') {
  const text = Buffer.from(articleToBytes(article)).toString();
  for (let rev = (before?.article.rev ?? 0) + 1; ; rev += 1) {
    tell('saving', rev);
    tell('writing', rev);
    await writeFile(join(root, `story-${article.id}.copydesk`), text.replace('"rev": 0', `"rev": ${rev}`));
    tell('saved', rev);
  }
}
let last = before === null ? null : { hash: before.hash, rev: before.article.rev };
for (;;) {
  saving = (last?.rev ?? 0) + 1;
  tell('saving', saving);
  last = await articles.save(article, last);
  tell('saved', last.rev);
}
