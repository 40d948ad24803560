import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { testPorts } from './testPorts.ts';

/** A fresh library on a real folder, its store, and what tests look at. */
export async function storeDesk() {
  const ports = testPorts();
  const root = temporaryFolder();
  const { articles, library } = await createLibrary(root, ports);
  const names = () => readdirSync(root).filter((name) => name !== 'media' && name !== '.copydesk');
  return {
    ports,
    root,
    articles,
    library,
    names,
    textOf: (file: string) => readFileSync(join(root, file), 'utf8'),
  };
}
