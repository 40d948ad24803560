import type { Article } from '../../shared/article/article.ts';
import type { Theme } from '../../shared/formats/format.ts';
import { html } from '../../shared/formats/html.ts';
import type { Connection } from '../../shared/ipc/link.ts';

/** A page theme with its text, from main. */
export const loadPageTheme = async (connection: Connection, id: string): Promise<Theme> => ({
  id,
  css: await connection.call('theme:css', { theme: id }),
});

/** Prints the page of an article, as export would write it, through the system's dialog. */
export async function printArticle(connection: Connection, article: Article, themeId: string): Promise<void> {
  const theme = await loadPageTheme(connection, themeId);
  await connection.call('preview:print', { html: html.render(article, { theme }) });
}
