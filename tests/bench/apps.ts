import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { articleName } from '../../electron/core/fileNames.ts';
import { articleToBytes } from '../../electron/core/serialise.ts';
import type { Article } from '../../shared/article/article.ts';
import { titleOf } from '../../shared/article/text.ts';
import { chooseRuntime } from '../support/electronBinary.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { end, start } from '../support/runningApp.ts';

/** An application that was started, with its first window. */
export interface RunningApp {
  readonly page: Page;
  /** The process that was spawned; its windows' processes descend from it. */
  readonly pid: number;
  readonly end: () => Promise<void>;
}

async function launch(directory: string, folder: string, switches: readonly string[]): Promise<RunningApp> {
  const profileFolder = join(folder, 'profile');
  const started = await start({
    runtime: chooseRuntime(),
    args: [directory, `--copydesk-data=${join(folder, 'data')}`, ...switches],
    env: {},
    profileFolder,
  });
  return {
    page: await started.application.firstWindow(),
    pid: started.application.process().pid ?? 0,
    end: async () => {
      await end(started, profileFolder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'copydesk-bench-'));

/** Starts the built Copydesk on a new library of these articles; it opens `last`, as the one that was open at the end. */
export async function startCopydesk(articles: readonly Article[], last?: Article): Promise<RunningApp> {
  const folder = await newFolder();
  const [library, data] = [join(folder, 'library'), join(folder, 'data')];
  for (const one of [library, data]) await mkdir(one);
  for (const article of articles)
    await writeFile(join(library, articleName(article)), articleToBytes(article));
  if (last !== undefined) {
    const place = { id: last.id, title: titleOf(last.body), caret: 0, scroll: 0 };
    await writeFile(join(data, 'settings.json'), JSON.stringify({ recent: [place] }));
  }
  return launch(projectRoot, folder, [`--copydesk-library=${library}`]);
}

/** Starts the least application there is in the same shell: one window with a contenteditable. */
export const startHello = async (): Promise<RunningApp> =>
  launch(join(projectRoot, 'tests', 'bench', 'helloApp'), await newFolder(), []);
