import { expect, test } from 'vitest';
import { authorsOf } from '../../../shared/formats/authors.ts';

test.each([
  ['By A. Reporter', ['A. Reporter']],
  ['By A. Reporter and B. Writer', ['A. Reporter', 'B. Writer']],
  ['A. Reporter, B. Writer & C. Editor', ['A. Reporter', 'B. Writer', 'C. Editor']],
  ['By A. Reporter in Linden Quay', ['A. Reporter']],
  ['By A. Reporter, Harbour Desk', ['A. Reporter', 'Harbour Desk']],
  ['Von A. Reporter und B. Writer', ['A. Reporter', 'B. Writer']],
  ['Alexandra Sanderson', ['Alexandra Sanderson']],
  ['संवाददाता', ['संवाददाता']],
  ['', []],
])('%j names %j', (byline, names) => {
  expect(authorsOf(byline)).toEqual(names);
});
