import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { makeBridge } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { isolatedWorld, mainWorld, subFrame, type IsolatedOptions } from './page.ts';
import { installInput } from './pageInput.ts';

/** The two scripts that every new document of a window runs, and the names that tie them to main. */
export type PageScripts = {
  readonly binding: string;
  readonly receiver: string;
  readonly world: string;
  readonly main: string;
  readonly isolated: string;
  readonly preloadError: Error | undefined;
};

const parameters = 'require, module, exports, process, Buffer, global';

function readPreload(path: string | undefined): { readonly text: string; readonly error: Error | undefined } {
  if (path === undefined) return { text: '', error: undefined };
  try {
    const text = readFileSync(path, 'utf8');
    new Script(`(function (${parameters}) {${text}\n})`, { filename: path });
    return { text, error: undefined };
  } catch (error) {
    return { text: '', error: error instanceof Error ? error : new Error(String(error)) };
  }
}

/** Puts the page's functions together as source text; a preload that cannot be read or parsed becomes preloadError. */
export function pageScripts(
  preload: string | undefined,
  process: IsolatedOptions['process'],
  armed: boolean,
): PageScripts {
  const id = randomUUID().replaceAll('-', '');
  const binding = `electronHostSend${id}`;
  const receiver = `electronHostReceive${id}`;
  const { text, error } = readPreload(preload);
  const options = JSON.stringify({ binding, receiver, process, armed } satisfies IsolatedOptions);
  const main = `(() => {
    if (window.top !== window || location.protocol === 'chrome-error:') return;
    (${mainWorld})((${makeBridge})('main${id}', 'isolated${id}'));
  })();`;
  const isolated = `(() => {
    if (location.protocol === 'chrome-error:') return;
    const input = ${installInput};
    if (window.top !== window) return (${subFrame})(${options}, input);
    const preload = function (${parameters}) {${text}\n};
    (${isolatedWorld})(${options}, (${makeBridge})('isolated${id}', 'main${id}'), (${makeCodec})(), input, preload);
  })();`;
  return { binding, receiver, world: `Electron Isolated Context ${id}`, main, isolated, preloadError: error };
}
