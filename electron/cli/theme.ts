import { resolve } from 'node:path';
import { CopydeskError } from '../../shared/error.ts';
import type { Theme } from '../../shared/formats/theme.ts';
import { chooseTheme, listThemes, readBundledThemes, standardTheme } from '../core/pageThemes.ts';
import { UsageError, type Desk } from './command.ts';

/**
 * The page theme of a command: Copydesk's, or of the library given. One that cannot be used is told, and the standard
 * one taken in its place; a name that no theme has is a mistake in the call.
 */
export async function themeOf(desk: Desk, id: string = standardTheme, library = ''): Promise<Theme> {
  const { files } = desk.ports;
  const bundled = await readBundledThemes(files, desk.assets);
  const sources = { files, bundled, root: library === '' ? '' : resolve(library) };
  const themes = await listThemes(sources);
  if (!themes.some((theme) => theme.id === id)) {
    const known = themes.map((theme) => theme.id).join(', ');
    throw new UsageError(`--theme ${id}: no such page theme; there are ${known}`);
  }
  const { theme, problem } = await chooseTheme(sources, id);
  if (problem !== '') desk.fail(`--theme ${id}`, new CopydeskError('bad-input', problem));
  return theme;
}
