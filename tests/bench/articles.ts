import { newArticle, type Article } from '../../shared/article/article.ts';
import { schema } from '../../shared/article/schema.ts';

const words =
  'council river bridge school budget mayor winter market harbour train vote report station garden minister farmer engineer library season witness contract valley island signal harvest'.split(
    ' ',
  );

/** A small repeatable generator (mulberry32): the same seed gives the same article on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A text of so many words in sentences of 8 to 20. */
export function prose(count: number, random: () => number): string {
  const sentences: string[] = [];
  for (let left = count; left > 0;) {
    const length = Math.min(left, 8 + Math.floor(random() * 13));
    const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)] ?? 'news').join(
      ' ',
    );
    sentences.push(`${chosen.charAt(0).toUpperCase()}${chosen.slice(1)}.`);
    left -= length;
  }
  return sentences.join(' ');
}

/** An article of about so many words: paragraphs of 60, a crosshead every eighth block. */
export function articleOf(count: number, seed = 1): Article {
  const random = randomFrom(seed);
  const text = (type: string, size: number) => schema.node(type, null, [schema.text(prose(size, random))]);
  const blocks = Array.from({ length: Math.max(1, Math.round(count / 60)) }, (_, index) =>
    index % 8 === 7 ? text('heading', 5) : text('paragraph', 60),
  );
  const header = ['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((name) =>
    name === 'headline' ? text(name, 9) : schema.node(name),
  );
  const id = Math.floor(random() * 2 ** 48)
    .toString(16)
    .padStart(32, '0');
  return newArticle({
    id,
    created: '2026-01-01T00:00:00Z',
    language: 'en',
    body: schema.node('doc', null, [...header, ...blocks]),
  });
}
