import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { exportArticle } from '../../../electron/core/exportArticle.ts';
import { nodePorts } from '../../../electron/core/nodePorts.ts';
import { readBundledThemes } from '../../../electron/core/pageThemes.ts';
import { createLivePage } from '../../../renderer/preview/livePage.ts';
import type { DraftState } from '../../../renderer/article/draft.ts';
import { parseArticle, type Article } from '../../../shared/article/article.ts';
import { html } from '../../../shared/formats/html.ts';
import type { Theme } from '../../../shared/formats/theme.ts';
import { createFakeConnection } from '../../support/fakeConnection.ts';
import { projectRoot } from '../../support/projectRoot.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { testPorts } from '../../support/testPorts.ts';

const folder = join(projectRoot, 'tests', 'fixtures', 'articles');
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.copydesk'));
const themes = await readBundledThemes(nodePorts.files, join(projectRoot, 'assets'));
const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

// Node has no idle moments of a window.
vi.stubGlobal('requestIdleCallback', (run: () => void) => setTimeout(run, 0));
vi.stubGlobal('cancelIdleCallback', clearTimeout);
afterAll(() => vi.unstubAllGlobals());

/** What the preview sends to main for an article. */
function previewed(article: Article, theme: Theme): Promise<string> {
  const state: DraftState = {
    kind: 'open',
    article,
    hash: '',
    file: '',
    readOnly: null,
    saveState: { kind: 'saved', at: null },
    unjournalled: null,
    unkept: null,
    elsewhere: 0,
    generation: 1,
  };
  return new Promise((resolve) => {
    const connection = createFakeConnection({
      'theme:read': () => ({ theme, problem: '' }),
      'preview:load': ({ html: page }) => {
        resolve(page);
        return { path: 'preview/' };
      },
    });
    const live = createLivePage(connection, { get: () => state, subscribe: () => () => undefined });
    live.look({ themeId: theme.id, place: 0, printed: false, onPick: () => undefined });
    live.start();
  });
}

async function exported(article: Article, theme: Theme): Promise<Uint8Array> {
  const { path } = await exportArticle(testPorts(), {
    article,
    format: html,
    settings: { theme },
    target: join(temporaryFolder(), 'page.html'),
    readMedia: () => Promise.resolve(null),
  });
  return readFileSync(path);
}

it('has fixtures to compare', () => expect(fixtures.length).toBeGreaterThan(10));

describe.each(themes)('in the theme $id', (theme) => {
  it.each(fixtures)('%s: the preview is given the bytes that export writes', async (name) => {
    const article = parseArticle(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    expect(sha256(await previewed(article, theme))).toBe(sha256(await exported(article, theme)));
  });
});
