import { decodeText } from '../../shared/importing/decode.ts';
import type { Source } from '../../shared/importing/index.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Services } from '../window/services.ts';
import { keepNow } from '../history/keepNow.ts';
import { importIntoSheet } from './importIntoSheet.ts';

const largest = 16 * 1024 * 1024;

async function importAndKeep(services: Services, source: Source): Promise<void> {
  await importIntoSheet(services, source);
  await keepNow(services, 'import');
}

/** Asks for a text file and opens it as an article. */
export async function importPicked(services: Services): Promise<void> {
  const { connection, reports } = services;
  try {
    const picked = await connection.call('import:pick', null);
    if (picked !== null) await importAndKeep(services, picked);
  } catch (error) {
    reports.error('The text was not imported', error);
  }
}

async function read(file: File): Promise<{ readonly name: string; readonly text: string }> {
  if (file.size > largest)
    throw new CopydeskError('too-large', `“${file.name}” is larger than 16 MB. It is untouched.`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.subarray(0, 4).join() === '80,75,3,4')
    throw new CopydeskError('refused', `“${file.name}” is not a text file. It is untouched.`);
  return { name: file.name, ...decodeText(bytes) };
}

/** Opens a file that was dropped onto the window as an article. */
export async function importDropped(services: Services, file: File): Promise<void> {
  try {
    await importAndKeep(services, await read(file));
  } catch (error) {
    services.reports.error('The text was not imported', error);
  }
}
