import { describe, expect, it } from 'vitest';
import { importFile } from '../../../electron/core/importing/importFile.ts';
import { headerText } from '../../../shared/article/text.ts';

const defaults = { id: 'a'.repeat(32), created: '2026-01-03T06:30:00Z', language: 'en' };

describe('importing a file', () => {
  it('offers the likely year of a dateline by the file’s own date, and writes none', async () => {
    const text =
      '---\ntitle: "Talks"\ndate: 2024-01-02T08:00:00Z\n---\n\n**New Delhi, Dec 28:** The talks began.\n';
    const { article, receipt } = await importFile('talks.md', new TextEncoder().encode(text), defaults);
    expect(headerText(article.body, 'dateline')).toBe('New Delhi, Dec 28:');
    expect(receipt?.decisions.filter(({ kind }) => kind === 'doubted')).toEqual([
      {
        kind: 'doubted',
        what: 'dateline has no year: 2023 is likely (the article is dated 2024-01-02)',
        text: 'New Delhi, Dec 28:',
      },
    ]);
  });
});
