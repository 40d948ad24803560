import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newArticle, statuses, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { randomFrom } from '../bench/articles.ts';

const onsets = 'b br c cl d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl st t th tr v w'.split(' ');
const middles = 'a ai au e ea ee i ie o oa oo ou u'.split(' ');
const ends = 'ck d l ld ll m n nd ng nt p r rd rk rn s sk ss st t th ver ler ning ment tion'.split(' ');

/** Made-up words, the first ones short, as the frequent words of a language are. */
export function vocabulary(size: number): readonly string[] {
  const random = randomFrom(7);
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? 'a';
  const words = new Set<string>();
  while (words.size < size) {
    const parts = words.size < 80 ? 1 : 1 + Math.floor(random() * 2.4);
    words.add(Array.from({ length: parts }, () => pick(onsets) + pick(middles)).join('') + pick(ends));
  }
  return [...words];
}

/** How the articles of a generated library are made. */
export interface Generated {
  /** The number of an article: the same number gives the same article. */
  readonly number: number;
  readonly words?: number;
}

const sections = ['City', 'World', 'Sport', 'Business', 'Culture', 'Opinion'] as const;
const names = ['Ada Okafor', 'Bruno Keller', 'Chitra Rao', 'Dario Núñez', 'Emine Yıldız'] as const;
const first = Date.UTC(2020, 0, 1);
const known = vocabulary(20_000);

/** The rare word that one article in a thousand has, and the common one of about a third. */
export const rareWord = 'zymurgist';
export const commonWord = 'almanac';

/** An article of made-up words, frequent and rare as in a language (Zipf); an hour younger than the one before. */
export function generatedArticle({ number, words = 600 }: Generated): Article {
  const random = randomFrom(number + 1);
  const word = (): string => known[Math.floor(known.length ** random()) - 1] ?? 'news';
  const sentence = (length: number): string => {
    const text = Array.from({ length }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  };
  const special = [...(number % 1000 === 500 ? [rareWord] : []), ...(number % 3 === 0 ? [commonWord] : [])];
  const block = (type: string, text: string) =>
    schema.node(type, null, text === '' ? [] : [schema.text(text)]);
  const paragraphs = Array.from({ length: Math.max(1, Math.round(words / 60)) }, (_, at) =>
    block(
      'paragraph',
      `${at === 0 ? special.map((one) => `${one} `).join('') : ''}${Array.from({ length: 4 }, () => sentence(15)).join('. ')}.`,
    ),
  );
  const time = new Date(first + number * 3_600_000).toISOString();
  const article = newArticle({
    id: number.toString(16).padStart(32, '0'),
    created: time,
    language: 'en',
    body: schema.node('doc', null, [
      block('kicker', ''),
      block('headline', sentence(8)),
      block('standfirst', sentence(16)),
      block('byline', `By ${names[number % names.length] ?? ''}`),
      block('dateline', ''),
      ...paragraphs,
    ]),
  });
  return {
    ...article,
    modified: time,
    slugline: `${word()}-${word()}`,
    section: sections[number % sections.length] ?? 'City',
    keywords: [word(), word()],
    status: statuses[number % statuses.length] ?? 'draft',
  };
}

/** Writes so many generated articles into a folder, from a number on; answers how many bytes they have. */
export async function generateLibrary(folder: string, count: number, from = 0): Promise<number> {
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  for (let number = from; number < from + count; number += 1) {
    const article = generatedArticle({ number });
    const content = articleToBytes(article);
    bytes += content.length;
    await writeFile(join(folder, articleName(article)), content);
  }
  return bytes;
}
