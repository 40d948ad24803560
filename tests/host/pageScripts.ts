import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { makeBridge } from './bridge.ts';
import { makeCodec } from './codec.ts';
import { isolatedWorld, mainWorld, type IsolatedOptions } from './page.ts';
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

function readPreload(path: string | undefined): {
  readonly source: string;
  readonly error: Error | undefined;
} {
  if (path === undefined) return { source: '', error: undefined };
  try {
    const source = readFileSync(path, 'utf8');
    new Script(`(function (${parameters}) {${source}\n})`, { filename: path });
    return { source, error: undefined };
  } catch (error) {
    return { source: '', error: error instanceof Error ? error : new Error(String(error)) };
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
  const { source, error } = readPreload(preload);
  const options = JSON.stringify({ binding, receiver, process, armed } satisfies IsolatedOptions);
  // A function's text is the whole function: each is self-contained.
  const text = (part: (...parameters: never) => unknown) => `(${part.toString()})`;
  const main = `(() => {
    if (window.top !== window || location.protocol === 'chrome-error:') return;
    ${text(mainWorld)}(${text(makeBridge)}('main${id}', 'isolated${id}'));
  })();`;
  const isolated = `(() => {
    if (window.top !== window || location.protocol === 'chrome-error:') return;
    const input = ${text(installInput)};
    const preload = function (${parameters}) {${source}\n};
    const bridge = ${text(makeBridge)}('isolated${id}', 'main${id}');
    ${text(isolatedWorld)}(${options}, bridge, ${text(makeCodec)}(), input, preload);
  })();`;
  return { binding, receiver, world: `Electron Isolated Context ${id}`, main, isolated, preloadError: error };
}
