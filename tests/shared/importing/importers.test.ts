import { expect, it } from 'vitest';
import { importerFor, importers } from '../../../shared/importing/index.ts';

it('finds an importer by the ending of a name', () => {
  expect(importerFor('Story.TXT')?.id).toBe('text');
  expect(importerFor('story.text')?.id).toBe('text');
  expect(importerFor('story.exe')).toBeNull();
  expect(importerFor('txt-less')).toBeNull();
});

it('gives every importer its own id and endings', () => {
  const endings = importers.flatMap(({ extensions }) => extensions);
  expect(new Set(endings).size).toBe(endings.length);
  expect(new Set(importers.map(({ id }) => id)).size).toBe(importers.length);
});
