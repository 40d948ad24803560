import fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { indexedText } from '../../../shared/search/fold.ts';
import { ftsInHeadline, ftsOf, searchedFields } from '../../../shared/search/fts.ts';
import { emptyQuery, parseQuery, statusesOf, timeOf } from '../../../shared/search/query.ts';

const wordsOf = (typed: string) => parseQuery(typed).terms.map(({ words }) => words.join(' '));

describe('what a person types', () => {
  test('is read as words, phrases and beginnings', () => {
    expect(wordsOf('river "City Council" bud*')).toEqual(['river', 'city council', 'bud']);
    expect(parseQuery('river "City Council" bud*').terms.map(({ prefix }) => prefix)).toEqual([
      false,
      false,
      true,
    ]);
    expect(parseQuery('"city coun"*').terms[0]?.prefix).toBe(true);
  });

  test('joins the parts of one written word to a phrase', () => {
    expect(wordsOf("mayor's half-time don’t")).toEqual(['mayor s', 'half time', 'don t']);
  });

  test('reads an open quotation mark as a phrase to the end', () => {
    expect(wordsOf('“city council')).toEqual(['city council']);
  });

  test('lets only the word at the end of a typed text go on', () => {
    const unfinished = (typed: string) => parseQuery(typed, true).terms.map((term) => term.unfinished);
    expect(unfinished('river coun')).toEqual([false, true]);
    expect(unfinished('river coun ')).toEqual([false, false]);
    expect(unfinished('"river coun"')).toEqual([false]);
  });

  test('is read as fields where it names them', () => {
    const query = parseQuery(
      'flood STATUS:published section:"City Desk" by:okafor after:2026-05 before:2026-06-01',
    );
    expect(query.terms.map(({ words }) => words)).toEqual([['flood']]);
    expect(query.status).toEqual(['usable']);
    expect(query.section[0]?.words).toEqual(['city', 'desk']);
    expect(query.by[0]).toMatchObject({ words: ['okafor'], prefix: true });
    expect(query.after).toBe(new Date(2026, 4, 1).getTime());
    expect(query.before).toBe(new Date(2026, 5, 1).getTime());
    expect(query.unclear).toEqual([]);
  });

  test('names what it cannot understand and leaves it out', () => {
    const query = parseQuery('flood before:soon status:purple by: section:"');
    expect(query.unclear).toEqual(['before:soon', 'status:purple', 'by:', 'section:"']);
    expect({ ...query, terms: [], unclear: [] }).toEqual(emptyQuery);
    expect(query.terms.map(({ words }) => words)).toEqual([['flood']]);
  });

  test('takes a field that does not exist for words', () => {
    expect(wordsOf('https://example.org colour:red')).toEqual(['https example org', 'colour red']);
  });
});

test('a state is found by its stored name, the desk’s name and a beginning', () => {
  expect(statusesOf('needs_proofreading')).toEqual(['needs_proofreading']);
  expect(statusesOf('Ready')).toEqual(['needs_proofreading']);
  expect(statusesOf('killed')).toEqual(['canceled']);
  expect(statusesOf('un')).toEqual(['unpublished']);
});

test('a date that does not exist is none', () => {
  expect(timeOf('2026-02-29')).toBe(null);
  expect(timeOf('2028-02-29')).toBe(new Date(2028, 1, 29).getTime());
  expect(timeOf('2026-13')).toBe(null);
});

describe('any text at all', () => {
  const database = new DatabaseSync(':memory:');
  database.exec(
    `CREATE VIRTUAL TABLE found USING fts5 (${searchedFields.join(', ')}, section, status, tokenize = 'ascii')`,
  );
  const find = database.prepare('SELECT count(*) AS n FROM found WHERE found MATCH ?');
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            '"',
            '*',
            ':',
            'by:',
            'status:',
            'NEAR(',
            'AND',
            'OR',
            'NOT',
            '^',
            '{body}',
            '+',
            '-',
            "'",
            '“',
            '\0',
            ' ',
            'a',
            '市長',
            'ก',
          ),
          fc.string({ unit: 'grapheme' }),
        ),
        { maxLength: 30 },
      )
      .map((parts) => parts.join('')),
  );

  test('is a query that SQLite understands', () => {
    fc.assert(
      fc.property(hostile, fc.boolean(), (typed, typing) => {
        const query = parseQuery(typed, typing);
        for (const reach of ['whole', 'begun'] as const)
          for (const fts of [ftsOf(query, reach), ftsInHeadline(query, reach)])
            if (fts !== null) expect(() => find.get(fts)).not.toThrow();
      }),
      { numRuns: 400 },
    );
  });

  test('finds itself once it is in the index', () => {
    const put = database.prepare('INSERT INTO found (rowid, body) VALUES (1, ?)');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const words = text.replaceAll(/["“”„«»*:]/gu, ' ');
        const fts = ftsOf(parseQuery(`"${words}"`), 'whole');
        fc.pre(fts !== null && fts !== '');
        database.exec('DELETE FROM found');
        put.run(indexedText(`before ${words} after`));
        expect(find.get(fts ?? '')).toEqual({ n: 1 });
      }),
      { numRuns: 400 },
    );
  });
});

test('by:me means the person’s own byline, and nothing as long as there is none', () => {
  expect(parseQuery('by:me', true, 'Asha Menon').by).toEqual([
    { words: ['asha', 'menon'], prefix: false, unfinished: false },
  ]);
  expect(parseQuery('by:ME flood', false, 'Asha Menon')).toMatchObject({
    by: [{ words: ['asha', 'menon'] }],
    terms: [{ words: ['flood'] }],
  });
  expect(parseQuery('by:me').unclear).toEqual(['by:me']);
  expect(parseQuery('by:menon', false, 'Asha Rao').by).toMatchObject([{ words: ['menon'] }]);
});
