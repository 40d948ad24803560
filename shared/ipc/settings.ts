import { z } from '../zod.ts';
import { idPattern } from '../article/article.ts';
import { sorts } from '../search/sort.ts';

const bounds = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(320),
  height: z.int().min(240),
  maximized: z.boolean(),
});

const recent = z.strictObject({
  id: z.string().regex(idPattern),
  title: z.string(),
  /** A position in the document, and the sheet's scroll in CSS pixels. */
  caret: z.int().min(0),
  scroll: z.number().min(0),
});

/** A search of the library that a person has named. */
const savedSearch = z.strictObject({
  /** The identity of its library. */
  library: z.string().max(100),
  name: z.string().min(1).max(100),
  /** As it is typed (`parseQuery`), filters among it. */
  typed: z.string().max(2000),
  sort: z.enum(sorts),
});
export type SavedSearch = z.output<typeof savedSearch>;

const shape = {
  /** The library folder's absolute path; '' until the first start has chosen one. */
  library: z.string(),
  theme: z.enum(['system', 'light', 'dark']),
  /** The page theme of preview and export. */
  pageTheme: z.string(),
  windows: z.array(bounds).max(20),
  /** Newest first. */
  recent: z.array(recent).max(20),
  previewWidth: z.enum(['phone', 'tablet', 'desktop', 'print']),
  libraryOpen: z.boolean(),
  panelOpen: z.boolean(),
  /** Width of the right panel in CSS pixels. */
  panelWidth: z.int().min(280).max(1400),
  exportFormat: z.string(),
  /** The person's own byline: who `by:me` is in a search of the library; '' for nobody. */
  byline: z.string().max(200),
  /** In the order in which they were saved. */
  searches: z.array(savedSearch).max(200),
};

/** What Copydesk remembers between starts; never a word of an article but its title. */
export const settingsSchema = z.strictObject(shape);
export type Settings = z.output<typeof settingsSchema>;

/** A change of some settings; `recent` replaces one article's place, newest first. */
export const settingsPatchSchema = z.strictObject({
  ...z.strictObject(shape).omit({ recent: true, windows: true, library: true }).partial().shape,
  recent: recent.optional(),
});
export type SettingsPatch = z.output<typeof settingsPatchSchema>;

/** The settings of a first start. */
export const defaultSettings: Settings = {
  library: '',
  theme: 'system',
  pageTheme: 'broadsheet',
  windows: [],
  recent: [],
  previewWidth: 'tablet',
  libraryOpen: true,
  panelOpen: true,
  panelWidth: 560,
  exportFormat: 'html',
  byline: '',
  searches: [],
};

/** Settings after a change; the article of `recent` moves to the front of the list. */
export function applySettings(settings: Settings, patch: SettingsPatch): Settings {
  const { recent: place, ...rest } = patch;
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const list =
    place === undefined ? settings.recent : [place, ...settings.recent.filter(({ id }) => id !== place.id)];
  return { ...settings, ...given, recent: list.slice(0, 20) };
}

/** Reads stored settings field by field: what does not fit falls back to its default and is named in `dropped`. */
export function readSettings(stored: unknown): {
  readonly settings: Settings;
  readonly dropped: readonly string[];
} {
  const given = z.record(z.string(), z.unknown()).safeParse(stored);
  const found: Record<string, unknown> = { ...defaultSettings };
  const dropped: string[] = given.success ? [] : ['settings'];
  for (const [name, value] of Object.entries(given.success ? given.data : {})) {
    const field = Object.hasOwn(shape, name) ? shape[name as keyof typeof shape] : undefined; // hasOwn says so
    const read = field?.safeParse(value);
    if (read?.success === true) found[name] = read.data;
    else if (field !== undefined) dropped.push(name);
  }
  return { settings: settingsSchema.parse(found), dropped };
}
