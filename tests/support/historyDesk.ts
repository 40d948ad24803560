import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import type { Article } from '../../shared/article/article.ts';
import { plainText } from '../../shared/article/text.ts';
import { someArticle } from './someArticle.ts';
import { temporaryFolder } from './temporaryFolder.ts';
import { testPorts, type TestPorts } from './testPorts.ts';

/** The article whose versions are kept. */
export const article = someArticle();
const { id } = article;

/** A library with the history of one article. */
export async function historyDesk(root = temporaryFolder(), ports: TestPorts = testPorts()) {
  const { articles, history, library } = await createLibrary(root, ports);
  const folder = join(root, '.copydesk', 'history', id);
  const kept = async () => (await history.list(id)).map(({ rev, reason }) => `${rev} ${reason}`);
  return { root, ports, articles, history, library, folder, kept };
}

/** The last paragraph. */
export const textOf = ({ body }: Article): string =>
  body.lastChild === null ? '' : plainText(body.lastChild);
/** The body's JSON as it stands in a file, byte for byte. */
export const bodyIn = (path: string): string =>
  /\n {2}"body": [^]*$/.exec(readFileSync(path, 'utf8'))?.[0] ?? '';
