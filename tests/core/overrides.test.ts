import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listOverrides } from '../../electron/core/overrides.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { testPorts } from '../support/testPorts.ts';

const id = 'a'.repeat(32);

it('lists an article’s own records, newest first; a damaged one still says when', async () => {
  const ports = testPorts();
  const root = temporaryFolder();
  const { library } = await createLibrary(root, ports);
  expect(await listOverrides(ports, library, id)).toEqual([]);
  const folder = join(root, '.copydesk', 'overrides');
  mkdirSync(folder);
  const put = (moment: string, of: string, text: string) =>
    writeFileSync(join(folder, `${moment}-${of}-0f0f.json`), text);
  const record = {
    article: id,
    when: '2026-05-04T06:30:00.000Z',
    who: 'Asha',
    route: 'print',
    format: 'paper',
    held: 'killed',
    reason: 'For the file',
  };
  put('20260504T063000000Z', id, JSON.stringify(record));
  put('20260505T063000000Z', id, '{"article": "');
  put('20260506T063000000Z', 'b'.repeat(32), JSON.stringify(record));
  writeFileSync(join(folder, 'notes.txt'), id);
  const [newest, oldest, ...others] = await listOverrides(ports, library, id);
  expect(newest).toMatchObject({ at: Date.UTC(2026, 4, 5, 6, 30), who: '', reason: '' });
  const { article: _article, when: _when, ...said } = record;
  expect(oldest).toEqual({ at: Date.UTC(2026, 4, 4, 6, 30), ...said });
  expect(others).toEqual([]);
});
