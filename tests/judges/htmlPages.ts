import { join } from 'node:path';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { readBundledThemes } from '../../electron/core/pageThemes.ts';
import { html } from '../../shared/formats/html.ts';
import type { Theme } from '../../shared/formats/theme.ts';
import type { ArticleFixture } from '../support/articleFixtures.ts';
import { projectRoot } from '../support/projectRoot.ts';

/** A page to be judged, with what to call it. */
export interface JudgedPage {
  readonly name: string;
  readonly html: string;
}

/** The page themes that Copydesk brings. */
export const pageThemes: readonly Theme[] = await readBundledThemes(
  nodePorts.files,
  join(projectRoot, 'assets'),
);

/** The pages of stories, each in each theme. */
export const pagesOf = (
  stories: readonly ArticleFixture[],
  themes: readonly Theme[] = pageThemes,
): readonly JudgedPage[] =>
  themes.flatMap((theme) =>
    stories.map(({ name, article }) => ({
      name: `${name} in ${theme.id}`,
      html: html.render(article, { theme }),
    })),
  );

/** A page with faults that every judge of ours must find: of markup, of access, of data. */
export const controlPage = (page: string): string =>
  page
    .replace('<article>', '<article><center onclick="alert(1)">Old</center><h5>Skipped</h5><img src="a.png">')
    .replace('"@type": "NewsArticle"', '"@type": "NewsArticle",\n  "relatedLink": "x",\n  "headlin": "y"');
