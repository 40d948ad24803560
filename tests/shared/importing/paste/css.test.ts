import { expect, it } from 'vitest';
import { documentOf } from '../../../../shared/importing/html/dom.ts';
import {
  declarationsOf,
  fullStyleOf,
  marginOf,
  pointsOf,
  readOfficeSheet,
} from '../../../../shared/importing/paste/css.ts';

it('reads declarations, whatever quotes and line breaks their values hold', () => {
  const style = declarationsOf(`font-family:"Courier; New"; MSO-LIST:\n  Ignore;margin : 0cm!important`);
  expect([...style]).toEqual([
    ['font-family', '"Courier; New"'],
    ['mso-list', 'Ignore'],
    ['margin', '0cm'],
  ]);
});

it.each([
  ['36.0pt', 36],
  ['.5in', 36],
  ['48px', 36],
  ['1.27cm', 36],
  ['12.7mm', 36],
  ['-18pt', -18],
  ['0', 0],
  ['auto', Number.NaN],
  ['50%', Number.NaN],
  ['', Number.NaN],
])('takes %j for %d points', (length, points) => {
  if (Number.isNaN(points)) expect(pointsOf(length)).toBeNaN();
  else expect(pointsOf(length)).toBeCloseTo(points, 0);
});

it.each([
  ['margin: 1pt 2pt 3pt 40pt', 40],
  ['margin: 1pt 2pt', 2],
  ['margin: 9pt', 9],
  ['margin: 9pt; margin-left: 1in', 72],
  ['margin: 0 auto', 0],
  ['', 0],
])('finds the left margin of %j', (style, points) => {
  expect(marginOf(declarationsOf(style), 'left')).toBeCloseTo(points, 0);
});

it('reads the classes and the levels of lists of an office style sheet, in comments or not', () => {
  const sheet = readOfficeSheet(`<!-- /* Fonts {a} */ p.One, li.One {margin-left:1in;}
    p.One {color:red} @page Section1 {margin:2in} @list l3:level2 {mso-level-number-format:roman-lower;} .two{font-weight:700} -->`);
  expect([...(sheet.classes.get('One') ?? [])]).toEqual([
    ['margin-left', '1in'],
    ['color', 'red'],
  ]);
  expect(sheet.lists.get('l3:level2')?.get('mso-level-number-format')).toBe('roman-lower');
  const element = documentOf('<p class="One two" style="color:blue">x</p>').body.firstElementChild;
  if (element === null) throw new Error('no paragraph');
  expect(Object.fromEntries(fullStyleOf(element, sheet))).toEqual({
    'margin-left': '1in',
    color: 'blue',
    'font-weight': '700',
  });
});
