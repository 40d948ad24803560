import { describe, expect, it } from 'vitest';
import {
  articleToJson,
  directionOf,
  isRightToLeft,
  newArticle,
  parseArticle,
} from '../../../shared/article/article.ts';
import { schema } from '../../../shared/article/schema.ts';
import { CopydeskError } from '../../../shared/error.ts';

const id = '0123456789abcdef0123456789abcdef';
const fresh = () => newArticle({ id, created: '2026-01-02T03:04:05Z', language: 'en' });
const stored = (): Record<string, unknown> =>
  JSON.parse(JSON.stringify(articleToJson(fresh()))) as Record<string, unknown>;
const codeOf = (json: unknown): string => {
  try {
    parseArticle(json);
    return 'read';
  } catch (error) {
    return error instanceof CopydeskError ? error.code : `wrong error: ${String(error)}`;
  }
};
const doc = (...content: unknown[]) => ({
  type: 'doc',
  content: [
    ...['kicker', 'headline', 'standfirst', 'byline', 'dateline'].map((type) => ({ type })),
    ...content,
  ],
});

describe('newArticle', () => {
  it('has the five header fields, one empty paragraph and no optional field', () => {
    expect(fresh().body.children.map((node) => node.type.name)).toEqual([
      'kicker',
      'headline',
      'standfirst',
      'byline',
      'dateline',
      'paragraph',
    ]);
    expect(Object.keys(fresh()).sort()).toEqual([
      'body',
      'created',
      'id',
      'language',
      'rev',
      'schemaVersion',
    ]);
  });

  it('is right to left in a language written so', () => {
    expect(newArticle({ id, created: '2026-01-02T03:04:05Z', language: 'ur' }).direction).toBe('rtl');
    expect(isRightToLeft('pa-Arab')).toBe(true);
    expect(directionOf(fresh())).toBe('ltr');
  });
});

describe('parseArticle', () => {
  it('reads back what articleToJson wrote, through JSON text', () => {
    const again = parseArticle(stored());
    expect(again.body.eq(fresh().body)).toBe(true);
    expect({ ...again, body: null }).toEqual({ ...fresh(), body: null });
  });

  it('keeps fields that it does not know', () => {
    const article = parseArticle({ ...stored(), desk: { beat: 'city' } });
    expect(articleToJson(article)).toMatchObject({ desk: { beat: 'city' } });
  });

  it.each([
    ['null', null, 'foreign'],
    ['an array', [], 'foreign'],
    ['somebody else’s JSON', { title: 'x' }, 'foreign'],
    ['a newer version', { ...stored(), schemaVersion: 2 }, 'newer'],
    ['a missing id', { ...stored(), id: undefined }, 'damaged'],
    ['an id that is a path', { ...stored(), id: '../../../../etc/passwd' }, 'damaged'],
    ['a language that is none', { ...stored(), language: 'x y' }, 'damaged'],
    ['an unsafe canonical address', { ...stored(), canonical: 'javascript:alert(1)' }, 'damaged'],
    ['no body', { ...stored(), body: undefined }, 'damaged'],
    [
      'a body without header fields',
      { ...stored(), body: { type: 'doc', content: [{ type: 'paragraph' }] } },
      'damaged',
    ],
    ['an unknown node', { ...stored(), body: doc({ type: 'hologram' }) }, 'unknown-content'],
    [
      'an unknown mark',
      {
        ...stored(),
        body: doc({ type: 'paragraph', content: [{ type: 'text', text: 'x', marks: [{ type: 'blink' }] }] }),
      },
      'unknown-content',
    ],
    [
      'an unsafe link',
      {
        ...stored(),
        body: doc({
          type: 'paragraph',
          content: [
            { type: 'text', text: 'x', marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] },
          ],
        }),
      },
      'damaged',
    ],
    [
      'an unsafe related link',
      { ...stored(), body: doc({ type: 'relatedLink', attrs: { href: 'data:text/html,x' } }) },
      'damaged',
    ],
  ])('refuses %s', (_, json, code) => expect(codeOf(json)).toBe(code));
});

describe('schema', () => {
  it('makes every block that the insert menu offers whole', async () => {
    const { blocks } = await import('../../../shared/article/blocks/index.ts');
    for (const insert of blocks.flatMap((block) => block.inserts ?? [])) {
      expect(() => insert.make(schema).check(), insert.label).not.toThrow();
    }
  });
});
