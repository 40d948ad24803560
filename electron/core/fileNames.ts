import { idPattern, type Article } from '../../shared/article/article.ts';
import { headerText } from '../../shared/article/text.ts';
import { slugOf } from '../../shared/article/text.ts';
import { CopydeskError } from '../../shared/error.ts';

/** The extension of an article's file, with its dot. */
export const articleExtension = '.copydesk';

/** Whether a name in the library folder is an article's, readable or not. */
export const isArticleName = (name: string): boolean =>
  name.toLowerCase().endsWith(articleExtension) && !name.startsWith('.');

/** The name of an article's file, `<ascii-slug>-<id>.copydesk`; the slug is `article` where no ASCII remains. */
export function articleName(article: Article): string {
  if (!idPattern.test(article.id)) throw new CopydeskError('bad-input', `“${article.id}” is no article's id`);
  const slug = slugOf(headerText(article.body, 'headline'));
  return `${slug === '' ? 'article' : slug}-${article.id}${articleExtension}`;
}

/** A moment as a part of a file's name, `20261231T235959123Z`. */
export const momentInName = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/[-:.]/g, '');

const moment = /(?:^|[-.])(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z(?=[-.])/;

/** The moment that a name tells (`momentInName`), in milliseconds since 1970; null if it tells none. */
export function timeInName(name: string): number | null {
  const found = moment.exec(name);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, milli] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`);
  return Number.isNaN(time) ? null : time;
}

/** The name of a copy kept beside an article that was changed by somebody else. */
export function conflictName(article: Article, milliseconds: number, host: string): string {
  const name = articleName(article).slice(0, -articleExtension.length);
  const computer = slugOf(host);
  return `${name}.conflict-${momentInName(milliseconds)}-${computer === '' ? 'computer' : computer}${articleExtension}`;
}

/** The name of an article's file until it has a headline. */
export const namelessName = (article: Article): string => `article-${article.id}${articleExtension}`;
