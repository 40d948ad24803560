import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticle, type Article } from '../../shared/article/article.ts';
import { CopydeskError } from '../../shared/error.ts';
import type { Theme } from '../../shared/formats/format.ts';
import { projectRoot } from './projectRoot.ts';

const folder = join(projectRoot, 'tests', 'fixtures', 'articles');

/** An article of tests/fixtures/articles: one per block, a whole one, several languages, a hostile one. */
export interface ArticleFixture {
  readonly name: string;
  readonly article: Article;
}

/** Every article fixture, by name. */
export const articleFixtures: readonly ArticleFixture[] = readdirSync(folder)
  .filter((file) => file.endsWith('.copydesk'))
  .toSorted()
  .map((file) => ({
    name: file.slice(0, -'.copydesk'.length),
    article: parseArticle(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
  }));

/** One article fixture. */
export function articleFixture(name: string): Article {
  const found = articleFixtures.find((fixture) => fixture.name === name);
  if (found === undefined) throw new CopydeskError('not-found', `No article fixture “${name}”`);
  return found.article;
}

/** A theme short enough for golden files. */
export const goldenTheme: Theme = { id: 'golden', css: 'body { margin: 0 }\n' };

/** The golden file of a fixture in a format, by its ending; with UPDATE_GOLDEN=1 it is written first. */
export function golden(name: string, ending: string, actual: string): string {
  const path = join(folder, `${name}.golden.${ending}`);
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, actual);
  if (!existsSync(path)) return `${path} does not exist: make it with UPDATE_GOLDEN=1 and read it`;
  return readFileSync(path, 'utf8');
}
