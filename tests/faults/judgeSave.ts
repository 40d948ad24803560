import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleName } from '../../electron/core/fileNames.ts';
import { createJournal } from '../../electron/core/journal.ts';
import { openLibrary } from '../../electron/core/openLibrary.ts';
import { readArticle } from '../../electron/core/readArticle.ts';
import { recoverDrafts } from '../../electron/core/recovery.ts';
import { testPorts } from '../support/testPorts.ts';
import { count, problem, type Figure } from './figure.ts';

/** A save that was disturbed: over the text `old` (null: a first save), with the text `fresh`. */
export interface Disturbed {
  readonly root: string;
  readonly userData: string;
  readonly id: string;
  readonly old: string | null;
  readonly fresh: string;
}

/** What the window was told: nothing but “saved”, or why not; `ours` if in words for people. */
export type Told = { readonly message: string; readonly ours: boolean } | null;

const textOf = (bytes: Uint8Array): string | undefined => {
  try {
    const { article, readOnly } = readArticle(bytes);
    return readOnly === null ? article.body.lastChild?.textContent : undefined;
  } catch {
    return undefined;
  }
};

// Every file of the library, its versions and its trash: the old text or the new one, whole.
function judgeFiles(figure: Figure, about: string, { root, old, fresh }: Disturbed): void {
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    if (!/[^/]\.copydesk$/.test(name)) continue;
    const bytes = readFileSync(join(root, name));
    if (bytes.length === 0) figure.empty += 1;
    const text = textOf(bytes);
    if (text === old || text === fresh) continue;
    figure.torn += 1;
    problem(figure, `${about}: ${name} is neither old nor new`);
  }
}

/** Judges what a disturbed save left, by a next start on a disk that works: old or new, and never lost in silence. */
export async function judgeSave(figure: Figure, about: string, save: Disturbed, told: Told): Promise<void> {
  const { root, userData, id, old, fresh } = save;
  judgeFiles(figure, about, save);
  count(figure, told === null ? 'saved' : 'told that it is not saved');
  if (told?.ours === false) problem(figure, `${about}: ${told.message}`);
  const ports = testPorts();
  const { articles, library } = await openLibrary(root, ports);
  const { recovered } = await recoverDrafts(createJournal(ports, userData, library.id), library, articles);
  const opened = await articles.open(id).catch(() => null);
  if (opened === null && (old !== null || told === null)) figure.missing += 1;
  const now = opened?.article.body.lastChild?.textContent;
  if (told === null) {
    if (now === fresh) return;
    figure.lost += 1;
    problem(figure, `${about}: acknowledged, and not there`);
    return;
  }
  const drafts = recovered.map(({ draft }) => draft.body.lastChild?.textContent);
  const files = readdirSync(root).filter(isArticleName);
  const kept = [...drafts, ...files.map((name) => textOf(readFileSync(join(root, name))))].includes(fresh);
  if (kept) return;
  if (told.message.includes('in this window only')) {
    count(figure, 'told that it is in the window only');
    return;
  }
  figure.lost += 1;
  problem(figure, `${about}: the text is nowhere, and nobody was told`);
}
