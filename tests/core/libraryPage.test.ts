import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { articleName } from '../../electron/core/fileNames.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import { fakeDesk } from '../support/fakeDesk.ts';
import { shortStory } from '../support/shortStory.ts';

const every = { typed: '', typing: false, sort: 'newest', offset: 0, limit: 50 } as const;

test('a window pages through the library, and hears when another program adds an article', async () => {
  const desk = fakeDesk();
  await createLibrary(desk.root, desk.ports);
  onTestFinished(() => desk.application.index.stop());
  onTestFinished(() => desk.application.library.stop());
  const window = desk.openWindow();
  const { call } = window.connection;
  await call('library:page', every);
  await desk.application.index.settled();
  const story = shortStory({ number: 1, headline: 'Bridge shut' });
  writeFileSync(join(desk.root, articleName(story)), articleToBytes(story));
  await vi.waitFor(() => expect(window.heard.map(({ name }) => name)).toContain('index:changed'), 5000);
  const page = await call('library:page', { ...every, typed: 'bridge' });
  expect(page).toMatchObject({ count: 1, rows: [{ entry: { title: 'Bridge shut' } }] });
});

test('a page of a library that is not there says so', async () => {
  const desk = fakeDesk();
  const { call } = desk.openWindow().connection;
  await expect(call('library:page', every)).rejects.toMatchObject({ code: 'library-missing' });
});
