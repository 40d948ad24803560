import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { JudgedPage } from './htmlPages.ts';

/** Why the Nu HTML Checker cannot run here; '' if it can. */
export const vnuMissing: string =
  spawnSync('java', ['-version']).status === 0 ? '' : 'there is no Java on this machine';

const jar = join(
  dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')),
  'build',
  'dist',
  'vnu.jar',
);

interface Message {
  readonly type: string;
  readonly subType?: string;
  readonly url?: string;
  readonly lastLine?: number;
  readonly message: string;
}

/** What the checker says that is not so, and why; everything else counts. */
export const vnuMistakes: readonly { readonly says: RegExp; readonly why: string }[] = [
  {
    says: /^Inline script violates Content Security Policy .*script-src/u,
    why: 'the one script is data (application/ld+json): HTML returns before it asks the policy, and nothing runs',
  },
  {
    says: /^Resource violates Content Security Policy .*: image “(?!\w+:)[^”]*” blocked by “img-src”/u,
    why: 'a relative picture of a page in a file is a file: address, and of a page on a site its own: both are allowed',
  },
  {
    says: /^Bad value “[^”]*[{}|^][^”]*” for attribute “href”.*(?:Illegal character|not allowed)/u,
    why: 'a link keeps its address exactly as it was typed (`formats.md` H6); browsers follow such an address',
  },
];

/** What the Nu HTML Checker finds in pages, errors and warnings alike, one line a finding; one call for all of them. */
export function vnuFindings(pages: readonly JudgedPage[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'copydesk-vnu-'));
  try {
    return runOn(folder, pages);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function runOn(folder: string, pages: readonly JudgedPage[]): readonly string[] {
  const files = pages.map(({ html }, at) => {
    const file = join(folder, `${at}.html`);
    writeFileSync(file, html);
    return file;
  });
  const run = spawnSync('java', ['-Xss4m', '-jar', jar, '--format', 'json', '--stdout', ...files], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (run.error !== undefined) throw run.error;
  const { messages } = JSON.parse(run.stdout) as { readonly messages: readonly Message[] }; // as vnu documents
  const meant = messages.filter(({ message }) => !vnuMistakes.some(({ says }) => says.test(message)));
  return meant.map(({ type, subType, url = '', lastLine, message }) => {
    const page = pages[Number(basename(url, '.html'))]?.name ?? url;
    return `${page}:${lastLine ?? ''} ${subType ?? type}: ${message}`;
  });
}
