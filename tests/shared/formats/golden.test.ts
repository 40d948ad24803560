import { describe, expect, test } from 'vitest';
import { formats } from '../../../shared/formats/index.ts';
import { articleFixtures, golden, goldenTheme } from '../../support/articleFixtures.ts';

describe.each(formats)('$label', ({ extension, render }) => {
  test.each(articleFixtures)('writes $name as its golden file', ({ name, article }) => {
    const text = render(article, { theme: goldenTheme });
    expect(text).toBe(golden(name, extension, text));
  });

  test.each(articleFixtures)(
    'writes $name in NFC with line feeds, and nothing invisible at its start',
    ({ article }) => {
      const text = render(article, { theme: goldenTheme });
      expect(text).toBe(text.normalize('NFC'));
      expect(text).not.toMatch(/\r|^\ufeff/u);
      expect(text.endsWith('\n') && !text.endsWith('\n\n')).toBe(true);
    },
  );
});
