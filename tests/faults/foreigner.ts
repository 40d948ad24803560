import { cp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What a program that is not ours does to an article's file. */
export type Deed =
  | 'replace'
  | 'rewrite'
  | 'same size and time'
  | 'delete'
  | 'put a copy beside'
  | 'replace the folder'
  | 'touch';

/** What it is asked to do, with the text that the file is to have. */
export interface Order {
  readonly deed: Deed;
  readonly path: string;
  readonly text: string;
}

// Run as a program: another program on the library's folder, as plain as they are.
async function obey({ deed, path, text }: Order): Promise<void> {
  const folder = dirname(path);
  switch (deed) {
    case 'replace':
      await writeFile(`${path}.new`, text);
      return rename(`${path}.new`, path);
    case 'rewrite':
      return writeFile(path, text);
    case 'same size and time': {
      const { atime, mtime } = await stat(path);
      const before = await readFile(path, 'utf8');
      await writeFile(path, before.replace(/Paragraph/, 'Pilcrows?'.slice(0, 9)));
      return utimes(path, atime, mtime);
    }
    case 'delete':
      return rm(path);
    case 'put a copy beside':
      return writeFile(path.replace(/\.copydesk$/, '.sync-conflict-20260504-063000-ABCDEF2.copydesk'), text);
    case 'replace the folder':
      await cp(folder, `${folder}.new`, { recursive: true });
      await writeFile(join(`${folder}.new`, path.slice(folder.length + 1)), text);
      await rename(folder, `${folder}.old`);
      return rename(`${folder}.new`, folder);
    case 'touch': {
      const now = new Date();
      return utimes(path, now, now);
    }
  }
}

process.on('message', (order) => {
  // Nobody else sends to it.
  void obey(order as Order).then(() => process.send?.('done'));
});
