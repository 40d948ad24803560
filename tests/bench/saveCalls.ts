import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodePorts } from '../../electron/core/nodePorts.ts';
import { createLibrary } from '../../electron/core/openLibrary.ts';
import { start } from '../faults/program.ts';
import type { Answer } from '../faults/savesOnOrder.ts';
import { watch, whyNoStrace } from '../faults/strace.ts';

/** How many system calls of two kinds a save makes. */
export interface SaveCalls {
  readonly syncs: number;
  readonly renames: number;
}

/** A save's calls for the article's own file and folder, and all of them; null where system calls cannot be watched. */
export async function countSaveCalls(): Promise<{
  readonly article: SaveCalls;
  readonly all: SaveCalls;
} | null> {
  if (whyNoStrace !== null) return null;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'copydesk-bench-')));
  const saver = start<Answer>('savesOnOrder.ts', []);
  try {
    const [root, userData] = [join(folder, 'library'), join(folder, 'user')];
    for (const one of [root, userData]) mkdirSync(one);
    await createLibrary(root, nodePorts);
    await saver.ask({ does: 'begin', root, userData });
    // The first saves make folders and the first version.
    for (const text of ['One.', 'Two.']) await saver.ask({ does: 'save', text, reason: 'autosave' });
    const args = ['-f', '-y', '-e', 'trace=fsync,fdatasync,rename,?renameat,?renameat2'];
    const watched = await watch(saver.child.pid ?? 0, join(folder, 'strace.log'), args);
    await saver.ask({ does: 'save', text: 'Three.', reason: 'autosave' });
    const log = (await watched.end()).filter((line) => !line.includes('resumed>'));
    const synced = log.flatMap((line) => /f(?:data)?sync\(\d+<([^>]+)>/u.exec(line)?.[1] ?? []);
    const renamed = log.flatMap((line) => /rename\w*\(.*"([^"]+)"/u.exec(line)?.[1] ?? []);
    const isOwn = (path: string) => path === root || dirname(path) === root;
    return {
      article: { syncs: synced.filter(isOwn).length, renames: renamed.filter(isOwn).length },
      all: { syncs: synced.length, renames: renamed.length },
    };
  } finally {
    await saver.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
