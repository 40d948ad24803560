import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './projectRoot.ts';

/** Which of the two runs Copydesk: the real Electron binary or the host on an installed Chromium. */
export type Runtime = { readonly kind: 'electron'; readonly path: string } | { readonly kind: 'host' };

/** The path of the downloaded Electron binary, or undefined; never requires `electron`, which would download it. */
export function findElectronBinary(
  folder = join(projectRoot, 'node_modules', 'electron'),
): string | undefined {
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

/** The runtime to use: real Electron wherever its binary is present, unless COPYDESK_RUNTIME is `host`. */
export function chooseRuntime(environment: NodeJS.ProcessEnv = process.env): Runtime {
  if (environment['COPYDESK_RUNTIME'] === 'host') return { kind: 'host' };
  const path = findElectronBinary();
  return path === undefined ? { kind: 'host' } : { kind: 'electron', path };
}
