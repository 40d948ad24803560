import { join } from 'node:path';
import { createJournal } from '../../electron/core/journal.ts';
import { journalFolders } from '../../electron/core/journalFiles.ts';
import { readRecord } from '../../electron/core/journalRecord.ts';
import { rewritten, someArticle } from './someArticle.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { testPorts } from './testPorts.ts';

/** The identity of the journals' library. */
export const library = 'f'.repeat(32);
const article = someArticle();

/** The first paragraph of a journalled draft. */
export const textIn = (record: Parameters<typeof readRecord>[0]): string =>
  /"type":"paragraph","content":\[\{"type":"text","text":"([^"]*)"/.exec(
    JSON.stringify(readRecord(record).draft),
  )?.[1] ?? '';

/** A journal in a folder of its own, on ports with faults. */
export function journalDesk(userData = temporaryFolder()) {
  const ports = testPorts();
  const journal = createJournal(ports, userData, library);
  const folders = journalFolders(userData, library);
  const path = join(folders.own, `${article.id}.journal`);
  const type = (text: string, edit: number, session = 'one') =>
    journal.append(rewritten(article, text), { session, edit, base: 'hash' });
  /** What a start would find: the newest text of each session. */
  const texts = async () =>
    (await createJournal(testPorts(), userData, library).readAll()).files.flatMap(({ records }) =>
      records.map(textIn),
    );
  return { ports, userData, journal, folders, path, type, texts };
}
