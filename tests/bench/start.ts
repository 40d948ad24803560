import { firstLoad } from '../support/firstLoad.ts';
import { rounded, type Topic } from './topic.ts';

// A bare page of tiptap and React, gzip (`performance.md`, start).
const bare = 194_000;

/** Start: what a window loads before it can be typed in, of the built renderer. */
export const startTopic: Topic = {
  name: 'start',
  size: { unit: 'windows', values: [1] },
  rounds: 1,
  heads: ['script', 'KB', 'KB gzip', '÷ 194 KB'],
  measure: () => {
    const scripts = firstLoad();
    const sum = (key: 'bytes' | 'gzip') => scripts.reduce((total, script) => total + script[key], 0);
    const rows = [...scripts, { file: 'all', bytes: sum('bytes'), gzip: sum('gzip') }];
    return Promise.resolve(
      rows.map(({ file, bytes, gzip }) => [
        // Without the hash of its content.
        file.replace(/^assets\/|-[\w-]{8}(?=\.js)/gu, ''),
        rounded(bytes / 1000),
        rounded(gzip / 1000),
        rounded(gzip / bare, 2),
      ]),
    );
  },
};
