import { join } from 'node:path';
import { CopydeskError, messageOf } from '../../shared/error.ts';
import { isThemeId, parseTheme, themeLimits, type Theme } from '../../shared/formats/theme.ts';
import type { Files } from './ports.ts';
import { codeOf } from './systemError.ts';

/** The theme that every page can have: what cannot be used is shown in it. */
export const standardTheme = 'broadsheet';

/** The themes of `assets/themes`, in the order of the choice. */
export const bundledThemeIds = ['broadsheet', 'tabloid', 'plain'] as const;

/** One line of the choice of page themes. */
export interface ThemeEntry {
  readonly id: string;
  readonly label: string;
  /** Whether it lies in the library, not in Copydesk. */
  readonly own: boolean;
  /** Why it cannot be used; '' if it can. */
  readonly problem: string;
}

/** A theme to write a page with, and what the person should know of it: it is not the one asked for. */
export interface ChosenTheme {
  readonly theme: Theme;
  readonly problem: string;
}

/** What page themes are read from. */
export interface ThemeSources {
  readonly files: Pick<Files, 'read' | 'list' | 'stat'>;
  /** The themes that Copydesk brings, in the order of the choice; `broadsheet` is one of them. */
  readonly bundled: readonly Theme[];
  /** The library's folder, '' where there is none yet. */
  readonly root: string;
}

/** The folder of a library's own themes: `themes/<name>/theme.css`, and `template.json` beside it if the theme has one. */
export const themesFolder = (root: string): string => join(root, 'themes');

const labelOf = ({ id, template }: Theme): string => template?.label ?? id;

async function textOf(files: ThemeSources['files'], path: string, limit: number): Promise<string | null> {
  try {
    return new TextDecoder().decode(await files.read(path, limit));
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Reads the themes that Copydesk brings from its assets folder; throws if one is missing or cannot be used. */
export async function readBundledThemes(
  files: ThemeSources['files'],
  assets: string,
): Promise<readonly Theme[]> {
  return Promise.all(
    bundledThemeIds.map(async (id) => {
      const [css, template] = await Promise.all([
        textOf(files, join(assets, 'themes', `${id}.css`), themeLimits.css),
        textOf(files, join(assets, 'themes', `${id}.json`), themeLimits.template),
      ]);
      if (css === null)
        throw new CopydeskError('not-found', `The page theme “${id}” is missing: install Copydesk again`);
      return parseTheme({ id, css, template });
    }),
  );
}

/** The page themes of an application: Copydesk's and those of its library. */
export interface PageThemes {
  readonly list: () => Promise<readonly ThemeEntry[]>;
  readonly choose: (id: string) => Promise<ChosenTheme>;
}

/** Reads a library's own theme; null where it has none of that name. Throws what is wrong with it, as a sentence's end. */
async function readOwn({ files, root }: ThemeSources, id: string): Promise<Theme | null> {
  if (root === '' || !isThemeId(id)) return null;
  const folder = join(themesFolder(root), id);
  const found = await files.stat(folder);
  if (found === null) return null;
  if (found.kind !== 'directory') throw new CopydeskError('refused', `themes/${id} is not a folder`);
  const css = await textOf(files, join(folder, 'theme.css'), themeLimits.css);
  if (css === null) throw new CopydeskError('not-found', 'its folder has no theme.css');
  const template = await textOf(files, join(folder, 'template.json'), themeLimits.template);
  return parseTheme({ id, css, template });
}

/** The themes to choose from: Copydesk's, then the library's own. One of the library's stands in for one of the same name. */
export async function listThemes(sources: ThemeSources): Promise<readonly ThemeEntry[]> {
  const { files, bundled, root } = sources;
  const names = root === '' ? [] : await files.list(themesFolder(root)).catch(() => []);
  const own: ThemeEntry[] = [];
  for (const id of names.filter(isThemeId)) {
    const found = await files.stat(join(themesFolder(root), id)).catch(() => null);
    if (found?.kind === 'directory') own.push(await entryOf(sources, id));
  }
  const taken = new Set(own.map(({ id }) => id));
  const brought = bundled
    .filter(({ id }) => !taken.has(id))
    .map((theme) => ({ id: theme.id, label: labelOf(theme), own: false, problem: '' }));
  return [...brought, ...own];
}

async function entryOf(sources: ThemeSources, id: string): Promise<ThemeEntry> {
  try {
    const theme = await readOwn(sources, id);
    return { id, label: theme === null ? id : labelOf(theme), own: true, problem: '' };
  } catch (error) {
    return { id, label: id, own: true, problem: messageOf(error) };
  }
}

/** The theme of this name. One that cannot be used is replaced by the standard theme, and `problem` says why. */
export async function chooseTheme(sources: ThemeSources, id: string): Promise<ChosenTheme> {
  const standard = sources.bundled.find((theme) => theme.id === standardTheme);
  if (standard === undefined) throw new CopydeskError('unexpected', `Copydesk has no “${standardTheme}”`);
  try {
    const found = (await readOwn(sources, id)) ?? sources.bundled.find((theme) => theme.id === id);
    if (found !== undefined) return { theme: found, problem: '' };
  } catch (error) {
    const why = messageOf(error).replace(/\.$/u, '');
    const problem = `The page theme “${id}” cannot be used: ${why}. Until it is mended, pages are in ${labelOf(standard)}.`;
    return { theme: standard, problem };
  }
  const problem = `There is no page theme “${id.slice(0, 80)}” here. Pages are in ${labelOf(standard)}.`;
  return { theme: standard, problem };
}

/** The page themes from sources that may change: another library may be opened. */
export const createPageThemes = (sources: () => ThemeSources): PageThemes => ({
  list: () => listThemes(sources()),
  choose: (id) => chooseTheme(sources(), id),
});
