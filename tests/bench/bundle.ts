import { build } from 'vite';
import { projectRoot } from '../support/projectRoot.ts';

/** A program for a page, of one file and all that it imports, as one script of production. */
export async function bundle(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    root: projectRoot,
    mode: 'production',
    logLevel: 'error',
    build: { write: false, target: 'chrome156', lib: { entry, formats: ['iife'], name: 'bench' } },
  });
  const output = [result].flat().flatMap((one) => ('output' in one ? one.output : []));
  const chunk = output.find((file) => file.type === 'chunk');
  if (chunk === undefined) throw new Error(`${entry} was not bundled`);
  return chunk.code;
}
