import { parseArticle } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import { importLimit, isImportable } from '../../shared/importing/kinds.ts';
import type { Tracked } from '../../shared/importing/tracked.ts';
import type { ImportSource } from '../../shared/ipc/contract.ts';
import type { EnvelopePatch } from '../article/envelopePatch.ts';
import { keepNow } from '../history/keepNow.ts';
import { announce } from '../ui/announce.tsx';
import type { Services } from '../window/services.ts';
import { importIntoSheet } from './importIntoSheet.ts';
import { importMany, type Waiting } from './importRun.ts';
import { askTracked } from './trackedQuestion.ts';

// An article that is one already becomes one of this library, as it is.
async function importArticle({ connection, draft }: Services, source: ImportSource): Promise<void> {
  const { id } = await connection.call('import:keep', source);
  await draft.open({ id });
}

async function importOne(services: Services, { name, source }: Waiting): Promise<void> {
  announce(`Reading ${name}`);
  const given = await source();
  if (name.toLowerCase().endsWith('.copydesk')) return importArticle(services, given);
  const { article: json, told, receipt } = await services.connection.call('import:read', given);
  const article = parseArticle(json);
  // Only fields that a window edits are taken over; the rest of an envelope is the new article's own.
  const fields = Object.entries(article).filter(([field]) => told.includes(field) && field !== 'modified');
  const envelope: EnvelopePatch = Object.fromEntries(fields);
  await importIntoSheet(services, { body: article.body, envelope, receipt: { ...receipt, source: name } });
  return keepNow(services, 'import');
}

const withWay = ({ name, source }: Waiting, tracked: Tracked): Waiting => ({
  name,
  source: async () => ({ ...(await source()), tracked }),
});

async function importAll(services: Services, files: readonly Waiting[], others = 0): Promise<void> {
  try {
    const way = await askTracked(services, files);
    if (way === null) return announce('Nothing was imported');
    const decided = way === 'none' ? files : files.map((file) => withWay(file, way));
    const [only, ...more] = decided;
    if (only === undefined) throw new CopydeskError('refused', 'There is no file that Copydesk reads.');
    if (more.length > 0 || others > 0) await importMany(services, decided, others);
    else await importOne(services, only);
  } catch (error) {
    services.reports.error('The file was not imported', error);
  }
  return undefined;
}

/** Asks for files: one is opened on the sheet, many become articles of the library. */
export async function importPicked(services: Services): Promise<void> {
  try {
    const picked = await services.connection.call('import:choose', null);
    if (picked === null) return;
    const files = picked.names.map((name, chosen) => ({ name, source: () => Promise.resolve({ chosen }) }));
    await importAll(services, files);
  } catch (error) {
    services.reports.error('The file was not imported', error);
  }
}

async function bytesOf(file: File): Promise<ImportSource> {
  if (file.size > importLimit)
    throw new CopydeskError(
      'too-large',
      `“${file.name}” is larger than 30 MB, so it was not read. It is untouched.`,
    );
  // Of a file without an ending the system may know that it is text.
  const name = isImportable(file.name) ? file.name : `${file.name}.txt`;
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads the text of a whole article that was pasted into a new sheet, as a file of text is read. */
export const importPastedText = (services: Services, text: string): Promise<void> =>
  importAll(services, [
    {
      name: 'pasted text',
      source: () => Promise.resolve({ name: 'pasted text.txt', bytes: new TextEncoder().encode(text) }),
    },
  ]);

/** Imports files that were dropped onto the window; `others` lay in a folder with them and are of other kinds. */
export const importDropped = (services: Services, files: readonly File[], others = 0): Promise<void> =>
  importAll(
    services,
    files.map((file) => ({ name: file.name, source: () => bytesOf(file) })),
    others,
  );
