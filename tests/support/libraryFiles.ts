import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { articleToJson, type Article } from '../../shared/article/article.ts';

/** Puts an article into a library folder as a file; answers its name. */
export async function putArticle(libraryDir: string, article: Article): Promise<string> {
  const name = `story-${article.id}.copydesk`;
  await writeFile(join(libraryDir, name), `${JSON.stringify(articleToJson(article), null, 2)}\n`);
  return name;
}

/** The name and the bytes of a file that a crash of another program has cut. */
export const damaged = {
  name: `cut-short-${'9'.repeat(32)}.copydesk`,
  text: '{ "schemaVersion": 1, "id": "9999',
};

/** Puts the damaged file into a library folder. */
export const putDamaged = (libraryDir: string): Promise<void> =>
  writeFile(join(libraryDir, damaged.name), damaged.text);
