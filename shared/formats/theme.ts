import { CopydeskError } from '../error.ts';
import { z } from '../zod.ts';
import { themeCssProblem } from './themeCss.ts';

/** The parts of an article's head, in the order of a page without a template. */
export const headParts = ['kicker', 'headline', 'standfirst', 'byline', 'dates'] as const;
export type HeadPart = (typeof headParts)[number];

const line = z.array(z.string().max(200)).max(8).readonly();

/** A theme's template as its JSON has it. */
export const templateSchema = z.strictObject({
  /** What the list of themes calls it; without it, its folder's name. */
  label: z.string().min(1).max(60).exactOptional(),
  /** The line above the article, in parts; `{section}` and `{date}` stand for the article's own. */
  masthead: line.exactOptional(),
  /** The line below the article, likewise. */
  colophon: line.exactOptional(),
  /** The parts of the head in the order of the page, each once. */
  order: z
    .array(z.enum(headParts))
    .refine((order) => order.length === headParts.length && new Set(order).size === headParts.length, {
      message: `names each of ${headParts.join(', ')} once`,
    })
    .readonly()
    .exactOptional(),
});

/** What stands around an article and in which order its head is: data only, never markup. */
export type Template = Readonly<z.output<typeof templateSchema>>;

/** A page theme: its id, which is its file's or folder's name, the text of its style sheet, and its template. */
export interface Theme {
  readonly id: string;
  readonly css: string;
  readonly template?: Template;
}

/** What a theme is made of, as its files have it. */
export interface ThemeFiles {
  readonly id: string;
  readonly css: string;
  /** The JSON of its template; null where it has none. */
  readonly template: string | null;
}

/** The longest style sheet and template of a theme, in bytes. */
export const themeLimits = { css: 512 * 1024, template: 16 * 1024 } as const;

/** Whether a text may be a theme's id, and so the name of its folder: letters, digits, spaces and `.-_`, no dot in front. */
export const isThemeId = (id: string): boolean => /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ._-]{0,59}$/u.test(id);

function parseTemplate(json: string): Template {
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/u, ''));
  } catch {
    throw new CopydeskError('bad-input', 'its template.json is not JSON');
  }
  const read = templateSchema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const where = issue?.path.join('.') || 'template.json';
  throw new CopydeskError('bad-input', `its template.json is not one: ${where}: ${issue?.message ?? ''}`);
}

/** Reads a theme; throws `bad-input` saying what is wrong with it, as the end of a sentence. */
export function parseTheme({ id, css, template }: ThemeFiles): Theme {
  const problem = themeCssProblem(css);
  if (problem !== '') throw new CopydeskError('bad-input', `its theme.css ${problem}`);
  return template === null ? { id, css } : { id, css, template: parseTemplate(template) };
}
