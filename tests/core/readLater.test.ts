import { expect, it } from 'vitest';
import { readToShow } from '../../electron/core/readLater.ts';
import { articleToJson } from '../../shared/article/article.ts';
import { headerFields } from '../../shared/article/header.ts';
import { CopydeskError } from '../../shared/error.ts';
import { someArticle } from '../support/someArticle.ts';

const bytesOf = (json: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(json));

/** The file of an article whose body a later Copydesk would write so. */
const later = (content: readonly unknown[]): Uint8Array => {
  const header = headerFields.map(({ name }) => ({ type: name }));
  return bytesOf({
    ...articleToJson(someArticle()),
    body: { type: 'doc', content: [...header, ...content] },
  });
};

it('opens for reading an article without a word, of a block that a later Copydesk knows more about', () => {
  const { article, readOnly } = readToShow(later([{ type: 'rule', attrs: { anchor: 'a1' } }]));
  expect(readOnly?.code).toBe('unknown-content');
  expect(article.body.child(5).type.name).toBe('rule');
});

it('opens nothing where neither a text nor a known block can be made out', () => {
  const open = () => readToShow(later([{ type: 'hologram', attrs: { depth: 3 } }]));
  expect(open).toThrow(CopydeskError);
});
