import type { Article } from '../../../shared/article/article.ts';
import { someArticle } from '../../support/someArticle.ts';
import { randomOf } from '../figure.ts';

/** The articles of the reporter, one after the other. */
export const idOf = (number: number): string => `${String(number + 1).padStart(4, '0')}${'7'.repeat(28)}`;

/** What the reporter has typed into an article after so many edits: about 100 KB, no two blocks alike; named from the sixth on. */
export function draftOf(id: string, edit: number): Article {
  const random = randomOf(Number(id.slice(0, 4)) * 1_000_003 + edit);
  const word = () => Math.floor(random() * 2 ** 32).toString(36);
  const paragraph = () => Array.from({ length: 120 }, word).join(' ');
  const paragraphs = [`Edit ${edit}`, ...Array.from({ length: 110 }, paragraph)];
  return { ...someArticle({ headline: edit < 6 ? '' : 'Power returns to the harbour', paragraphs }), id };
}

/** Which edit an article is, whole and of this very article; null if it is none that the reporter typed. */
export function editOf(article: Article): number | null {
  const edit = /^Edit (\d+)$/.exec(article.body.child(5).textContent)?.[1];
  if (edit === undefined) return null;
  return draftOf(article.id, Number(edit)).body.eq(article.body) ? Number(edit) : null;
}
