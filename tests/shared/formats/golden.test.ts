import { describe, expect, test } from 'vitest';
import { formats } from '../../../shared/formats/index.ts';
import { articleFixtures, golden, goldenTheme } from '../../support/articleFixtures.ts';

// The first format of an extension has golden files of every fixture, its profiles of what they write in another way.
const first = new Set(
  formats.filter((one, at) => formats.findIndex((other) => other.extension === one.extension) === at),
);
const telling = ['whole', 'marks', 'table', 'hostile'];

describe.each(formats)('$label', (format) => {
  const { id, extension, render } = format;
  const isFirst = first.has(format);
  const fixtures = isFirst ? articleFixtures : articleFixtures.filter(({ name }) => telling.includes(name));
  const ending = isFirst ? extension : `${id}.${extension}`;

  test.each(fixtures)('writes $name as its golden file', ({ name, article }) => {
    const text = render(article, { theme: goldenTheme });
    expect(text).toBe(golden(name, ending, text));
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
