import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { articleName } from '../../../electron/core/fileNames.ts';
import { createIndexKeeper } from '../../../electron/core/libraryIndex/indexKeeper.ts';
import type { Sort } from '../../../shared/search/sort.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { createLibrary } from '../../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../../electron/core/serialise.ts';
import { parseQuery } from '../../../shared/search/query.ts';
import { shortStory, type Story } from '../../support/shortStory.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

/** The numbers of the stories that a typed query finds, in order. */
async function finder(stories: readonly Story[]) {
  const root = temporaryFolder();
  const { library } = await createLibrary(root, nodePorts);
  for (const story of stories) {
    const article = shortStory(story);
    writeFileSync(join(root, articleName(article)), articleToBytes(article));
  }
  const keeper = await createIndexKeeper({ ports: nodePorts, library, path: ':memory:' });
  onTestFinished(keeper.close);
  await keeper.lookAtAll();
  return (typed: string, sort: Sort = 'best', typing = true): readonly number[] =>
    keeper
      .page({ query: parseQuery(typed, typing), sort, offset: 0, limit: 100 })
      .entries.map(({ id }) => Number.parseInt(id ?? '', 16));
}

describe('the best match comes first', () => {
  test('a match in the headline before one in the body, even a newer one', async () => {
    const find = await finder([
      { number: 1, headline: 'Harbour reopens', body: 'Ships came back.' },
      { number: 2, headline: 'Market news', body: 'The harbour was busy. The harbour, the harbour.' },
    ]);
    expect(find('harbour')).toEqual([1, 2]);
    expect(find('harbour', 'newest')).toEqual([2, 1]);
  });

  test('a whole word before one that only begins so, even in a newer story', async () => {
    const find = await finder([
      { number: 1, body: 'The council met.' },
      { number: 2, body: 'A councillor spoke.' },
      { number: 3, headline: 'Council votes' },
      { number: 4, headline: 'Councillors vote' },
    ]);
    expect(find('council')).toEqual([3, 4, 1, 2]);
    expect(find('council ')).toEqual([3, 1]);
    expect(find('counc')).toEqual([4, 3, 2, 1]);
  });

  test('a recent story before an old one at equal rank', async () => {
    const find = await finder(
      [1, 2, 3].map((number) => ({
        number,
        headline: 'Rain',
        body: `Rain ${'and rain '.repeat(number % 2)}`,
      })),
    );
    expect(find('rain')).toEqual([3, 2, 1]);
    expect(find('rain', 'oldest')).toEqual([1, 2, 3]);
  });

  test('all words are wanted, wherever they stand', async () => {
    const find = await finder([
      { number: 1, headline: 'Bridge shut', body: 'Repairs take a year.' },
      { number: 2, headline: 'Bridge opens', body: 'It was repaired.' },
    ]);
    expect(find('bridge repairs')).toEqual([1]);
    expect(find('bridge dentist')).toEqual([]);
  });
});

describe('what is asked for', () => {
  const stories: readonly Story[] = [
    {
      number: 1,
      headline: 'City council votes',
      byline: 'By Ada Okafor',
      envelope: { section: 'City Desk', status: 'usable' },
    },
    {
      number: 2,
      headline: 'Council of the city',
      byline: 'By Bruno Keller',
      envelope: { section: 'World', keywords: ['tariffs', 'steel'] },
    },
    {
      number: 3,
      standfirst: 'Okafor wins the race',
      envelope: { slugline: 'race-final', status: 'needs_proofreading' },
    },
  ];

  test.each<[string, readonly number[]]>([
    ['"city council"', [1]],
    ['"council city"', []],
    ['city council', [2, 1]],
    ['by:okafor', [1]],
    ['by:oka', [1]],
    ['okafor', [3, 1]],
    ['section:city', [1]],
    ['section:"city desk"', [1]],
    ['status:published', [1]],
    ['status:draft', [2]],
    ['status:draft status:ready', [3, 2]],
    ['council status:draft', [2]],
    ['tariffs', [2]],
    ['council desk', [1]],
    ['race-final', [3]],
    ['draft', []],
    ['before:2026-01', []],
    ['after:2025-12-31', [3, 2, 1]],
    ['council after:2027', []],
    ['status:purple', [3, 2, 1]],
  ])('%s finds %j', async (typed, numbers) => {
    expect((await finder(stories))(typed)).toEqual(numbers);
  });

  test('the list is sorted by title as people write it, and by length', async () => {
    const find = await finder([
      { number: 1, headline: 'Zebra', body: 'one' },
      { number: 2, headline: 'Éclair', body: 'one two three' },
      { number: 3, headline: 'apple', body: 'one two' },
    ]);
    expect(find('', 'title')).toEqual([3, 2, 1]);
    expect(find('one', 'title')).toEqual([3, 2, 1]);
    expect(find('one', 'words')).toEqual([2, 3, 1]);
  });
});

describe('words of any script are found', () => {
  test.each<[name: string, body: string, found: readonly string[], notFound: readonly string[]]>([
    [
      'Japanese',
      '東京都の市長が予算案を発表した。',
      ['市長', '東京都', '予算案を', '発', '京都'],
      ['市場', '案予', '都市'],
    ],
    ['Chinese', '北京市政府宣布新的交通计划。', ['交通', '新的交通计划', '府'], ['交计']],
    ['Thai', 'สภาเมืองอนุมัติงบประมาณโรงเรียน', ['งบประมาณ', 'โรงเรียน', 'สภาเมือง', 'อนุมัติ'], ['โรงแรม']],
    ['Korean', '서울시가 새 예산을 발표했다', ['서울시가', '서울', '예산을'], ['울시가']],
    [
      'Hindi',
      'नई दिल्ली में विद्यालय खुला, मंत्री ने कहा',
      ['दिल्ली', 'विद्यालय', 'विद्या', '"नई दिल्ली"'],
      ['दल', 'मत्र'],
    ],
    [
      'Arabic',
      'قرأ الطالبُ الكِتابَ في أحمدية القديمة',
      ['الطالب', 'الكتاب', 'الكِتَاب', 'احمدية', 'القديـمة'],
      ['طلب'],
    ],
    ['Persian', 'این کتاب‌خانه بزرگ است', ['كتابخانه', 'بزرگ'], ['بزك']],
    ['Hebrew', 'שָׁלוֹם לעיר', ['שלום'], ['לום']],
    ['Russian', 'Ёлку привезли на площадь, город йода', ['елку', 'Площадь', 'йода'], ['иода']],
    ['French', 'L’Élysée a réagi à l’œuvre', ['elysee', 'élysée', 'réag', 'oeuvre', "l'elysee"], ['lysee']],
    ['Polish', 'Łódź świętuje', ['lodz', 'świętuje', 'swietuje'], ['odz']],
    ['Turkish', 'İstanbul ışık şehri', ['istanbul', 'isik', 'IŞIK', 'şehri'], ['stanbul']],
    ['German', 'Die Straße am Fluß', ['strasse', 'straße', 'fluss'], ['stras se']],
    ['Vietnamese', 'Thành phố Đà Nẵng', ['thanh pho', '"đà nẵng"', 'da nang'], ['ang']],
    ['mixed', 'iPhoneを発売、価格は10万円', ['iphone', '発売', '10', '万円'], ['phone']],
  ])('%s', async (_name, body, found, notFound) => {
    const find = await finder([{ number: 1, body }]);
    for (const typed of found) expect([typed, find(typed)]).toEqual([typed, [1]]);
    for (const typed of notFound) expect([typed, find(typed)]).toEqual([typed, []]);
  });
});
