import { createJournal } from '../../electron/core/journal.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { saveDraft } from '../../electron/core/saveDraft.ts';
import { someArticle } from './someArticle.ts';

// Run as a program: journals one edit after the other, saves every seventh, and prints each edit once it is promised.
const [root = '', userData = '', session = ''] = process.argv.slice(2);
const { articles, library } = await createLibrary(root, nodePorts);
const journal = createJournal(nodePorts, userData, library.id);
let base = await articles.open('a'.repeat(32)).catch(() => null);
for (let edit = 1; ; edit += 1) {
  const draft = someArticle({
    paragraphs: [`Edit ${edit} of ${session}.`, 'What was there. '.repeat(3_000)],
  });
  if (edit % 7 === 0) {
    await saveDraft({ journal, articles }, draft, base, { session, edit });
    base = await articles.open(draft.id);
  } else await journal.append(draft, { session, edit, base: base?.hash ?? null });
  process.stdout.write(`${edit}\n`);
}
